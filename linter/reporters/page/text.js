// Offsets and pieces of text. The program counts code points, strings of the browser UTF-16 units.

const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]/;

/** A function from an offset in code points to one in UTF-16 units. */
function unitsOf(text) {
  if (!ASTRAL.test(text)) return (offset) => Math.max(0, Math.min(offset, text.length));
  const places = [0];
  for (const point of text) places.push(places[places.length - 1] + point.length);
  return (offset) => places[Math.max(0, Math.min(offset, places.length - 1))];
}

/**
 * A block cut where a finding, a heading or a sign of markup begins or ends: pieces
 * `{text, findings, lead, sign, ending}`. `ending` are the findings that end with the piece.
 */
function pieces(block, findings) {
  const at = unitsOf(block.text);
  const local = (offset) => at(offset - block.start);
  const spans = findings.map((finding) => ({
    finding,
    start: local(finding.start),
    end: local(finding.end),
  }));
  const signs = (block.signs || []).map(([start, end]) => ({ start: local(start), end: local(end) }));
  const lead = at(block.lead || 0);
  const cuts = new Set([0, block.text.length, lead]);
  for (const { start, end } of [...spans, ...signs]) cuts.add(start).add(end);
  const ordered = [...cuts].sort((a, b) => a - b);
  const [over, signed, endings] = [reaching(spans), reaching(signs), endingAt(spans)];
  const piece = (start, end) => ({
    text: block.text.slice(start, end),
    findings: over(start).map((span) => span.finding),
    lead: start < lead,
    sign: signed(start).length > 0,
    ending: endings.get(end) || [],
  });
  const before = endings.has(0)
    ? [{ text: "", findings: [], lead: false, sign: false, ending: endings.get(0) }]
    : [];
  return [...before, ...ordered.slice(1).map((end, index) => piece(ordered[index], end))];
}

/** A function that gives the spans over an offset; it has to be asked for ascending offsets. */
function reaching(spans) {
  const waiting = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  let open = [];
  return (offset) => {
    while (next < waiting.length && waiting[next].start <= offset) open.push(waiting[next++]);
    open = open.filter((span) => span.end > offset);
    return open;
  };
}

/** The findings of spans by the offset at which they end. */
function endingAt(spans) {
  const found = new Map();
  for (const { finding, end } of spans)
    found.has(end) ? found.get(end).push(finding) : found.set(end, [finding]);
  return found;
}

const UNSEEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** The text with a visible sign for each character that nobody sees, or that turns others round. */
function visible(text) {
  return text.replace(UNSEEN, (char) =>
    char < " " ? String.fromCharCode(0x2400 + char.charCodeAt(0)) : "␣",
  );
}

function clipped(text, most) {
  const points = [...text.replace(/\s+/g, " ").trim()];
  return points.length > most ? `${points.slice(0, most).join("")}…` : points.join("");
}
