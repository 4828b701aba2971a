// Two paragraphs side by side, with the words that differ marked.

const MOST_CELLS = 4e6;

function words(text) {
  if (window.Intl && Intl.Segmenter)
    return [...new Intl.Segmenter("zh", { granularity: "word" }).segment(text)].map((each) => each.segment);
  return [...text];
}

/** The words of both texts as `[[word, isShared], …]` each: a longest common subsequence. */
function differences(left, right) {
  const [a, b] = [words(left), words(right)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail += 1;
  const shared = common(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const told = (all, which) =>
    all.map((word, at) => [word, at < head || at >= all.length - tail || shared[which].has(at - head)]);
  return [told(a, 0), told(b, 1)];
}

/** The indexes of the words of both lists that a longest common subsequence holds. */
function common(a, b) {
  const found = [new Set(), new Set()];
  if (a.length * b.length > MOST_CELLS) return found;
  const wide = b.length + 1;
  const length = new Uint16Array((a.length + 1) * wide);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      length[i * wide + j] =
        a[i] === b[j]
          ? length[(i + 1) * wide + j + 1] + 1
          : Math.max(length[(i + 1) * wide + j], length[i * wide + j + 1]);
    }
  }
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      found[0].add(i);
      found[1].add(j);
      i += 1;
      j += 1;
    } else if (length[(i + 1) * wide + j] >= length[i * wide + j + 1]) i += 1;
    else j += 1;
  }
  return found;
}

/** The passages that two files share: `[left, right]` texts, by the places that the findings tell. */
function passagesOf(data, pair) {
  const [first, second] = [data.byPath.get(pair.first), data.byPath.get(pair.second)];
  const found = new Map();
  const add = (from, to, turned) => {
    if (!from || !to) return;
    for (const finding of from.findings.filter((each) => each.check === "duplicate")) {
      for (const related of finding.related.filter((each) => each.path === to.path)) {
        const [own, other] = [
          between(from, finding.line, finding.end_line),
          between(to, related.line, related.end_line),
        ];
        const sides = turned ? [other, own] : [own, other];
        found.set(sides.map((side) => side.line).join("-"), sides);
      }
    }
  };
  add(first, second, false);
  add(second, first, true);
  return [...found.values()].sort((a, b) => a[0].line - b[0].line);
}

function between(file, line, endLine) {
  const blocks = file.text.filter((block) => block.end_line >= line && block.line <= endLine);
  return { file, line, text: blocks.map((block) => (block.label || "") + unsigned(block)).join("\n") };
}

function comparison(data, pair) {
  const side = ({ file, line }, told) =>
    el(
      "div",
      {},
      el(
        "a",
        { href: `#file=${file.index + 1}&line=${line}` },
        say(WORDS.line(line, file.paragraphs)),
      ),
      el(
        "p",
        {},
        told.map(([word, isShared]) =>
          isShared ? visible(word) : el("mark", { class: "differs" }, visible(word)),
        ),
      ),
    );
  const rows = passagesOf(data, pair).map((sides) => {
    const told = differences(sides[0].text, sides[1].text);
    return el("div", { class: "pair" }, side(sides[0], told[0]), side(sides[1], told[1]));
  });
  return [
    el(
      "div",
      { class: "pair names" },
      el("h3", {}, nameIn(data, pair.first)),
      el("h3", {}, nameIn(data, pair.second)),
    ),
    rows.length ? rows : el("p", {}, say(WORDS.noText)),
  ];
}
