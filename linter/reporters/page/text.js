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
 * `{text, findings, lead, sign, ending}`. `ending` are the findings whose last piece in the block it is.
 */
function pieces(block, findings) {
  const at = unitsOf(block.text);
  const local = (offset) => at(offset - block.start);
  const spans = findings.map((finding) => ({ finding, start: local(finding.start), end: local(finding.end) }));
  const signs = (block.signs || []).map(([start, end]) => [local(start), local(end)]);
  const lead = at(block.lead || 0);
  const cuts = new Set([0, block.text.length, lead]);
  for (const { start, end } of spans) cuts.add(start).add(end);
  for (const [start, end] of signs) cuts.add(start).add(end);
  const ordered = [...cuts].sort((a, b) => a - b);
  const made = [];
  for (const [index, start] of ordered.entries()) {
    const end = ordered[index + 1] ?? start;
    made.push({
      text: block.text.slice(start, end),
      findings: spans.filter((span) => span.start < end && span.end > start).map((span) => span.finding),
      lead: start < lead,
      sign: signs.some((sign) => sign[0] <= start && end <= sign[1] && start < end),
      ending: spans.filter((span) => (span.end === end && start < end) || (span.start === span.end && start === end && span.end === start)).map((span) => span.finding),
    });
  }
  return made.filter((piece) => piece.text || piece.ending.length);
}

const UNSEEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** The text with a visible sign for each character that nobody sees, or that turns others round. */
function visible(text) {
  return text.replace(UNSEEN, (char) => (char < " " ? String.fromCharCode(0x2400 + char.charCodeAt(0)) : "␣"));
}

function clipped(text, most) {
  const points = [...text.replace(/\s+/g, " ").trim()];
  return points.length > most ? `${points.slice(0, most).join("")}…` : points.join("");
}
