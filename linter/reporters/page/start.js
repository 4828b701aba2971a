// The start screen of a page that checks files itself: by a host, `window.reportlintHost`, which it asks.
//
// The host is one object:
//   kind            "offline" or "served": what the page says of where files go
//   rulesets        [{id, title: {zh, en}}], to choose from beside "by the title"
//   ready           a promise; until it is kept, the page waits
//   onLoading(tell) may be there; calls tell({zh, en}, fraction) while it gets ready
//   check(files, {ruleset, rulesetFiles, units}, onProgress, signal) → a promise of the data that the page shows
//                   files are [{path, file}], units the names of those who are to hand in; onProgress is given
//                   {done, total, name}, with done = total while the files are compared with each other; when
//                   the signal (AbortSignal) is given, the work ends and the promise is broken with anything
//   annotate({path, file}, {ruleset, rulesetFiles, suggest}) → a promise of {name, blob}
//   annotateAll([{path, file}], {…}, onProgress) may be there: the same for all, as one archive
//   limits          {files, bytes} or null
//   suffixes        may be there: those of the files of a folder that are reports, in small letters, with dot
// A promise that is broken is broken with {zh, en}: what is wrong and what to do.

function startView(show) {
  const chosen = settings();
  const progress = el("progress", { max: "1", "aria-label": say(WORDS.progress) });
  const status = el("p", { class: "status", role: "status" });
  const trouble = el("p", { class: "trouble", role: "alert" });
  const input = (attributes) =>
    el("input", {
      type: "file",
      multiple: true,
      hidden: true,
      onchange: (event) => take(picked(event.target), show),
      ...attributes,
    });
  const [files, folder] = [input({}), input({ webkitdirectory: true })];
  const ways = el(
    "p",
    { class: "actions" },
    button(say(WORDS.pickFiles), () => files.click(), { class: "primary" }),
    button(say(WORDS.pickFolder), () => folder.click()),
    button(say(WORDS.paste), () => showPasting(show), { title: say(WORDS.pasteKey) }),
  );
  const stop = el("p", { class: "actions" }, button(say(WORDS.stop), stopChecking));
  const zone = el(
    "div",
    { class: "zone" },
    svg(
      "svg",
      { viewBox: "0 0 48 48", "aria-hidden": "true" },
      svg("path", { d: "M13 5h15l9 9v29H13z M28 5v9h9" }),
      svg("path", { d: "M18 27l5 5 9-10" }),
    ),
    el("p", { class: "call" }, say(WORDS.start)),
    el("p", { class: "hint" }, say(WORDS.startKinds)),
    ways,
    stop,
    files,
    folder,
    progress,
    status,
    trouble,
  );
  showChecking = () => {
    const [isBusy, { said, fraction, trouble: problem }] = [Boolean(checking.stopper), checking];
    status.textContent = say(said);
    progress.hidden = fraction === null;
    if (fraction === UNKNOWN) progress.removeAttribute("value");
    else progress.value = fraction || 0;
    trouble.hidden = !problem;
    trouble.textContent = problem && say(problem);
    zone.setAttribute("aria-busy", String(isBusy));
    swap(isBusy ? ways : stop, isBusy ? stop : ways);
    chosen.refresh();
  };
  showChecking();
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

/** Show some buttons in place of others; the focus goes along. */
function swap(before, after) {
  const isFocused = before.contains(document.activeElement);
  [before.hidden, after.hidden] = [true, false];
  if (isFocused) after.querySelector("button").focus();
}

/** Gives `{element, refresh}`: what a reader may set before he checks; rule files can also come with drafts. */
function settings() {
  const own = el("span", { class: "own" });
  const refresh = () => {
    own.textContent = say(WORDS.list(given.rulesetFiles.map((file) => visible(file.name))));
  };
  const input = el("input", {
    type: "file",
    multiple: true,
    hidden: true,
    accept: ".yaml,.yml",
    onchange: () => {
      given.rulesetFiles = [...input.files];
      refresh();
    },
  });
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
  return { element, refresh };
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
