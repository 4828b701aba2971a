// Many documents: totals, the commonest findings, the table, and the copies.

/** The element of the overview. */
function overviewView(data, actions) {
  const chosen = { lacking: false, words: "", fault: null };
  const matrices = matricesOf(data).map((each) => matrixTable(data, each));
  const total = matricesOf(data).reduce((sum, each) => sum + each.rows.length, 0);
  const count = el("p", { class: "count", "aria-live": "polite" });
  const clear = button("", () => refilter({ fault: null }), {
    class: "chip clear",
    hidden: true,
    title: say(WORDS.clear),
  });
  const refilter = (change = {}) => {
    Object.assign(chosen, change);
    const shown = matrices.reduce((sum, each) => sum + each.filter((row) => fitsOverview(row, chosen)), 0);
    count.textContent = say(WORDS.shownFiles(shown, total));
    clear.hidden = !chosen.fault;
    clear.textContent = chosen.fault
      ? `${say(WORDS.onlyFault(clipped(say(ruleName(data, chosen.fault.rule)), 24)))} ✕`
      : "";
  };
  const only = button(
    say(WORDS.onlyLacking),
    () => {
      refilter({ lacking: !chosen.lacking });
      only.setAttribute("aria-pressed", String(chosen.lacking));
    },
    { class: "chip", "aria-pressed": "false" },
  );
  const search = el("input", {
    type: "search",
    id: "filter",
    placeholder: say(WORDS.filterFiles),
    "aria-label": say(WORDS.filterFiles),
    oninput: (event) => refilter({ words: event.target.value }),
  });
  const element = el(
    "div",
    { class: "overview" },
    overviewHead(data, actions),
    totals(data),
    el(
      "section",
      { class: "sheet" },
      el("h2", {}, say(WORDS.matrix)),
      el("div", { class: "filters wide" }, only, search, clear, count),
      matrices.map((each) => each.element),
    ),
    commonest(data, (fault) => {
      refilter({ fault });
      element.querySelector(".sheet").scrollIntoView({ behavior: smooth() });
    }),
  );
  refilter();
  if (data.copies.length) later(() => element.append(copies(data)));
  return { element, step() {}, close() {} };
}

function fitsOverview(row, { lacking: onlyLacking, words: typed, fault }) {
  if (onlyLacking && !rowLacks(row)) return false;
  if (fault && !fault.files.has(row.file.index)) return false;
  const wanted = typed.trim().toLowerCase();
  return !wanted || `${row.file.path}\n${rowName(row)}`.toLowerCase().includes(wanted);
}

/** Whether a file is about another period than those beside it: mostly last year's. */
const isOfAnotherPeriod = (file) =>
  file.findings.some(({ check, related }) => check === "period" && related.some(({ path }) => path));

function overviewHead(data, actions) {
  const { missing_units: missing = [], repeated_units: repeated = {} } = data.summary;
  const units = [
    missing.length && WORDS.missingUnits(missing),
    Object.keys(repeated).length && WORDS.repeatedUnits(Object.keys(repeated)),
  ];
  const others = data.files.filter(isOfAnotherPeriod).map((file) => nameIn(data, file.path));
  const periods = others.length && WORDS.otherPeriods(others);
  const old = data.files.filter((file) => file.against && file.against.old);
  const olds = old.length && WORDS.oldTexts(old.map((file) => nameIn(data, file.path)));
  const notes = [...units, periods, olds, data.error, ...data.notes].filter(Boolean);
  return el(
    "header",
    { class: "head" },
    el("h1", {}, say(WORDS.overview)),
    el("p", { class: "facts" }, el("span", {}, say(data.verdict))),
    notes.map((note) => el("p", { class: "notice" }, visible(say(note)))),
    el(
      "p",
      { class: "actions" },
      button(say(WORDS.copy), () => copyText(overviewAsText(data))),
      button(say(WORDS.print), () => print()),
      actions,
    ),
  );
}

