// One document: its head, its map, its text, and beside the text the checklist and the findings.

/**
 * Gives `{element, step, close, goToLine, numbered, kept}` for a file of the data; `actions` stand in its head.
 * What a view of the file `kept`, its filters, its pane and the finding that was open, is so in this one.
 */
function documentView(data, file, actions, kept) {
  const { chosen, pane, finding } = { chosen: everything(), pane: "text", finding: null, ...kept };
  let current = finding;
  const paper = paperOf(file, open, showSection);
  const list = findingsOf(
    data,
    file,
    chosen,
    (each) => (each === current ? close() : open(each)),
    (each) => show((paper.marks.get(each.number) || [])[0]),
  );
  const check = el("div", {}, checklistOf(data, file, chosen.part, goToLine));
  const element = el(
    "article",
    { class: "document", "data-pane": pane },
    documentHead(data, file, actions),
    file.unreadable ? null : body(),
  );

  /** All below the head. */
  function body() {
    return [
      file.parts.length > 1 ? partSwitch(file, chosen.part, choosePart) : null,
      mapOf(file, (block) => show(paper.blocks.get(block)), open),
      panes(pane, (chosenPane) => element.setAttribute("data-pane", chosenPane)),
      el(
        "div",
        { class: "columns" },
        el("section", { class: "pane text", "aria-label": say(WORDS.text) }, paper.element),
        el(
          "aside",
          {
            class: "pane side",
            tabindex: "-1",
            "aria-label": `${say(WORDS.checklist)} · ${say(WORDS.findings)}`,
          },
          check,
          earlierOf(file, goToLine),
          list.element,
        ),
      ),
    ];
  }

  function choosePart(part) {
    chosen.part = part;
    check.replaceChildren(checklistOf(data, file, part, goToLine));
    list.refilter();
    if (part !== null) goToLine(file.parts[part].line);
  }

  function show(target) {
    if (!target) return;
    element.querySelector(".panes [name=text]").click();
    target.scrollIntoView({ block: "center", behavior: smooth() });
    target.classList.add("flash");
    setTimeout(() => target.classList.remove("flash"), 1600);
  }

  /** Show the row of a section in the checklist. */
  function showSection(id) {
    if (narrow()) element.querySelector(".panes [name=checklist]").click();
    const row = check.querySelector(`[data-section="${CSS.escape(id)}"]`);
    if (!row) return;
    row.scrollIntoView({ block: "nearest", behavior: smooth() });
    row.focus({ preventScroll: true });
  }

  function goToLine(line) {
    show(paper.blocks.get(blockAt(file, line)));
  }

  function close() {
    if (!current) return;
    unfold(current, false);
    current = null;
  }

  function open(finding) {
    close();
    current = finding;
    unfold(finding, true);
    const [first] = paper.marks.get(finding.number) || [];
    const card = list.card(finding);
    if (narrow()) element.querySelector(".panes [name=findings]").click();
    else if (first && !isInView(first)) first.scrollIntoView({ block: "center", behavior: smooth() });
    if (!card.isConnected) return;
    const side = card.closest(".side");
    if (narrow()) card.scrollIntoView({ block: "start", behavior: smooth() });
    else
      side.scrollTo({
        top: card.getBoundingClientRect().top - side.getBoundingClientRect().top + side.scrollTop - 90,
        behavior: smooth(),
      });
    card.firstChild.focus({ preventScroll: true });
  }

  function unfold(finding, isOpen) {
    const card = list.card(finding);
    card.classList.toggle("open", isOpen);
    card.lastChild.hidden = !isOpen;
    card.firstChild.setAttribute("aria-expanded", String(isOpen));
    for (const mark of paper.marks.get(finding.number) || []) mark.classList.toggle("open", isOpen);
  }

  /** Open the next finding (1) or the one before (-1) of those that the filters let through. */
  function step(by) {
    const shown = list.refilter();
    if (!shown.length) return;
    const at = shown.indexOf(current);
    open(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length]);
  }

  if (current) unfold(current, true);
  return {
    element,
    step,
    close,
    goToLine,
    numbered: (number) => file.findings[number - 1] && open(file.findings[number - 1]),
    kept: () => ({ chosen, pane: element.getAttribute("data-pane"), finding: current }),
  };
}

const everything = () => ({ levels: new Set(LEVELS), rule: "", section: "", words: "", part: null });

function documentHead(data, file, actions) {
  const facts = [
    visible(file.path),
    file.ruleset && say(WORDS.ruleset(rulesetName(data, file.ruleset))),
    file.encoding && say(WORDS.encoding(file.encoding)),
    file.characters && say(WORDS.characters(file.characters)),
    file.form_only && say(WORDS.formOnly),
    ...Object.entries(file.left_out || {}).map(
      ([kind, number]) => number && say(WORDS.leftOut[kind](number)),
    ),
  ].filter(Boolean);
  return el(
    "header",
    { class: "head" },
    el("h1", {}, titleOf(file)),
    el(
      "p",
      { class: "facts" },
      facts.map((fact) => el("span", {}, fact)),
    ),
    file.error ? el("p", { class: "trouble", role: "alert" }, reasonOf(file)) : null,
    (file.notes || []).map((note) => el("p", { class: "notice" }, visible(say(note)))),
    el(
      "p",
      { class: "actions" },
      button(say(WORDS.copy), () => copyText(asText(file))),
      button(say(WORDS.print), () => print()),
      actions,
    ),
  );
}

function partSwitch(file, part, choose) {
  const options = [
    ["", say(WORDS.everyPart)],
    ...file.parts.map((part, index) => [
      String(index),
      clipped(say(WORDS.part(index + 1, part.title && visible(part.title))), 34),
    ]),
  ];
  return el(
    "p",
    { class: "parts" },
    select(say(WORDS.report), options, part === null ? "" : String(part), (value) => choose(value === "" ? null : Number(value))),
  );
}

/** Whether an element can be seen, with some text around it, below what sticks to the top. */
function isInView(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return top > 130 && bottom < innerHeight - 60;
}

const narrow = () => matchMedia("(max-width: 900px)").matches;

/** On a narrow screen one of text, checklist and findings is shown. */
function panes(first, choose) {
  const buttons = ["text", "checklist", "findings"].map((pane) =>
    button(
      say(WORDS[pane]),
      () => {
        for (const each of buttons) each.setAttribute("aria-pressed", String(each.name === pane));
        choose(pane);
      },
      { name: pane, "aria-pressed": String(pane === first) },
    ),
  );
  return el("div", { class: "panes", role: "group" }, buttons);
}
