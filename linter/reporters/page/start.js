// The start screen of a page that checks files itself: by a host, `window.reportlintHost`, which it asks.
//
// The host is one object:
//   kind            "offline" or "served": what the page says of where files go
//   rulesets        [{id, title: {zh, en}}], to choose from beside "by the title"
//   ready           a promise; until it is kept, the page waits
//   onLoading(tell) may be there; calls tell({zh, en}, fraction) while it gets ready
//   check(files, {ruleset, rulesetFiles, units}, onProgress) → a promise of the data that the page shows
//                   files are [{path, file}], units the names of those who are to hand in; onProgress is given
//                   {done, total, name}, with done = total while the files are compared with each other
//   annotate({path, file}, {ruleset, rulesetFiles, suggest}) → a promise of {name, blob}
//   annotateAll([{path, file}], {…}, onProgress) may be there: the same for all, as one archive
//   limits          {files, bytes} or null
// A promise that is broken is broken with {zh, en}: what is wrong and what to do.

const host = window.reportlintHost || null;
const given = { ruleset: "auto", rulesetFiles: [], units: "", files: new Map() };

function startView(show) {
  const chosen = settings();
  const progress = el("progress", { max: "1", hidden: true, "aria-label": say(WORDS.preparing) });
  const status = el("p", { class: "status", role: "status" });
  const trouble = el("p", { class: "trouble", role: "alert", hidden: true });
  const tell = (text, fraction) => {
    status.textContent = say(text);
    progress.hidden = fraction === null;
    if (fraction !== null) progress.value = fraction;
  };
  const wait = (text) => {
    tell(text, null);
    zone.removeAttribute("aria-busy");
  };
  const refuse = (error) => {
    wait("");
    trouble.hidden = false;
    trouble.textContent = say(error && error.zh ? error : WORDS.failure);
  };
  const take = async (coming) => {
    if (zone.hasAttribute("aria-busy")) return; // one batch at a time
    trouble.hidden = true;
    zone.setAttribute("aria-busy", "true");
    try {
      const { drafts: files, rules } = await coming;
      if (rules.length) chosen.take(rules);
      if (rules.length && !files.length) return wait(WORDS.rulesTaken(rules.map(({ name }) => name)));
      const problem = refusal(files);
      if (problem) return refuse(problem);
      tell(WORDS.preparing, 0);
      await host.ready;
      const data = await host.check(files, chosenRules(), ({ done, total, name }) =>
        tell(done < total ? WORDS.checking(done, total, name) : WORDS.comparing, done / total),
      );
      given.files = new Map(files.map((each) => [each.path, each]));
      return show(data);
    } catch (error) {
      return refuse(error);
    }
  };
  const input = (attributes) =>
    el("input", {
      type: "file",
      multiple: true,
      hidden: true,
      onchange: (event) => take(picked(event.target)),
      ...attributes,
    });
  const [files, folder] = [input({}), input({ webkitdirectory: true })];
  const zone = el(
    "div",
    {
      class: "zone",
      ondragover: (event) => {
        event.preventDefault();
        zone.classList.add("over");
      },
      ondragleave: () => zone.classList.remove("over"),
      ondrop: (event) => {
        event.preventDefault();
        zone.classList.remove("over");
        take(dropped(event.dataTransfer));
      },
    },
    svg(
      "svg",
      { viewBox: "0 0 48 48", "aria-hidden": "true" },
      svg("path", { d: "M13 5h15l9 9v29H13z M28 5v9h9" }),
      svg("path", { d: "M18 27l5 5 9-10" }),
    ),
    el("p", { class: "call" }, say(WORDS.start)),
    el("p", { class: "hint" }, say(WORDS.startKinds)),
    el(
      "p",
      { class: "actions" },
      button(say(WORDS.pickFiles), () => files.click(), { class: "primary" }),
      button(say(WORDS.pickFolder), () => folder.click()),
    ),
    files,
    folder,
    progress,
    status,
    trouble,
  );
  tell(WORDS.preparing, 0);
  if (host.onLoading) host.onLoading(tell);
  Promise.resolve(host.ready).then(() => zone.hasAttribute("aria-busy") || tell("", null), refuse);
  const said = [
    host.kind === "served" ? WORDS.served : WORDS.offline,
    host.limits && WORDS.limits(host.limits.files, Math.round(host.limits.bytes / 2 ** 20)),
  ];
  const element = el(
    "div",
    { class: "start" },
    el("h1", {}, say(WORDS.title)),
    zone,
    chosen.element,
    el("p", { class: "hint" }, said.filter(Boolean).map(say).join(lang === "en" ? " " : "")),
  );
  return { element, step() {}, close() {} };
}

/** Gives `{element, take(rules)}`: what a reader may set before he checks; rule files can also come with drafts. */
function settings() {
  const own = el("span", { class: "own" });
  const take = (rules) => {
    given.rulesetFiles = rules;
    own.textContent = say(WORDS.list(rules.map((file) => file.name)));
  };
  const input = el("input", {
    type: "file",
    multiple: true,
    hidden: true,
    accept: ".yaml,.yml",
    onchange: () => take([...input.files]),
  });
  take(given.rulesetFiles);
  const options = [
    ["auto", say(WORDS.auto)],
    ...host.rulesets.map(({ id, title }) => [id, `${say(title)} (${id})`]),
  ];
  const element = el(
    "div",
    { class: "settings" },
    el(
      "label",
      {},
      el("span", {}, say(WORDS.rulesetChoice)),
      select(say(WORDS.rulesetChoice), options, given.ruleset, (value) => (given.ruleset = value)),
    ),
    button(say(WORDS.ownRuleset), () => input.click()),
    input,
    own,
    expectedUnits(),
  );
  return { element, take };
}

/** Where a head names those who are to hand in a report. */
function expectedUnits() {
  const box = el("textarea", {
    rows: "5",
    placeholder: say(WORDS.unitsExample),
    "aria-label": say(WORDS.units),
    oninput: () => (given.units = box.value),
  });
  box.value = given.units;
  const hint = el("p", { class: "hint" }, say(WORDS.unitsHint));
  return el("details", { class: "units", open: Boolean(given.units) }, el("summary", {}, el("span", {}, say(WORDS.units))), hint, box);
}

const chosenRules = () => ({
  ruleset: given.ruleset,
  rulesetFiles: given.rulesetFiles,
  units: [...new Set(given.units.split("\n").map((line) => line.trim()))].filter(Boolean),
});
