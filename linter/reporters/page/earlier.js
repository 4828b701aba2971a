// What of a document stands in earlier reports: how much, what to look at, and each passage.

/** The element for a file that was held against earlier reports; null for any other. */
function earlierOf(file, goToLine) {
  const found = file.against;
  if (!found) return null;
  return el(
    "section",
    { class: "checklist earlier", "aria-label": say(WORDS.earlier) },
    el("h2", {}, say(WORDS.earlier)),
    el("p", {}, visible(say(found.said))),
    found.remarks.map((remark) => el("p", { class: "notice" }, visible(say(remark)))),
    found.nearest.length ? passagesBefore(found.nearest, goToLine) : null,
  );
}

function passagesBefore(nearest, goToLine) {
  return el(
    "details",
    { class: "rules passages" },
    el(
      "summary",
      {},
      el("span", {}, say(WORDS.earlierPassages)),
      el("span", { class: "size" }, String(nearest.length)),
    ),
    el(
      "ul",
      {},
      nearest.map((each) =>
        el(
          "li",
          {},
          button(
            [
              el("span", { class: "name" }, visible(say(each.said))),
              each.changed.zh ? el("span", { class: "evidence" }, visible(say(each.changed))) : null,
            ],
            () => goToLine(each.line),
          ),
        ),
      ),
    ),
  );
}
