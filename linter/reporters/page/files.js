// The files that a reader picks or drops: from folders too, without those that are no drafts.

/** Why drafts are not taken, or null. */
function refusal(files) {
  if (!files.length) return WORDS.noFiles;
  if (!host.limits) return null;
  if (files.length > host.limits.files) return WORDS.tooMany(host.limits.files);
  const large = files.find(({ file }) => file.size > host.limits.bytes);
  return large ? WORDS.tooLarge(visible(large.path), Math.round(host.limits.bytes / 2 ** 20)) : null;
}

/** The files of an input, by their paths in the folder that was chosen. */
function picked(input) {
  const files = [...input.files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  input.value = "";
  return sorted(files);
}

/** What was dropped: files, and those in folders. */
async function dropped(transfer) {
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry())
    .filter(Boolean);
  if (!entries.length) return sorted([...transfer.files].map((file) => ({ path: file.name, file })));
  return sorted((await Promise.all(entries.map(walked))).flat());
}

async function walked(entry) {
  if (entry.isFile) {
    const file = await new Promise((keep, lose) => entry.file(keep, lose));
    return [{ path: entry.fullPath.replace(/^\//, ""), file }];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((keep, lose) => reader.readEntries(keep, lose));
    if (!some.length) break;
    found.push(...some);
  }
  return (await Promise.all(found.map(walked))).flat();
}

/** The drafts by path, the rule files beside them, and the names of what was passed over: files of folders that are no
 *  reports. Hidden files are none of these, nor are files of suppressions, which count on the command line alone. */
function sorted(files) {
  const isLeftOut = ({ path }) =>
    /\.reportlint\.yml$/i.test(path) ||
    path.split("/").some((name) => name.startsWith(".") || name.startsWith("~$"));
  const isRule = ({ path }) => /\.ya?ml$/i.test(path);
  const isPassed = ({ path }) => path.includes("/") && host.suffixes && !host.suffixes.includes(suffixOf(path));
  const kept = files.filter((each) => !isLeftOut(each));
  const texts = kept.filter((each) => !isRule(each)).sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    drafts: texts.filter((each) => !isPassed(each)),
    rules: kept.filter(isRule).map(({ file }) => file),
    passed: texts.filter(isPassed).map(({ file }) => file.name),
  };
}

const suffixOf = (path) => (path.match(/\.[^./]*$/) || [""])[0].toLowerCase();
