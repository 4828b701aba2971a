// The keyboard, and windows over the page.

/** Open a window over the page, and give it. */
function showDialog(title, content, kind = "") {
  const dialog = el(
    "dialog",
    {
      class: kind,
      "aria-label": title,
      onclose: () => dialog.remove(),
      onclick: (event) => event.target === dialog && dialog.close(),
    },
    el(
      "div",
      { class: "bar-top" },
      el("h2", {}, title),
      button("✕", () => dialog.close(), { "aria-label": say(WORDS.close), class: "quiet" }),
    ),
    el("div", { class: "inside" }, content),
  );
  dialog.addEventListener("click", (event) => event.target.closest("a[href]") && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

let areKeysOn = remembered("keys") !== "off";

/** Turn single keys on or off: who speaks to the computer types them unawares (WCAG 2.1.4). */
function turnKeys(isOn) {
  areKeysOn = isOn;
  remember("keys", isOn ? "on" : "off");
}

function showKeys() {
  const box = el("input", { type: "checkbox", checked: areKeysOn, onchange: () => turnKeys(box.checked) });
  showDialog(say(WORDS.help), [
    el("label", { class: "check" }, box, el("span", {}, say(WORDS.keysOn))),
    el(
      "dl",
      { class: "keys" },
      WORDS.keys.map(([keys, meaning]) => [
        el(
          "dt",
          {},
          keys.split(" · ").map((key) => el("kbd", {}, key)),
        ),
        el("dd", {}, say(meaning)),
      ]),
    ),
  ]);
}

/** Listen; `view()` gives the view at hand, `turn(by)` shows the next document, `home()` the overview. */
function listen(view, turn, home) {
  const does = {
    n: () => view().step(1),
    j: () => view().step(1),
    p: () => view().step(-1),
    k: () => view().step(-1),
    "]": () => turn(1),
    "[": () => turn(-1),
    o: home,
    "?": showKeys,
    "/": () => document.getElementById("filter")?.focus(),
    Escape: () => view().close(),
  };
  document.addEventListener("keydown", (event) => {
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.isComposing ||
      document.querySelector("dialog[open]")
    )
      return;
    const isTyping = event.target.matches("input[type=search], textarea, select");
    if (isTyping && event.key === "Escape") event.target.blur();
    if (isTyping || !does[event.key] || !(areKeysOn || event.key === "Escape")) return;
    event.preventDefault();
    does[event.key]();
  });
}
