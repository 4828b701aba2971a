// The page: its bar, and the view that the address asks for (`#file=2&line=7`; nothing is the overview).

let data = null;
let view = null;
const shownAt = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

function start() {
  const held = JSON.parse(document.getElementById("data").textContent);
  lang = remembered("lang") || (held && held.lang) || (document.documentElement.lang === "en" ? "en" : "zh");
  theme(remembered("theme") || "auto");
  document.body.append(
    el("div", { id: "bar" }),
    el("main", { id: "main", tabindex: "-1" }),
    el("div", { id: "live", role: "status" }),
  );
  addEventListener("hashchange", draw);
  addEventListener("resize", measureBar);
  // What is dropped beside the zone of the start screen would else be opened in place of the page.
  if (host) for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());
  darkScheme.addEventListener("change", () => theme(chosenTheme));
  listen(
    () => view,
    turn,
    () => hasOverview() && go(""),
  );
  show(held, false);
}

/** Show other data: that of a check, or the start screen for null. */
function show(given, afresh = true) {
  data = given && prepared(given);
  if (afresh && location.hash) history.replaceState(null, "", "#");
  draw();
}

function go(hash) {
  if (location.hash.slice(1) === hash) draw();
  else location.hash = hash;
}

/** One file alone is shown at once, unless there is more to say than what it holds. */
const hasOverview = () => data && (data.files.length > 1 || data.summary.missing_units);

function fileShown() {
  if (!data) return null;
  const number = hasOverview() ? Number(shownAt().file) : 1;
  return data.files[number - 1] || null;
}

function viewOf(file) {
  if (!data && host) return startView(show);
  if (!data || !data.files.length) return emptyView();
  return file ? documentView(data, file, annotateActions(file)) : overviewView(data, annotateAllActions());
}

function draw() {
  const file = fileShown();
  const { line, finding } = shownAt();
  document.documentElement.lang = lang === "en" ? "en" : "zh-CN";
  view = viewOf(file);
  document.title = `${file ? titleOf(file) : say(WORDS.title)} · reportlint`;
  const isFocused = document.activeElement !== document.body;
  const main = document.getElementById("main");
  drawBar();
  main.replaceChildren(view.element);
  if (isFocused && document.activeElement === document.body) main.focus({ preventScroll: true });
  scrollTo(0, 0);
  if (file && line) view.goToLine(Number(line));
  if (file && finding) view.numbered(Number(finding));
}

function emptyView() {
  return { element: el("p", { class: "blank" }, data ? say(data.verdict) : ""), step() {}, close() {} };
}

function turn(by) {
  if (!hasOverview()) return;
  const file = fileShown();
  const next = file ? file.index + by : by > 0 ? 0 : data.files.length - 1;
  if (data.files[next]) go(`file=${next + 1}`);
}

/** Draw the bar anew; the focus stays in its place, counted from the end, where the bar does not change. */
function drawBar() {
  const box = document.getElementById("bar");
  const controls = () => [...box.querySelectorAll("a, button, select")].reverse();
  const focused = controls().indexOf(document.activeElement);
  box.replaceChildren(bar(fileShown()));
  if (focused >= 0) controls()[focused]?.focus();
  measureBar();
}

/** Tell what sticks below the bar how high it is. */
function measureBar() {
  const { offsetHeight } = document.getElementById("bar");
  document.documentElement.style.setProperty("--bar", `${offsetHeight}px`);
}

function bar(file) {
  const several = hasOverview();
  return el(
    "header",
    { class: "bar-page" },
    el("a", { class: "brand", href: "#" }, el("b", {}, "reportlint"), el("span", {}, say(WORDS.title))),
    several && file
      ? el(
          "nav",
          { class: "turn", "aria-label": say(WORDS.choose) },
          button("‹", () => turn(-1), {
            "aria-label": say(WORDS.previous),
            title: `${say(WORDS.previous)} [`,
            disabled: file.index === 0,
          }),
          fileChoice(file),
          button("›", () => turn(1), {
            "aria-label": say(WORDS.next),
            title: `${say(WORDS.next)} ]`,
            disabled: file.index === data.files.length - 1,
          }),
        )
      : null,
    el(
      "div",
      { class: "tools" },
      several && file ? el("a", { class: "button", href: "#" }, say(WORDS.overview)) : null,
      host && data ? button(say(WORDS.again), () => show(null)) : null,
      button(
        say(WORDS.language),
        () => {
          lang = lang === "zh" ? "en" : "zh";
          remember("lang", lang);
          draw();
        },
        { lang: lang === "zh" ? "en" : "zh-CN", class: "quiet" },
      ),
      themeChoice(),
      button("?", showKeys, { "aria-label": say(WORDS.help), title: say(WORDS.help), class: "quiet" }),
    ),
  );
}

function fileChoice(file) {
  const options = data.files.map((each) => [
    String(each.index + 1),
    `${each.index + 1}. ${clipped(titleOf(each), 28)}`,
  ]);
  return select(say(WORDS.choose), options, String(file.index + 1), (value) => go(`file=${value}`));
}

const THEMES = ["auto", "light", "dark"];

const darkScheme = matchMedia("(prefers-color-scheme: dark)");
let chosenTheme = "auto";

function theme(name) {
  chosenTheme = THEMES.includes(name) ? name : "auto";
  const system = darkScheme.matches ? "dark" : "light";
  document.documentElement.setAttribute("data-theme", chosenTheme === "auto" ? system : chosenTheme);
}

function themeChoice() {
  const next = THEMES[(THEMES.indexOf(chosenTheme) + 1) % THEMES.length];
  const label = say(WORDS.told(say(WORDS.theme), say(WORDS.themes[chosenTheme])));
  return button(
    { auto: "◐", light: "○", dark: "●" }[chosenTheme],
    () => {
      theme(next);
      remember("theme", next);
      drawBar();
    },
    { "aria-label": label, title: label, class: "quiet" },
  );
}

start();
