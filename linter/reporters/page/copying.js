// The result as plain text: for a chat or a mail.

function asText(file) {
  const lines = [`【${titleOf(file)}】${LEVELS.filter((level) => file.counts[level]).map((level) => `${say(WORDS.levels[level])} ${file.counts[level]}`).join(" · ") || say(WORDS.nothing)}`];
  if (file.error) lines.push(say(file.error));
  for (const part of file.parts) {
    const lacks = lacking(part).map((row) => `${say(row.title)}（${say(WORDS.conditions[condition(row)])}）`);
    if (lacks.length) lines.push(`${say(WORDS.sections)}：${lacks.join("、")}`);
  }
  for (const finding of file.findings) {
    const where = say(WORDS.place(finding.line, finding.page, file.paragraphs));
    lines.push(`${finding.number}. [${say(WORDS.levels[finding.level])}] ${where}：${say(finding.message)}`);
    if (!isSaid(finding)) lines.push(`   “${clipped(finding.excerpt, 40)}”`);
    if (finding.suggestion) lines.push(`   ${say(WORDS.suggestion)}“${clipped(finding.suggestion, 40)}”`);
  }
  return `${lines.join("\n")}\n`;
}

/** The findings of many files: what each lacks, a line a file. */
function overviewAsText(data) {
  const lines = data.files.map((file) => {
    const lacks = file.parts.flatMap(lacking).map((row) => `${say(row.title)}（${say(WORDS.conditions[condition(row)])}）`);
    const counts = LEVELS.filter((level) => file.counts[level]).map((level) => `${say(WORDS.levels[level])} ${file.counts[level]}`);
    const told = file.unreadable ? say(WORDS.unreadable) : [...lacks, ...counts].join("、") || say(WORDS.nothing);
    return `${titleOf(file)}：${told}`;
  });
  return `${say(data.verdict)}\n${lines.join("\n")}\n`;
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    announce(WORDS.copied, true);
  } catch {
    const area = el("textarea", { class: "unseen", "aria-hidden": "true" }, text);
    document.body.append(area);
    area.select();
    announce(document.execCommand("copy") ? WORDS.copied : WORDS.notCopied, true);
    area.remove();
  }
}
