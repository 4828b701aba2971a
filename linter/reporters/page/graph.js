// Who shares text with whom, as a graph: each group of files on a circle of its own, always the same way.

const SPACE = 170;
const WIDTH = 1100;
const MOST_LINES = 300;

/** The groups of files that hang together by copies: arrays of paths, the largest first. */
function groupsOf(pairs) {
  const group = new Map();
  for (const { first, second } of pairs) {
    const joined = new Set([...(group.get(first) || [first]), ...(group.get(second) || [second])]);
    for (const path of joined) group.set(path, joined);
  }
  return [...new Set(group.values())]
    .map((paths) => [...paths].sort())
    .sort((a, b) => b.length - a.length || (a[0] < b[0] ? -1 : 1));
}

/** The place of each path: groups stand in rows up to a width, each on a circle. Gives `{places, width, height}`. */
function layout(groups, most) {
  const places = new Map();
  let [x, y, tallest, width] = [0, 0, 0, 0];
  for (const group of groups) {
    const radius = group.length < 3 ? 46 : Math.max(60, (group.length * 46) / (2 * Math.PI));
    const [wide, tall] = [2 * radius + SPACE, 2 * radius + 76];
    if (x && x + wide > most) [x, y, tallest] = [0, y + tallest, 0];
    group.forEach((path, index) => {
      const angle =
        (2 * Math.PI * index) / group.length - Math.PI / 2 - (group.length === 2 ? Math.PI / 2 : 0);
      places.set(path, {
        x: x + wide / 2 + radius * Math.cos(angle),
        y: y + tall / 2 + radius * Math.sin(angle),
        below: Math.sin(angle) >= -0.01,
      });
    });
    [x, tallest] = [x + wide, Math.max(tallest, tall)];
    width = Math.max(width, x);
  }
  return { places, width, height: y + tallest };
}

function graphOf(data, compare) {
  const shown = data.copies.slice(0, MOST_LINES);
  const { places, width, height } = layout(groupsOf(shown), WIDTH);
  const short = withoutEnd([...places.keys()].map((path) => nameIn(data, path)));
  const most = shown[0].characters;
  const lines = shown.map((pair) => {
    const [a, b] = [places.get(pair.first), places.get(pair.second)];
    const said = say(
      WORDS.told(
        `${nameIn(data, pair.first)} — ${nameIn(data, pair.second)}`,
        say(WORDS.characters(pair.characters)),
      ),
    );
    const ends = { x1: a.x, y1: a.y, x2: b.x, y2: b.y };
    return svg(
      "g",
      { class: "edge", onclick: () => compare(pair) },
      svg("title", {}, said),
      svg("line", { ...ends, class: "reach" }),
      svg("line", { ...ends, "stroke-width": 1.5 + 7 * (pair.characters / most) }),
    );
  });
  const nodes = [...places].map(([path, place]) =>
    svg(
      "a",
      { href: data.byPath.has(path) ? `#file=${data.byPath.get(path).index + 1}` : null },
      svg("title", {}, visible(path)),
      svg("circle", { cx: place.x, cy: place.y, r: 7 }),
      svg(
        "text",
        { x: place.x, y: place.y + (place.below ? 24 : -14) },
        clipped(short(nameIn(data, path)), 11),
      ),
    ),
  );
  return svg(
    "svg",
    {
      class: "graph",
      viewBox: `0 0 ${width} ${height}`,
      width,
      role: "group",
      "aria-label": say(WORDS.copies),
    },
    lines,
    nodes,
  );
}

/** A function that leaves out of names what all of them end with: the kind of report, its period. */
function withoutEnd(names) {
  const [first = ""] = names;
  let length = 0;
  while (
    length < first.length &&
    names.every((name) => name.endsWith(first.slice(first.length - length - 1)))
  )
    length += 1;
  return names.every((name) => name.length > length + 1)
    ? (name) => name.slice(0, name.length - length)
    : (name) => name;
}

const nameIn = (data, path) => (data.byPath.has(path) ? titleOf(data.byPath.get(path)) : fileName(path));
