// Marks the matches in a text, and finds the passage of a report that matches best.
// Used by searcher.js.
// Must not use the DOM or the network: it also runs in a worker.

import { wordsOf } from "./words.js";

/** Splits a text at its matches: [{text, hit}]. */
export function marked(text, terms) {
  const wanted = new Set(terms);
  const parts = [];
  let from = 0;
  for (const word of wordsOf(text)) {
    if (word.start < from || !wanted.has(word.term)) continue;
    if (word.start > from) parts.push({ text: text.slice(from, word.start), hit: false });
    parts.push({ text: text.slice(word.start, word.end), hit: true });
    from = word.end;
  }
  if (from < text.length) parts.push({ text: text.slice(from), hit: false });
  return parts;
}

const PASSAGE = 260;

/**
 * The passage of a report that matches the terms best: the window with the most different terms, or the earliest of
 * several. Returns {anchor, heading, text}, or null if no term occurs.
 */
export function passage(sections, terms) {
  const wanted = new Set(terms);
  let best = null;
  for (const section of sections) {
    const matches = wordsOf(section.text).filter((word) => wanted.has(word.term));
    for (let first = 0, last = 0; first < matches.length; first++) {
      while (last < matches.length && matches[last].end - matches[first].start <= PASSAGE) last++;
      const inside = matches.slice(first, last);
      const worth = new Set(inside.map((word) => word.term)).size * 1000 + Math.min(inside.length, 999);
      if (inside.length > 0 && (best === null || worth > best.worth)) {
        best = { worth, section, start: inside[0].start, end: inside.at(-1).end };
      }
    }
  }
  return best && {
    anchor: best.section.anchor,
    heading: best.section.heading,
    text: excerpt(best.section.text, best.start, best.end),
  };
}

function excerpt(text, start, end) {
  const spare = Math.max(0, PASSAGE - (end - start)) / 2;
  let from = Math.max(0, Math.floor(start - spare));
  let to = Math.min(text.length, Math.ceil(end + spare));
  if (from > 0) {
    const space = text.slice(from, start).search(/\s/);
    from = space < 0 ? start : from + space + 1;
  }
  if (to < text.length) {
    const space = text.slice(end, to).search(/\s\S*$/);
    to = space < 0 ? end : end + space;
  }
  const line = text.slice(from, to).trim().replace(/\s*\n\s*/g, " · ").replace(/\s+/g, " ");
  return (from > 0 ? "… " : "") + line + (to < text.length ? " …" : "");
}
