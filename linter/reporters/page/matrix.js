// Many documents: the table of reports × required sections, one for each ruleset.

/** The reports of each ruleset: `{ruleset, columns: Map(id, title), rows: [{file, part}]}`, the largest first; the
 *  files that were not judged stand at the top, for they may hold anything. */
function matricesOf(data) {
  const found = new Map();
  const others = [];
  for (const file of data.files) {
    if (file.unreadable || file.form_only) {
      others.push({ file, part: null, counts: file.counts });
      continue;
    }
    const matrix = found.get(file.ruleset) || { ruleset: file.ruleset, columns: new Map(), rows: [] };
    found.set(file.ruleset, matrix);
    file.parts.forEach((part, index) => {
      for (const row of part.sections.filter((each) => each.required))
        matrix.columns.set(row.section, row.title);
      const counts =
        file.parts.length > 1
          ? counted(file.findings.filter((finding) => finding.part === index))
          : file.counts;
      matrix.rows.push({
        file,
        part,
        index,
        counts,
        sections: new Map(part.sections.map((row) => [row.section, row])),
      });
    });
  }
  const matrices = [...found.values()].sort((a, b) => b.rows.length - a.rows.length);
  if (others.length && !matrices.length) matrices.push({ ruleset: "", columns: new Map(), rows: [] });
  if (others.length) matrices[0].rows.unshift(...others);
  return matrices;
}

const rowLacks = (row) => !row.part || lacking(row.part).length > 0;

/** Gives `{element, filter}`; `filter(isShown)` shows the rows that a function lets through and counts them. */
function matrixTable(data, matrix) {
  const columns = matrixColumns(matrix);
  const made = new Map();
  const elementOf = (row) => () => made.get(row) || made.set(row, matrixRow(row, columns)).get(row);
  const body = el("tbody", {});
  let isShown = () => true;
  let sorted = { column: null, down: false };
  const draw = () => {
    const rows = matrix.rows.filter(isShown);
    if (sorted.column)
      rows.sort(
        (a, b) => (sorted.down ? -1 : 1) * compareValues(sorted.column.value(a), sorted.column.value(b)),
      );
    fill(body, rows.map(elementOf));
    return rows.length;
  };
  const heads = columns.map((column) => {
    const head = el(
      "th",
      { scope: "col", class: column.kind, "aria-sort": "none" },
      button(column.title, () => {
        sorted = { column, down: sorted.column === column ? !sorted.down : column.kind === "amount" };
        for (const each of heads) each.setAttribute("aria-sort", "none");
        head.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
        draw();
      }),
    );
    return head;
  });
  const name = matrix.ruleset ? rulesetName(data, matrix.ruleset) : say(WORDS.unreadable);
  const widths = columns.reduce(
    (sum, column) => sum + { name: 200, told: 132, section: 124, amount: 72 }[column.kind],
    0,
  );
  const table = el(
    "table",
    { class: "matrix", style: { "min-width": `${widths}px` } },
    el("thead", {}, el("tr", {}, heads)),
    body,
  );
  draw();
  const reports = matrix.rows.filter((row) => row.part).length || matrix.rows.length;
  return {
    element: [
      el(
        "h3",
        {},
        name,
        el("span", { class: "size" }, say(WORDS.shownFiles(reports, reports))),
      ),
      el(
        "div",
        {
          class: "scroller",
          tabindex: "0",
          role: "region",
          "aria-label": say(WORDS.told(say(WORDS.matrix), name)),
        },
        table,
      ),
    ],
    filter(wanted) {
      isShown = wanted;
      return draw();
    },
  };
}

const compareValues = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b, "zh-CN"));
const ORDER = ["absent", "empty", "thin", "unsure", "ok", ""];

/** What stands in each column: `{title, kind, value(row), cell(row)}`. */
function matrixColumns(matrix) {
  const known = (key) => matrix.rows.some(({ part }) => part && part[key]);
  const told = (key) =>
    known(key)
      ? [
          {
            title: say(WORDS[key]),
            kind: "told",
            value: ({ part }) => (part && part[key]) || "",
            cell: ({ part }) => visible(say(part && (part[`${key}_words`] || part[key]))),
          },
        ]
      : [];
  const levels = LEVELS.map((level) => ({
    title: say(WORDS.levels[level]),
    kind: "amount",
    value: ({ counts }) => counts[level],
    cell: ({ counts }) =>
      counts[level] ? el("span", { class: `amount ${level}` }, String(counts[level])) : "",
  }));
  return [
    { title: say(WORDS.report), kind: "name", value: rowName, cell: nameCell },
    ...told("unit"),
    ...told("period"),
    ...[...matrix.columns].map(([id, title]) => ({
      title: say(title),
      kind: "section",
      value: (row) => (row.part ? ORDER.indexOf(stateIn(row, id)) : -1),
      cell: (row) => stateCell(stateIn(row, id), title),
    })),
    ...levels,
    {
      title: say(WORDS.shared),
      kind: "amount",
      value: ({ file }) => file.copied,
      cell: ({ file }) => (file.copied ? `${Math.max(1, Math.round(file.copied * 100))}%` : ""),
    },
  ];
}

/** The condition of a section in a report; empty where the rules of its kind do not require it. */
function stateIn({ sections }, id) {
  const section = sections.get(id);
  return section && section.required ? condition(section) : "";
}

const rowName = ({ file, part, index }) =>
  (part && part.title ? visible(part.title) : fileName(file.path)) +
  (part && file.parts.length > 1 ? ` (${index + 1})` : "");

function nameCell(row) {
  return [
    el(
      "a",
      {
        href: `#file=${row.file.index + 1}${row.part && row.file.parts.length > 1 ? `&line=${row.part.line}` : ""}`,
      },
      rowName(row),
    ),
    el("span", { class: "path" }, visible(row.file.path)),
  ];
}

function stateCell(state, title) {
  if (!state) return "";
  return el(
    "span",
    { class: `state ${state}`, role: "img", "aria-label": say(WORDS.conditions[state]), title: say(title) },
    say(WORDS.signs[state]),
  );
}

function matrixRow(row, columns) {
  const name = el("th", { scope: "row", class: "name" }, columns[0].cell(row));
  if (row.part)
    return el(
      "tr",
      {},
      name,
      columns.slice(1).map((column) => el("td", { class: column.kind }, column.cell(row))),
    );
  const reason = row.file.unreadable ? reasonOf(row.file) || say(WORDS.unreadable) : say(WORDS.formOnly);
  const counts = columns.slice(-4);
  const between = columns.length - 5;
  if (between < 1 || row.file.unreadable)
    return el("tr", { class: "unjudged" }, name, el("td", { colspan: String(columns.length - 1) }, reason));
  return el(
    "tr",
    { class: "unjudged" },
    name,
    el("td", { colspan: String(between) }, reason),
    counts.map((column) => el("td", { class: column.kind }, column.cell(row))),
  );
}
