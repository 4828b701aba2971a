// Word copies with comments, which a host writes and the reader saves.

/** What a document's head offers where a host can write comments into it. */
function annotateActions(file) {
  const draft = given.files.get(file.path);
  if (!host || !host.annotate || !draft || file.unreadable) return null;
  return annotating(WORDS.annotate, [file], (options) => host.annotate(draft, options));
}

/** The same for all drafts at once, in the head of the overview. */
function annotateAllActions(data) {
  if (!host || !host.annotateAll || !given.files.size) return null;
  const tell = ({ done, total, name }) => announce(WORDS.checking(done, total, name), true);
  return annotating(WORDS.annotateAll, data.files, (options) =>
    host.annotateAll([...given.files.values()], options, tell),
  );
}

/** A button, and where some files have safe suggestions the choice to have them written. */
function annotating(words, files, written) {
  const suggest = el("input", { type: "checkbox" });
  const write = button(
    say(words),
    async () => {
      write.disabled = true;
      announce(WORDS.annotating, true);
      try {
        const { name, blob } = await written({ ...chosenRules(), suggest: suggest.checked });
        saveAs(name, blob);
        announce(WORDS.annotated(name), true);
      } catch (error) {
        announce(refused(error), true, 12);
      }
      write.disabled = false;
    },
    { class: "primary" },
  );
  const hasSafe = files.some(({ findings }) => findings.some(({ safe }) => safe));
  return [write, hasSafe && el("label", { class: "check" }, suggest, el("span", {}, say(WORDS.suggest)))];
}

function saveAs(name, blob) {
  const url = URL.createObjectURL(blob);
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}
