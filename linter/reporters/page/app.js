// The page: its bar, and the view that the address asks for (`#file=2&line=7`; nothing is the overview).
//
// A page with a host has its start screen, too. It stands in the history of the browser, so that a step back
// from a result leads there and not out of the page, and a step forward to the result again.

const START = "start"; // the state of the entries that show it
let data = null;
let view = null;
let overview = null; // as its reader left it, with its filters: many reports are gone through from there
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
  addEventListener("popstate", () => draw());
  addEventListener("resize", measureBar);
  if (host) {
    takeEverywhere(isAtStart, show);
    awaitHost();
  }
  darkScheme.addEventListener("change", () => theme(chosenTheme));
  listen(
    () => view,
    turn,
    () => hasOverview() && go(""),
  );
  data = held && prepared(held);
  if (host && !data) history.replaceState(START, "", location.hash && "#");
  draw();
}

/** Show the data of a check, or the start screen for null; the result before is then one step back. */
function show(given) {
  history.pushState(given ? null : START, "", "#");
  document.querySelector("dialog[open]")?.close();
  if (given) {
    data = prepared(given);
    overview = null;
  }
  draw();
  if (given) announce(data.verdict);
}

const isAtStart = () => Boolean(host) && (!data || history.state === START);

function go(hash) {
  if (location.hash.slice(1) === hash) draw();
  else location.hash = hash;
}

/** One file alone is shown at once, unless there is more to say than what it holds. */
const hasOverview = () => data && !isAtStart() && (data.files.length > 1 || data.summary.missing_units);

function fileShown() {
  if (!data || isAtStart()) return null;
  const number = hasOverview() ? Number(shownAt().file) : 1;
  return data.files[number - 1] || null;
}

function viewOf(file, kept) {
  if (isAtStart()) return startView(show);
  if (!data || !data.files.length) return emptyView();
  if (file) return documentView(data, file, annotateActions(file), kept);
  overview = overview || overviewView(data, annotateAllActions(data));
  return overview;
}

/** Draw what the address asks for; `kept` is what a document's view before had open and filtered. */
function draw(kept = null) {
  const file = fileShown();
  const { line, finding } = shownAt();
  document.documentElement.lang = lang === "en" ? "en" : "zh-CN";
  if (view && view === overview) overview.scrolled = scrolls(view.element);
  view = viewOf(file, kept);
  document.title = `${file ? titleOf(file) : say(WORDS.title)} · reportlint`;
  const isFocused = document.activeElement !== document.body;
  const main = document.getElementById("main");
  drawBar();
  main.replaceChildren(view.element);
  if (isFocused && document.activeElement === document.body) main.focus({ preventScroll: true });
  scrollBack(view.element, view.scrolled);
  if (file && line && !kept) view.goToLine(Number(line));
  if (file && finding && !kept) view.numbered(Number(finding));
}

/** How far the page and what scrolls in a view are scrolled; `scrollBack` scrolls them so again, or to the top. */
const scrolls = (element) => [scrollY, ...scrollers(element).map((each) => each.scrollTop)];
const scrollers = (element) => [...element.querySelectorAll(".scroller, .side")];

function scrollBack(element, [top, ...inside] = [0]) {
  scrollers(element).forEach((each, index) => (each.scrollTop = inside[index] || 0));
  scrollTo(0, top);
}

/** Speak the other language, at the same place. */
function translate() {
  lang = lang === "zh" ? "en" : "zh";
  remember("lang", lang);
  overview = null;
  const place = scrolls(view.element);
  draw(view.kept ? view.kept() : {});
  scrollBack(view.element, place);
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
    el("a", { class: "brand", href: isAtStart() ? null : "#" }, el("b", {}, "reportlint"), el("span", {}, say(WORDS.title))),
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
      host && !isAtStart() ? button(say(WORDS.again), () => show(null)) : null,
      button(say(WORDS.language), translate, { lang: lang === "zh" ? "en" : "zh-CN", class: "quiet" }),
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
