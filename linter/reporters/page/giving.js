// How files and texts are given by other means than a button: dropped anywhere on the page, or pasted.

/** Take what is dropped, on a result too, and what is pasted on the start screen. */
function takeEverywhere(isAtStart, show) {
  const mark = (isOver) => document.querySelector(".zone")?.classList.toggle("over", isOver);
  const hasFiles = (event) => event.dataTransfer.types.includes("Files");
  const isForField = (event) => Boolean(event.target.closest?.("textarea, input"));
  addEventListener("dragover", (event) => {
    if (!hasFiles(event) && isForField(event)) return;
    event.preventDefault(); // else the browser would open the file in place of the page
    mark(hasFiles(event));
  });
  addEventListener("dragleave", (event) => event.relatedTarget || mark(false));
  addEventListener("drop", (event) => {
    if (!hasFiles(event) && isForField(event)) return;
    event.preventDefault();
    mark(false);
    if (!hasFiles(event) || checking.stopper) return;
    const coming = dropped(event.dataTransfer);
    if (!isAtStart()) show(null);
    take(coming, show);
  });
  addEventListener("paste", (event) => {
    if (!isAtStart() || isForField(event) || document.querySelector("dialog[open]")) return;
    const coming = inClipboard(event.clipboardData);
    if (coming) take(coming, show);
  });
}

/** Files or a text of the clipboard, or null. Office programs put a picture of a text beside it. */
function inClipboard(clipboard) {
  const files = [...clipboard.files].filter(({ type }) => !type.startsWith("image/"));
  if (files.length) return sorted(files.map((file) => ({ path: file.name, file })));
  const text = clipboard.getData("text/plain");
  return text.trim() ? pasted(text) : null;
}

/** A text as a draft. */
function pasted(text) {
  const name = say(WORDS.pastedName);
  return sorted([{ path: name, file: new File([text], name, { type: "text/plain" }) }]);
}

/** A window to paste a text into, for those who look for one; what was written stays until it is checked. */
function showPasting(show) {
  const box = el("textarea", {
    rows: "12",
    autofocus: true,
    placeholder: say(WORDS.pasteHere),
    "aria-label": say(WORDS.pasteHere),
    oninput: () => (given.pasted = box.value),
  });
  box.value = given.pasted;
  const check = () => {
    if (!box.value.trim()) return box.focus();
    dialog.close();
    given.pasted = "";
    return take(pasted(box.value), show);
  };
  const actions = el("p", { class: "actions" }, button(say(WORDS.check), check, { class: "primary" }));
  const dialog = showDialog(say(WORDS.paste), [box, actions], "pasting");
}