function totals(data) {
  const reports = data.files.flatMap((file) => (file.form_only ? [] : file.parts));
  const isOpen = (section) => condition(section) === "unsure";
  const incomplete = reports.map(lacking).filter((sections) => sections.length);
  const open = incomplete.filter((sections) => sections.every(isOpen)).length;
  const lacks = incomplete.length - open;
  const figures = [
    ["files", data.files.length, ""],
    ["reports", reports.length, ""],
    ["whole", reports.length - incomplete.length, "ok"],
    ["lacking", lacks, lacks ? "error" : ""],
    ["open", open, "warning"],
    ["copying", data.files.filter((file) => file.copied).length, "warning"],
    ["unreadable", data.files.filter((file) => file.unreadable).length, "error"],
    ["missing", (data.summary.missing_units || []).length, "error"],
  ].filter(([key, number]) => number || ["files", "reports", "lacking"].includes(key));
  return el(
    "dl",
    { class: "totals" },
    figures.map(([key, number, kind]) =>
      el("div", {}, el("dt", {}, say(WORDS.totals[key])), el("dd", { class: kind }, String(number))),
    ),
  );
}

function commonest(data, choose) {
  const found = faults(data).slice(0, 10);
  if (!found.length) return null;
  const most = found[0].files.size;
  const row = (fault) =>
    el(
      "li",
      {},
      button(
        [
          el("span", { class: "name" }, say(ruleName(data, fault.rule))),
          el(
            "span",
            { class: "size" },
            `${say(WORDS.inFiles(fault.files.size))} · ${say(WORDS.count(fault.count))}`,
          ),
          el(
            "span",
            { class: `meter ${fault.level}`, "aria-hidden": "true" },
            el("i", { style: { width: `${(fault.files.size / most) * 100}%` } }),
          ),
        ],
        () => choose(fault),
      ),
    );
  return el(
    "section",
    { class: "sheet faults" },
    el("h2", {}, say(WORDS.faults)),
    el("ol", {}, found.map(row)),
  );
}

function copies(data) {
  const compare = (pair) => showDialog(say(WORDS.copies), comparison(data, pair), "wide");
  const percent = (share) => `${Math.max(1, Math.round(share * 100))}%`;
  const name = (path, share) => [
    data.byPath.has(path)
      ? el("a", { href: `#file=${data.byPath.get(path).index + 1}` }, nameIn(data, path))
      : fileName(path),
    el("span", { class: "path" }, `${visible(path)} · ${say(WORDS.share)} ${percent(share)}`),
  ];
  const row = (pair) => () =>
    el(
      "tr",
      {},
      el("td", { class: "name" }, name(pair.first, pair.first_share)),
      el("td", { class: "name" }, name(pair.second, pair.second_share)),
      el(
        "td",
        { class: "amount" },
        `${say(WORDS.passages(pair.passages))} · ${say(WORDS.characters(pair.characters))}`,
      ),
      el(
        "td",
        {},
        button(say(WORDS.compare), () => compare(pair), {
          "aria-label": say(
            WORDS.told(
              say(WORDS.compare),
              say(WORDS.list([nameIn(data, pair.first), nameIn(data, pair.second)])),
            ),
          ),
        }),
      ),
    );
  const body = el("tbody", {});
  fill(body, data.copies.map(row));
  return el(
    "section",
    { class: "sheet copies" },
    el("h2", {}, say(WORDS.copies)),
    el("figure", {}, graphOf(data, compare), el("figcaption", {}, say(WORDS.graphHint))),
    el(
      "div",
      { class: "scroller", tabindex: "0", role: "region", "aria-label": say(WORDS.copies) },
      el(
        "table",
        { class: "pairs" },
        el(
          "thead",
          {},
          el(
            "tr",
            {},
            [WORDS.first, WORDS.second, WORDS.amount, WORDS.details].map((word) =>
              el("th", { scope: "col", class: word === WORDS.amount ? "amount" : null }, say(word)),
            ),
          ),
        ),
        body,
      ),
    ),
  );
}
