// The map of a document: its chapters as bars by length, its findings as ticks.

const MOST_BARS = 50;

/** The chapters of a document, or where these are too many its reports. */
function barsOf(file) {
  const headed = file.text.filter((block) => block.level && block.kind !== "toc");
  const top = headed.reduce((least, block) => Math.min(least, block.level), 9);
  const fine = chapters(file, (block) => block.kind === "title" || block.level === top);
  return fine.length <= MOST_BARS
    ? fine
    : chapters(file, (block) => block.kind === "title").slice(0, 4 * MOST_BARS);
}

/** The text from each block that starts a chapter to the next: `{label, block, start, end, isTitle}`. */
function chapters(file, isStart) {
  const found = [];
  for (const block of file.text) {
    const starts = isStart(block);
    if (starts || !found.length)
      found.push({
        block,
        label: visible(block.words || (block.label || "") + unsigned(block)),
        isTitle: block.kind === "title",
      });
    found[found.length - 1].end = block.end;
  }
  return found.map((chapter) => ({ ...chapter, start: chapter.block.start }));
}

/** The text of a block without its signs of markup. */
function unsigned(block) {
  return pieces(block, [])
    .filter((piece) => !piece.sign)
    .map((piece) => piece.text)
    .join("")
    .trim();
}

function mapOf(file, goTo, choose) {
  const bars = barsOf(file);
  if (!bars.length) return null;
  const bar = (chapter) => {
    const length = Math.max(1, chapter.end - chapter.start);
    const inside = file.findings.filter(
      (finding) => finding.start >= chapter.start && finding.start < chapter.end,
    );
    const said = `${chapter.label} · ${say(WORDS.characters(length))} · ${say(WORDS.count(inside.length))}`;
    return el(
      "div",
      { class: "bar", style: { "flex-grow": length } },
      button(el("span", {}, chapter.label), () => goTo(chapter.block), {
        title: said,
        "aria-label": said,
        class: chapter.isTitle ? "opening" : null,
      }),
      inside.map((finding) =>
        el("i", {
          class: `tick ${finding.level}`,
          title: say(finding.message),
          style: { left: `${((finding.start - chapter.start) / length) * 100}%` },
          onclick: () => choose(finding),
        }),
      ),
    );
  };
  return el("nav", { class: "map", "aria-label": say(WORDS.map) }, bars.map(bar));
}
