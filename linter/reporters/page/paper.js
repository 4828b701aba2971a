// The text of a document as a reader sees it, with its findings marked at their characters.

/** Gives `{element, blocks, marks}`: of each block its element, of each finding, by number, its marks. */
function paperOf(file, choose, showSection) {
  const blocks = new Map();
  const marks = new Map();
  const mark = (piece) => {
    const text = visible(piece.text);
    if (piece.sign && !piece.findings.length) return null;
    const inner = piece.lead ? el("b", { class: "lead" }, text) : text;
    if (!piece.findings.length) return inner;
    const gravest = LEVELS.find((level) => piece.findings.some((finding) => finding.level === level));
    const [first] = [...piece.findings].sort(
      (a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || b.start - a.start,
    );
    const made = el(
      "mark",
      {
        class: gravest,
        title: piece.findings.map((finding) => say(finding.message)).join("\n"),
        onclick: () => choose(first),
      },
      inner,
    );
    for (const finding of piece.findings)
      marks.set(finding.number, [...(marks.get(finding.number) || []), made]);
    return made;
  };
  // A link, not a button: lines break before a button even where a full stop follows.
  const number = (finding) => {
    const sign = el(
      "a",
      {
        class: `number ${finding.level}`,
        href: `#file=${file.index + 1}&finding=${finding.number}`,
        "aria-label": say(
          WORDS.told(`${say(WORDS.levels[finding.level])} ${finding.number}`, say(finding.message)),
        ),
        onclick: (event) => {
          event.preventDefault();
          choose(finding);
        },
      },
      String(finding.number),
    );
    marks.set(finding.number, [...(marks.get(finding.number) || []), sign]);
    return sign;
  };
  const line = (block, findings) =>
    pieces(block, findings).map((piece) => [
      mark(piece),
      piece.ending.filter((finding) => finding.last === block).map(number),
    ]);
  const above = file.text.some((block) => block.kind === "title") ? 2 : 1;
  const tags = sectionTags(file, showSection);
  const element = el("div", { class: "paper", lang: "zh-CN" });
  let addCell = null;
  for (const [block, findings] of placed(file)) {
    const made = blockElement(block, [tags.get(block), line(block, findings)], above);
    blocks.set(block, made);
    if (block.kind === "cell") {
      addCell = addCell || tablesIn(element);
      addCell(block, made);
    } else {
      addCell = null;
      element.append(made);
    }
  }
  if (!file.text.length) element.append(el("p", { class: "blank" }, say(WORDS.noText)));
  return { element, blocks, marks };
}

/** Gives a function that adds the block of a cell to its table; where its place is not known, to the next column. */
function tablesIn(parent) {
  const tables = new Map();
  let [line, row, column] = [null, -1, 0];
  const next = (block) => {
    [row, column] = block.line === line ? [row, column + 1] : [row + 1, 0];
    line = block.line;
    return ["", row, column, 1, 1];
  };
  return (block, element) => {
    const [number, top, left, columns, rows] = block.cell || next(block);
    if (!tables.has(number))
      tables.set(number, { table: parent.appendChild(el("div", { class: "table" })), cells: new Map() });
    const { table, cells } = tables.get(number);
    const key = `${top} ${left}`;
    const style = { "grid-row": `${top + 1} / span ${rows}`, "grid-column": `${left + 1} / span ${columns}` };
    if (!cells.has(key)) cells.set(key, table.appendChild(el("div", { class: "cell", style })));
    cells.get(key).append(element);
  };
}

/** What says beside a block which sections of the checklist it is the evidence of. */
function sectionTags(file, showSection) {
  const found = new Map();
  for (const row of file.parts.flatMap((part) => part.sections).filter((each) => each.line)) {
    const block = blockAt(file, row.line);
    const tag = button(say(row.title), () => showSection(row.section), {
      class: `tag ${condition(row)}`,
      title: say(row.title),
    });
    if (found.has(block)) found.get(block).append(tag);
    else found.set(block, el("span", { class: "tags" }, tag));
  }
  return found;
}

/** Each block with the findings in it; one that lies between two blocks goes to the next. */
function placed(file) {
  const found = new Map(file.text.map((block) => [block, []]));
  const blocks = file.text;
  let first = 0;
  for (const finding of [...file.findings].sort((a, b) => a.start - b.start)) {
    while (first < blocks.length - 1 && blocks[first].end < finding.start) first += 1;
    let last = first;
    for (
      let index = first;
      index < blocks.length && (index === first || blocks[index].start < finding.end);
      index += 1
    )
      last = index;
    for (const block of blocks.slice(first, last + 1)) found.get(block).push(finding);
    finding.last = blocks[last];
  }
  return found;
}

/** The element of a block; `above` is the level of the headings that stand over those of the text. */
function blockElement(block, content, above) {
  const kind = WORDS.kinds[block.kind];
  const short = block.kind === "signature" && block.text.length <= 24 ? " short" : "";
  const indented = /^\s/.test(block.text) ? " indented" : "";
  const attributes = {
    class: `block ${block.kind === "cell" ? "in-cell" : block.kind}${short}${indented}`,
    "data-line": block.line,
    id: `b${block.start}`,
  };
  const label = block.label ? el("span", { class: "label" }, visible(block.label)) : null;
  const inside = [kind ? el("span", { class: "kind" }, say(kind)) : null, label, content];
  if (block.kind === "title") return el("h2", attributes, inside);
  if (block.level && block.kind === "paragraph")
    return el(
      `h${Math.min(6, block.level + above)}`,
      { ...attributes, class: `block heading level${Math.min(4, block.level)}` },
      inside,
    );
  return el("p", attributes, inside);
}
