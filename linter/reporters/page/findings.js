// The list of findings, with its filters.

const AT_ONCE = 200;

/** Gives `{element, card, refilter}`: `card(finding)` is its element, made when it is first asked for. */
function findingsOf(data, file, chosen, open, toText) {
  const cards = new Map();
  const cardOf = (finding) => {
    if (!cards.has(finding)) cards.set(finding, card(data, file, finding, open, toText));
    return cards.get(finding);
  };
  const list = el("ol", { class: "cards" });
  const count = el("span", { class: "count", "aria-live": "polite" });
  const refilter = () => {
    const shown = file.findings.filter((finding) => fits(data, file, finding, chosen));
    list.replaceChildren(...shown.slice(0, AT_ONCE).map(cardOf));
    if (shown.length > AT_ONCE) list.append(rest(shown.slice(AT_ONCE)));
    count.textContent = say(
      shown.length || !file.findings.length ? WORDS.shown(shown.length, file.findings.length) : WORDS.noMatch,
    );
    return shown;
  };
  const rest = (left) => {
    const item = el(
      "li",
      {},
      button(say(WORDS.rest(left.length)), () => item.replaceWith(...left.map(cardOf))),
    );
    return item;
  };
  const element = el(
    "section",
    { class: "findings", "aria-label": say(WORDS.findings) },
    el("h2", {}, say(WORDS.findings), count),
    file.findings.length
      ? filters(data, file, chosen, refilter)
      : el("p", { class: "clean" }, `✓ ${say(WORDS.nothing)}`),
    list,
  );
  refilter();
  return { element, card: cardOf, refilter };
}

function filters(data, file, chosen, refilter) {
  const change = (key) => (value) => {
    chosen[key] = value;
    refilter();
  };
  const rules = [...new Set(file.findings.map((finding) => finding.rule))];
  const sections = new Map(
    file.findings
      .filter((finding) => finding.section)
      .map((finding) => [finding.section, sectionTitle(file, finding)]),
  );
  const level = (each) =>
    button(
      [
        el("span", { class: `dot ${each}`, "aria-hidden": "true" }),
        `${say(WORDS.levels[each])} ${file.counts[each]}`,
      ],
      (event) => {
        chosen.levels.has(each) ? chosen.levels.delete(each) : chosen.levels.add(each);
        event.currentTarget.setAttribute("aria-pressed", chosen.levels.has(each));
        refilter();
      },
      { class: "chip", "aria-pressed": String(chosen.levels.has(each)) },
    );
  const words = el("input", {
    type: "search",
    id: "filter",
    value: chosen.words,
    placeholder: say(WORDS.filter),
    "aria-label": say(WORDS.filter),
    oninput: (event) => change("words")(event.target.value),
  });
  return el(
    "div",
    { class: "filters" },
    el("div", { class: "chips" }, LEVELS.filter((each) => file.counts[each]).map(level)),
    words,
    rules.length > 1
      ? select(
          say(WORDS.everyRule),
          [
            ["", say(WORDS.everyRule)],
            ...rules.map((rule) => [rule, clipped(say(ruleName(data, rule)), 30)]),
          ],
          chosen.rule,
          change("rule"),
        )
      : null,
    sections.size > 1
      ? select(
          say(WORDS.everySection),
          [["", say(WORDS.everySection)], ...[...sections].map(([id, title]) => [id, say(title)])],
          chosen.section,
          change("section"),
        )
      : null,
  );
}

/** Whether a finding is one of those that the filters ask for. */
function fits(data, file, finding, { levels, rule, section, words, part }) {
  if (
    !levels.has(finding.level) ||
    (rule && finding.rule !== rule) ||
    (section && finding.section !== section)
  )
    return false;
  if (part !== null && finding.part !== null && finding.part !== part) return false;
  const wanted = words.trim().toLowerCase();
  return (
    !wanted ||
    [say(finding.message), finding.rule, finding.excerpt, finding.suggestion || ""]
      .join("\n")
      .toLowerCase()
      .includes(wanted)
  );
}

function card(data, file, finding, open, toText) {
  const section = sectionTitle(file, finding);
  const where = [say(finding.where), section && say(section)]
    .filter(Boolean)
    .join(" · ");
  const head = button(
    [
      el("span", { class: `number ${finding.level}`, "aria-hidden": "true" }, String(finding.number)),
      el(
        "span",
        { class: "message" },
        el("span", { class: "unseen" }, `${say(WORDS.levels[finding.level])} `),
        say(finding.message),
      ),
      el("span", { class: "where" }, where),
      isSaid(finding) ? null : el("q", { class: "excerpt" }, visible(clipped(finding.excerpt, 48))),
      finding.suggestion === null ? null : el("span", { class: "suggestion" }, suggested(finding)),
    ],
    () => open(finding),
    { "aria-expanded": "false" },
  );
  return el(
    "li",
    { class: `card ${finding.level}` },
    head,
    el(
      "div",
      { class: "more", hidden: true },
      button(say(WORDS.toText), () => toText(finding), { class: "to-text" }),
      more(data, file, finding),
    ),
  );
}

/** Whether the words of a finding need not be shown: they stand in its message, or it is about what is not there. */
const isSaid = (finding) =>
  finding.check === "section" ||
  !finding.excerpt.trim() ||
  say(finding.message).includes(finding.excerpt.trim());

function suggested(finding) {
  const safe = finding.safe ? ` · ${say(WORDS.safe)}` : "";
  if (finding.suggestion === "") return [el("b", {}, say(WORDS.suggestDelete)), safe];
  const shown = el("ins", {}, visible(clipped(finding.suggestion, 120)));
  return [el("b", {}, say(WORDS.suggestion)), " ", shown, safe];
}

/** Why, on what grounds, and the other places that a finding is about. */
function more(data, file, finding) {
  const rule = data.rules[finding.rule] || {};
  const row = (title, content) => (content ? [el("dt", {}, say(title)), el("dd", {}, content)] : null);
  const links = finding.related.map((related) => {
    const other = related.path ? data.byPath.get(related.path) : file;
    const where = say(related.where);
    const said = say(
      WORDS.told(related.path ? `${fileName(related.path)} ${where}` : where, say(related.message)),
    );
    if (!other) return el("li", {}, said);
    return el("li", {}, el("a", { href: `#file=${other.index + 1}&line=${related.line}` }, said));
  });
  return el(
    "dl",
    {},
    row(WORDS.related, links.length ? el("ul", {}, links) : null),
    row(WORDS.why, rule.why && say(rule.why)),
    row(WORDS.source, rule.source),
    row(WORDS.rule, el("code", {}, finding.rule)),
  );
}
