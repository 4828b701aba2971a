// Elements. All text goes in as text: what a draft holds can never become markup.

/** An element with attributes (`class`, `aria-…`, `onclick`, …) and children; nullish children are left out. */
function el(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** The same in SVG. */
function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style")
      for (const [key, each] of Object.entries(value)) element.style.setProperty(key, each);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

function button(label, onclick, attributes = {}) {
  return el("button", { type: "button", onclick, ...attributes }, label);
}

/** A choice of named options: `[[value, label], …]`. */
function select(label, options, value, onchange) {
  const box = el(
    "select",
    { "aria-label": label, onchange: () => onchange(box.value) },
    options.map(([each, name]) => el("option", { value: each, selected: each === value }, name)),
  );
  return box;
}

const AT_FIRST = 40;
const EACH_TIME = 120;

/** Put rows, which functions make, into a table: what is seen first at once, the rest while there is nothing to do. */
function fill(body, rows) {
  body.replaceChildren(...rows.slice(0, AT_FIRST).map((make) => make()));
  const turn = (body.turn || 0) + 1;
  body.turn = turn;
  const go = (from) => {
    if (body.turn !== turn || from >= rows.length) return;
    body.append(...rows.slice(from, from + EACH_TIME).map((make) => make()));
    later(() => go(from + EACH_TIME));
  };
  if (rows.length > AT_FIRST) later(() => go(AT_FIRST));
}

const later = window.requestIdleCallback
  ? (act) => requestIdleCallback(act, { timeout: 200 })
  : (act) => setTimeout(act, 20);

/** Say something to a screen reader, and to everybody for some seconds. */
function announce(text, visible = false, seconds = 4) {
  const live = document.getElementById("live");
  live.textContent = say(text);
  live.classList.toggle("shown", visible);
  clearTimeout(announce.timer);
  if (visible) announce.timer = setTimeout(() => live.classList.remove("shown"), seconds * 1000);
}

/** Keep a choice of the reader for the next time, where the browser lets a page do so. */
function remember(key, value) {
  try {
    localStorage.setItem(`reportlint.${key}`, value);
  } catch {
    // A private window: the choice lasts as long as the page.
  }
}

function remembered(key) {
  try {
    return localStorage.getItem(`reportlint.${key}`);
  } catch {
    return null;
  }
}

const smooth = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");
