// What the views ask of the data: conditions of sections, findings of a part, who copied, the commonest faults.

const LEVELS = ["error", "warning", "info"];

/** The data as the program gives it, with what several views need worked out once. */
function prepared(data) {
  const copied = new Map();
  for (const pair of data.copies || []) {
    copied.set(pair.first, Math.max(copied.get(pair.first) || 0, pair.first_share));
    copied.set(pair.second, Math.max(copied.get(pair.second) || 0, pair.second_share));
  }
  data.files.forEach((file, index) => {
    file.index = index;
    file.copied = copied.get(file.path) || 0;
    file.counts = counted(file.findings);
    file.findings.forEach((finding, number) => {
      finding.number = number + 1;
    });
  });
  data.byPath = new Map(data.files.map((file) => [file.path, file]));
  return data;
}

/** How many findings there are of each level. */
function counted(findings) {
  const counts = Object.fromEntries(LEVELS.map((level) => [level, 0]));
  for (const finding of findings) counts[finding.level] += 1;
  return counts;
}

/** `ok`, `thin`, `empty`, `absent`, or `unsure` where it may as well be otherwise. */
function condition(section) {
  if (section.unsure) return "unsure";
  return section.state === "absent" ? "absent" : section.substance;
}

const isLacking = (section) => section.required && condition(section) !== "ok";
const lacking = (part) => part.sections.filter(isLacking);

/** The name of a document: its title, else its file. */
function titleOf(file) {
  const titled = file.parts.find((part) => part.title);
  return file.parts.length === 1 && titled ? visible(titled.title) : fileName(file.path);
}

/** Why a file was not judged, without its path, which stands beside. */
function reasonOf(file) {
  const said = say(file.error);
  const prefix = [`${file.path}：`, `${file.path}: `].find((each) => said.startsWith(each)) || "";
  return visible(said.slice(prefix.length));
}

const fileName = (path) => visible(path.split(/[\\/]/).pop());

/** The block that a line of a file stands in. */
function blockAt(file, line) {
  return file.text.filter((block) => block.line <= line).pop() || file.text[0];
}

/** What people call the rulesets that judged a file. */
function rulesetName(data, id) {
  return data.rulesets && data.rulesets[id] ? say(data.rulesets[id]) : id;
}

/** What people call a rule; of one that the data does not hold its id. */
function ruleName(data, id) {
  const rule = data.rules[id];
  return rule ? rule.title : id;
}

/** Rules by the number of their findings, most first: `{rule, count, files}`. */
function faults(data) {
  const found = new Map();
  for (const file of data.files) {
    for (const finding of file.findings) {
      const fault = found.get(finding.rule) || {
        rule: finding.rule,
        level: finding.level,
        count: 0,
        files: new Set(),
      };
      fault.count += 1;
      fault.files.add(file.index);
      found.set(finding.rule, fault);
    }
  }
  return [...found.values()].sort(
    (a, b) => b.files.size - a.files.size || b.count - a.count || (a.rule < b.rule ? -1 : 1),
  );
}

/** The title of a section of a part by its id. */
function sectionTitle(file, finding) {
  if (!finding.section) return null;
  const part = file.parts[finding.part ?? 0];
  const row = part && part.sections.find((each) => each.section === finding.section);
  return row ? row.title : finding.section;
}
