// The checklist of a document: its sections with their evidence, and every rule with its state.

function checklistOf(data, file, part, goToLine) {
  const parts = file.parts
    .map((each, index) => ({ ...each, index }))
    .filter((each) => part === null || each.index === part);
  return el(
    "section",
    { class: "checklist", "aria-label": say(WORDS.checklist) },
    parts.map((each) => [
      file.parts.length > 1
        ? el("p", { class: "part" }, say(WORDS.part(each.index + 1, each.title && visible(each.title))))
        : null,
      sectionRows(
        file,
        WORDS.sections,
        each.sections.filter((row) => row.required),
        goToLine,
      ),
      sectionRows(
        file,
        WORDS.otherSections,
        each.sections.filter((row) => !row.required && row.state !== "absent"),
        goToLine,
      ),
    ]),
    ruleRows(data, file, part, goToLine),
  );
}

function sectionRows(file, title, rows, goToLine) {
  if (!rows.length) return null;
  return [
    el("h2", {}, say(title)),
    el(
      "ul",
      { class: "sections" },
      rows.map((row) => {
        const state = condition(row);
        const inside = [
          el("span", { class: `state ${state}`, "aria-hidden": "true" }, say(WORDS.signs[state])),
          el(
            "span",
            { class: "name" },
            say(row.title),
            el("span", { class: "unseen" }, ` ${say(WORDS.conditions[state])}`),
          ),
          el(
            "span",
            { class: "evidence" },
            row.evidence ? visible(clipped(row.evidence, 60)) : say(WORDS.conditions[state]),
          ),
          row.chars ? el("span", { class: "size" }, say(WORDS.characters(row.chars))) : null,
        ];
        return el(
          "li",
          {},
          row.line
            ? button(inside, () => goToLine(row.line), { "data-section": row.section })
            : el("div", { class: "still" }, inside),
        );
      }),
    ),
  ];
}

function ruleRows(data, file, part, goToLine) {
  const rows = file.checklist.filter((row) => part === null || row.part === part || row.part === null);
  if (!rows.length) return null;
  const groups = ["failed", "passed", "not-applicable"].map((state) => [
    state,
    rows.filter((row) => row.state === state),
  ]);
  const counted = groups
    .filter(([, each]) => each.length)
    .map(([state, each]) => `${say(WORDS.states[state])} ${each.length}`);
  const row = (each) => {
    const inside = [
      el(
        "span",
        { class: `state ${each.state}`, "aria-hidden": "true" },
        { failed: "✗", passed: "✓", "not-applicable": "–" }[each.state],
      ),
      el(
        "span",
        { class: "name" },
        say(ruleName(data, each.rule)),
        el("span", { class: "unseen" }, ` ${say(WORDS.states[each.state])}`),
      ),
      el("code", {}, each.rule),
    ];
    return el(
      "li",
      {},
      each.line ? button(inside, () => goToLine(each.line)) : el("div", { class: "still" }, inside),
    );
  };
  return el(
    "details",
    { class: "rules" },
    el("summary", {}, el("span", {}, say(WORDS.rules)), el("span", { class: "size" }, counted.join(" · "))),
    el(
      "ul",
      {},
      groups.map(([, each]) => each.map(row)),
    ),
  );
}
