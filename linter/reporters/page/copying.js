// The result as plain text: for a chat or a mail.

/** The result of a document, a line a finding. */
function asText(file) {
  const found = countsIn(file) || say(file.unreadable ? WORDS.unreadable : WORDS.nothing);
  const lines = [say(WORDS.told(titleOf(file), found))];
  if (file.error) lines.push(reasonOf(file));
  for (const part of file.parts.filter((each) => lacking(each).length))
    lines.push(say(WORDS.told(say(WORDS.lacks), lacksIn(part))));
  for (const finding of file.findings) {
    const where = `${say(WORDS.levels[finding.level])} ${say(finding.where)}`;
    lines.push(`${finding.number}. ${say(WORDS.told(where, say(finding.message)))}`);
    if (!isSaid(finding)) lines.push(`   “${clipped(finding.excerpt, 40)}”`);
    if (finding.suggestion)
      lines.push(`   ${say(WORDS.told(say(WORDS.suggestion), clipped(finding.suggestion, 40)))}`);
  }
  return `${lines.join("\n")}\n`;
}

/** The result of many documents, a line a document. */
function overviewAsText(data) {
  const lines = data.files.map((file) => {
    const told = [...file.parts.filter((part) => lacking(part).length).map(lacksIn), countsIn(file)].filter(
      Boolean,
    );
    return say(
      WORDS.told(
        titleOf(file),
        file.unreadable ? reasonOf(file) : say(WORDS.list(told)) || say(WORDS.nothing),
      ),
    );
  });
  return `${say(data.verdict)}\n${lines.join("\n")}\n`;
}

const countsIn = (file) =>
  say(
    WORDS.list(
      LEVELS.filter((level) => file.counts[level]).map(
        (level) => `${say(WORDS.levels[level])} ${file.counts[level]}`,
      ),
    ),
  );
const lacksIn = (part) =>
  say(
    WORDS.list(
      lacking(part).map((row) => say(WORDS.noted(say(row.title), say(WORDS.conditions[condition(row)])))),
    ),
  );

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    announce(WORDS.copied, true);
  } catch {
    const focused = document.activeElement;
    const area = el("textarea", { class: "unseen", "aria-hidden": "true" }, text);
    document.body.append(area);
    area.select();
    announce(document.execCommand("copy") ? WORDS.copied : WORDS.notCopied, true);
    area.remove();
    focused.focus();
  }
}
