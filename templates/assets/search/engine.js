// Ranks incidents with Lucene's BM25 over the index that Lucene built. No DOM, no network: the same
// code runs in the page and in the tests. `docs/search-format.md` describes the data.
//
// Lucene computes in 32-bit floats, hence Math.fround at each step; sums over terms are made in
// 64 bits and rounded once, as Lucene's scorers do (BM25Similarity, DisjunctionSumScorer,
// ConjunctionScorer). A test compares order and scores bit by bit.

import { wordsOf } from "./words.js";

const MOST_WORDS = 32;
const K1 = Math.fround(1.2);
const B = Math.fround(0.75);
const f = Math.fround;

/** Lucene's SmallFloat.byte4ToInt: the field length that a norm stands for. */
function fieldLength(norm) {
  if (norm < 24) return norm;
  const bits = norm - 24;
  const shift = (bits >>> 3) - 1;
  return 24 + (shift < 0 ? bits & 7 : ((bits & 7) | 8) * 2 ** shift);
}

function bytes(base64) {
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}

function openField(field) {
  const average = f(field.totalTerms / field.documents);
  const inverse = new Float32Array(256);
  for (let norm = 0; norm < 256; norm++) {
    const relative = f(f(B * f(fieldLength(norm))) / average);
    inverse[norm] = f(1 / f(K1 * f(f(1 - B) + relative)));
  }
  return { weight: f(field.weight), documents: field.documents, norms: bytes(field.norms), inverse };
}

/** Prepares the content of search.json for searching. */
export function openIndex(file) {
  return {
    documents: file.documents,
    systems: file.systems,
    terms: file.terms,
    postings: file.postings,
    fields: file.fields.map(openField),
  };
}

/** The place of a term in the sorted list, or -1. */
function find(index, term) {
  let low = 0;
  let high = index.terms.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const at = index.terms[middle];
    if (at === term) return middle;
    if (at < term) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The terms that a query asks for, each once. */
export function queryTerms(index, text) {
  const terms = new Set();
  let skipTo = 0;
  for (const word of wordsOf(text)) {
    if (terms.size === MOST_WORDS) break;
    if (word.start < skipTo) continue;
    if (!word.compound) {
      terms.add(word.term);
    } else if (find(index, word.term) >= 0) {
      terms.add(word.term);
      skipTo = word.end;
    }
  }
  return [...terms];
}

/** Calls `found(document, score)` for each field of each document that has the term. */
function score(index, term, found) {
  const place = find(index, term);
  if (place < 0) return;
  const list = index.postings[place];
  for (let at = 0; at < list.length;) {
    const field = index.fields[list[at]];
    const end = at + 2 + list[at + 1];
    const frequency = list[at + 1] / 2;
    const idf = f(Math.log(1 + (field.documents - frequency + 0.5) / (frequency + 0.5)));
    const weight = f(field.weight * idf);
    let document = 0;
    for (at += 2; at < end; at += 2) {
      document += list[at];
      const inverse = field.inverse[field.norms[document]];
      found(document, f(weight - f(weight / f(1 + f(list[at + 1] * inverse)))));
    }
  }
}

function sums(index, terms, size) {
  const total = new Float64Array(size);
  for (const term of terms) score(index, term, (document, value) => { total[document] += value; });
  return total;
}

function ranked(total, isHit) {
  const hits = [];
  for (let document = 0; document < total.length; document++) {
    if (isHit(document)) hits.push({ document, score: f(total[document]) });
  }
  return hits.sort((a, b) => b.score - a.score || a.document - b.document);
}

/**
 * Every document that has all terms, best first; where none has, those that have any.
 * Returns {hits: [{document, score}], all, terms}.
 */
export function search(index, text) {
  const terms = queryTerms(index, text);
  const size = index.documents.length;
  const total = new Float64Array(size);
  const matched = new Uint8Array(size);
  for (const term of terms) {
    const one = sums(index, [term], size);
    for (let document = 0; document < size; document++) {
      if (one[document] > 0) {
        total[document] += f(one[document]);
        matched[document]++;
      }
    }
  }
  const hits = terms.length === 0 ? [] : ranked(total, (document) => matched[document] === terms.length);
  if (hits.length > 0 || terms.length < 2) return { hits, all: true, terms };
  const any = sums(index, terms, size);
  return { hits: ranked(any, (document) => any[document] > 0), all: false, terms };
}

const FACETS = {
  system: (card, index) => card.systems.map((place) => index.systems[place].slug),
  severity: (card) => (card.severity === null ? [] : [card.severity]),
  year: (card) => (card.date === null ? [] : [card.date.slice(0, 4)]),
};

/** The names of the filters. */
export const FILTERS = Object.keys(FACETS);

function passes(index, card, filters, except) {
  return FILTERS.every((name) => name === except || filters[name].length === 0 ||
      FACETS[name](card, index).some((value) => filters[name].includes(value)));
}

/** The hits that pass every filter: {system: [...], severity: [...], year: [...]}. */
export function filtered(index, hits, filters) {
  return hits.filter((hit) => passes(index, index.documents[hit.document], filters, null));
}

/**
 * How many hits each value of a filter would leave, with the other filters as they are:
 * a Map of value to count. Values that are chosen are there even with none.
 */
export function counts(index, hits, filters, name) {
  const all = new Map(filters[name].map((value) => [value, 0]));
  for (const hit of hits) {
    const card = index.documents[hit.document];
    if (!passes(index, card, filters, name)) continue;
    for (const value of FACETS[name](card, index)) all.set(value, (all.get(value) ?? 0) + 1);
  }
  return all;
}

/** A text cut at its matches: [{text, hit}]. */
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
 * The place of a report that says most about the terms: the window with the most different ones,
 * the earliest of equals. Returns {anchor, heading, text} or null where none of them stands.
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
  if (from > 0) from = text.slice(from, start).search(/\s/) < 0 ? start : from + text.slice(from, start).search(/\s/) + 1;
  if (to < text.length) {
    const space = text.slice(end, to).search(/\s\S*$/);
    to = space < 0 ? end : end + space;
  }
  return (from > 0 ? "… " : "") + text.slice(from, to).trim().replace(/\s*\n\s*/g, " · ").replace(/\s+/g, " ") + (to < text.length ? " …" : "");
}
