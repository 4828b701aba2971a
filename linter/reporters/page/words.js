// What the page says, in both languages, and which of the two it speaks.

let lang = "zh";

/** A sentence in the language of the page; plain strings (names, texts of drafts) stay as they are. */
function say(text) {
  return text === null || text === undefined ? "" : typeof text === "object" ? text[lang] : String(text);
}

const both = (zh, en) => ({ zh, en });
const few = (names) => (names.length > 3 ? [...names.slice(0, 3), "…"] : names);
const many = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

const WORDS = {
  title: both("报告检查", "Report check"),
  levels: { error: both("错误", "Error"), warning: both("警告", "Warning"), info: both("提示", "Info") },
  conditions: {
    ok: both("有", "there"),
    thin: both("太短", "too short"),
    empty: both("空", "empty"),
    absent: both("缺", "missing"),
    unsure: both("不确定", "unsure"),
  },
  signs: {
    ok: both("✓", "✓"),
    thin: both("短", "short"),
    empty: both("空", "empty"),
    absent: both("✗", "✗"),
    unsure: both("?", "?"),
  },
  states: {
    passed: both("通过", "passed"),
    failed: both("不通过", "failed"),
    "not-applicable": both("不适用", "not applicable"),
  },
  kinds: {
    note: both("注释", "note"),
    header: both("页眉", "header"),
    footer: both("页脚", "footer"),
    textbox: both("文本框", "text box"),
    toc: both("目录", "contents"),
  },
  overview: both("总表", "Overview"),
  text: both("正文", "Text"),
  checklist: both("清单", "Checklist"),
  findings: both("问题", "Findings"),
  sections: both("应有的部分", "Required sections"),
  lacks: both("缺项", "Lacking"),
  otherSections: both("其他部分", "Other sections"),
  rules: both("规则", "Rules"),
  earlier: both("和以前的材料相比", "Against earlier reports"),
  earlierPassages: both("来自以前材料的段落", "Passages of earlier reports"),
  map: both("全文一览：每段一格，竖线是问题", "The document at a glance: a bar a section, a tick a finding"),
  previous: both("上一份", "Previous document"),
  next: both("下一份", "Next document"),
  choose: both("选择文件", "Choose a document"),
  language: both("English", "中文"),
  theme: both("明暗", "Light or dark"),
  themes: { auto: both("随系统", "As the system"), light: both("浅色", "Light"), dark: both("深色", "Dark") },
  help: both("快捷键", "Keys"),
  close: both("关闭", "Close"),
  print: both("打印", "Print"),
  copy: both("复制结果", "Copy as text"),
  copied: both("已复制，可以粘贴到微信、邮件里", "Copied: paste it into a chat or a mail"),
  notCopied: both(
    "浏览器不让复制，请手工选取",
    "The browser does not let this page copy; select the text by hand",
  ),
  filter: both("筛选：文字、规则名", "Filter: words, rule"),
  filterFiles: both("筛选：文件名、标题", "Filter: file, title"),
  everyRule: both("所有规则", "Every rule"),
  everySection: both("所有部分", "Every section"),
  everyPart: both("全部", "All"),
  shown: (shown, all) =>
    shown === all
      ? both(`${all} 个问题`, many(all, "finding"))
      : both(`${all} 个问题中的 ${shown} 个`, `${shown} of ${many(all, "finding")}`),
  shownFiles: (shown, all) =>
    shown === all
      ? both(`${all} 份`, many(all, "report"))
      : both(`${all} 份中的 ${shown} 份`, `${shown} of ${many(all, "report")}`),
  rest: (number) => both(`显示其余 ${number} 个`, `Show the other ${number}`),
  nothing: both("没有发现问题", "Nothing found"),
  noMatch: both("没有符合筛选条件的", "Nothing fits the filter"),
  noText: both("没有可显示的正文", "There is no text to show"),
  part: (number, title) =>
    both(`第 ${number} 份${title ? `：${title}` : ""}`, `Report ${number}${title ? `: ${title}` : ""}`),
  line: (line, paragraphs) =>
    both(`第 ${line} ${paragraphs ? "段" : "行"}`, `${paragraphs ? "paragraph" : "line"} ${line}`),
  suggestion: both("建议改为", "Suggestion"),
  safe: both("不改变文意", "does not change the meaning"),
  suggestDelete: both("建议删去", "Suggestion: delete it"),
  why: both("为什么", "Why"),
  source: both("依据", "Source"),
  rule: both("规则", "Rule"),
  toText: both("看正文里的这一处", "See it in the text"),
  related: both("参见", "See"),
  characters: (number) => both(`${number} 字`, many(number, "character")),
  count: (number) => both(`${number} 个问题`, many(number, "finding")),
  encoding: (name) => both(`编码：${name}`, `encoding: ${name}`),
  ruleset: (name) => both(`规则集：${name}`, `ruleset: ${name}`),
  told: (subject, said) => both(`${subject}：${said}`, `${subject}: ${said}`),
  noted: (name, note) => both(`${name}（${note}）`, `${name} (${note})`),
  list: (names) => both(names.join("、"), names.join(", ")),
  leftOut: {
    suppressed: (number) => both(`另有 ${number} 处已声明不计`, `${number} more suppressed`),
    baselined: (number) => both(`另有 ${number} 处在基线内`, `${number} more in the baseline`),
    unchanged: (number) =>
      both(`另有 ${number} 处在未改动的段落里`, `${number} more in what has not changed`),
  },
  formOnly: both("看不出文种，只查了格式", "of no known kind: only its form was checked"),
  unreadable: both("没有检查", "not checked"),
  missingUnits: (units) => both(`没有交：${units.join("、")}`, `Not handed in: ${units.join(", ")}`),
  repeatedUnits: (units) =>
    both(`交了不止一份：${units.join("、")}`, `Handed in more than once: ${units.join(", ")}`),
  otherPeriods: (reports) =>
    both(
      `报告期和别的报告不同：${reports.join("、")}`,
      `About another period than the others: ${reports.join(", ")}`,
    ),
  oldTexts: (reports) =>
    both(
      `文字多半来自以前的材料：${reports.join("、")}`,
      `Mostly the text of earlier reports: ${reports.join(", ")}`,
    ),
  totals: {
    files: both("文件", "files"),
    reports: both("报告", "reports"),
    whole: both("齐全", "complete"),
    lacking: both("有缺项", "lacking something"),
    open: both("存疑", "to be looked at"),
    copying: both("有雷同", "with copies"),
    unreadable: both("没有检查", "not checked"),
    missing: both("没有交", "not handed in"),
  },
  matrix: both("各份报告缺什么", "What each report lacks"),
  report: both("报告", "Report"),
  unit: both("单位", "Unit"),
  period: both("报告期", "Period"),
  shared: both("雷同", "Copied"),
  onlyLacking: both("只看不齐全的", "Only those not complete"),
  faults: both("最常见的问题", "The commonest findings"),
  inFiles: (number) => both(`${number} 份`, many(number, "file")),
  onlyFault: (name) => both(`只看有这个问题的：${name}`, `Only those with: ${name}`),
  clear: both("取消筛选", "Clear the filter"),
  copies: both("谁和谁雷同", "Who shares text with whom"),
  graphHint: both(
    "线越粗，相同的字越多；点线看对照",
    "The thicker the line, the more is shared; click one to compare",
  ),
  passages: (number) => both(`${number} 段`, many(number, "passage")),
  share: both("占本文", "of its text"),
  compare: both("对照", "Compare"),
  first: both("甲", "First"),
  second: both("乙", "Second"),
  amount: both("相同", "Shared"),
  details: both("详情", "Details"),
  start: both("把报告拖到这里", "Drop reports here"),
  startKinds: both(
    "Word、WPS、PDF、OFD、Markdown、纯文本，或整个文件夹",
    "Word, WPS, PDF, OFD, Markdown, plain text, or a whole folder",
  ),
  pickFiles: both("选择文件", "Choose files"),
  pickFolder: both("选择文件夹", "Choose a folder"),
  auto: both("按标题自动选择", "By the title of each report"),
  rulesetChoice: both("按哪套规则检查", "Ruleset"),
  ownRuleset: both("用自己的规则文件（.yaml）", "Use a rule file of your own (.yaml)"),
  paste: both("粘贴文字", "Paste a text"),
  pasteKey: both("也可以在这一页直接按 Ctrl+V", "Or press Ctrl+V on this page"),
  pasteHere: both("把报告的文字粘贴到这里", "Paste the text of the report here"),
  pastedName: both("粘贴的文字.txt", "pasted-text.txt"),
  check: both("检查", "Check"),
  stop: both("停止检查", "Stop"),
  stopped: both("已停止，没有检查完", "Stopped before it was done"),
  progress: both("进度", "Progress"),
  preparing: both("正在准备……", "Getting ready …"),
  checkingOne: (name) => both(`正在检查：${name}`, `Checking ${name}`),
  checking: (done, total, name) =>
    both(`正在检查 ${done} / ${total}：${name}`, `Checking ${done} of ${total}: ${name}`),
  comparing: both("正在互相比对，看有没有雷同……", "Comparing the reports with each other …"),
  rulesTaken: (names) =>
    both(
      `规则已读入：${names.join("、")}。请再选择或拖入要检查的报告`,
      `Rules loaded: ${names.join(", ")}. Now choose the reports to check, or drop them here`,
    ),
  units: both("查谁没交：填写应交的单位（选填）", "See who is missing: list the units expected (optional)"),
  unitsHint: both(
    "每行一个单位；有别名的用“|”隔开。按文件名、署名和标题对照。",
    "One unit a line, other names of it behind “|”. Files are matched by name, signature and title.",
  ),
  unitsExample: both("青山镇\n财政局|区财政局", "青山镇\n财政局|区财政局"),
  again: both("检查别的文件", "Check other files"),
  annotate: both("下载批注版 Word", "Word copy with comments"),
  annotateAll: both("下载全部批注版（.zip）", "All Word copies with comments (.zip)"),
  annotating: both("正在写批注……", "Writing comments …"),
  annotated: (name) => both(`已生成 ${name}`, `${name} is ready`),
  suggest: both("把稳妥的建议写成修订", "Safe suggestions as tracked changes"),
  offline: both("全部在这台电脑上完成，文件不会上传。", "All is done on this computer; no file is uploaded."),
  served: both(
    "文件只在内存里检查，不写入磁盘，也不留存。",
    "Files are checked in memory: nothing is written to disk or kept.",
  ),
  limits: (files, megabytes) =>
    both(
      `一次最多 ${files} 个文件，每个不超过 ${megabytes} MB。`,
      `At most ${files} files at once, ${megabytes} MB each.`,
    ),
  tooMany: (files) =>
    both(`一次最多检查 ${files} 个文件，请分几次`, `At most ${files} files at once: take fewer`),
  passedOver: (names) =>
    both(
      `文件夹里有 ${names.length} 个文件不是报告，没有检查：${few(names).join("、")}`,
      `Not checked, as ${names.length === 1 ? "it is no report" : "they are no reports"}: ${few(names).join(", ")}`,
    ),
  tooLarge: (name, megabytes) =>
    both(
      `${name} 超过 ${megabytes} MB，请拆开或删去图片再试`,
      `${name} is larger than ${megabytes} MB: split it or take pictures out`,
    ),
  noFiles: both("没有可检查的文件", "There are no files to check"),
  failure: both(
    "检查没有完成，请重试；还不行，请重新打开这一页",
    "The check did not finish: try again, or open this page anew",
  ),
  keysOn: both("启用快捷键", "Keys are on"),
  keys: [
    ["n · j", both("下一个问题", "next finding")],
    ["p · k", both("上一个问题", "previous finding")],
    ["Enter", both("打开选中的问题", "open the finding chosen")],
    ["/", both("筛选", "filter")],
    ["[ · ]", both("上一份、下一份", "previous, next document")],
    ["o", both("回到总表", "back to the overview")],
    ["Esc", both("取消选中，关闭窗口", "choose nothing, close")],
    ["?", both("这张表", "this table")],
  ],
};
