// Ranks incidents with Lucene's BM25 over the index that Lucene built. No DOM, no network: the same
// code runs in the page and in the tests. `docs/search-format.md` describes the data.
//
// Lucene computes in 32-bit floats, hence Math.fround at each step; sums over terms are made in
// 64 bits and rounded once, as Lucene's scorers do (BM25Similarity, DisjunctionSumScorer,
// ConjunctionScorer). A test compares order and scores bit by bit.

import { allowed, find, parse, plan } from "./query.js";
import { wordsOf } from "./words.js";

const FEW = 3;
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

/** Takes in the content of search-positions.json, without which no phrase is found. */
export function openPositions(index, file) {
  index.positions = file.positions;
}

/** Whether a query needs positions. */
export function needsPositions(text) {
  const query = parse(text);
  return [...query.wanted, ...query.unwanted].some((clause) => clause.phrase);
}

function idf(field, documents) {
  return f(Math.log(1 + (field.documents - documents + 0.5) / (documents + 0.5)));
}

function bm25(weight, frequency, field, document) {
  const inverse = field.inverse[field.norms[document]];
  return f(weight - f(weight / f(1 + f(frequency * inverse))));
}

/** Calls `found(document, score)` for each field of each document that has the term. */
function scoreTerm(index, term, boost, found) {
  const place = find(index, term);
  if (place < 0) return;
  const list = index.postings[place];
  for (let at = 0; at < list.length;) {
    const field = index.fields[list[at]];
    const end = at + 2 + list[at + 1];
    const weight = f(f(boost * field.weight) * idf(field, list[at + 1] / 2));
    let document = 0;
    for (at += 2; at < end; at += 2) {
      document += list[at];
      found(document, bm25(weight, list[at + 1], field, document));
    }
  }
}

/** Where a term stands: a Map of field to a Map of document to {from, frequency} in its positions. */
function placesOf(index, term) {
  const fields = new Map();
  const place = find(index, term);
  if (place < 0) return { fields, steps: [] };
  const list = index.postings[place];
  let from = 0;
  for (let at = 0; at < list.length;) {
    const places = new Map();
    fields.set(list[at], places);
    const end = at + 2 + list[at + 1];
    let document = 0;
    for (at += 2; at < end; at += 2) {
      document += list[at];
      places.set(document, { from, frequency: list[at + 1] });
      from += list[at + 1];
    }
  }
  return { fields, steps: index.positions[place] };
}

function positions(term, { from, frequency }) {
  let position = 0;
  return term.steps.slice(from, from + frequency).map((step) => (position += step));
}

/** The same as scoreTerm for terms that stand side by side, as Lucene's PhraseQuery has it. */
function scoreSide(index, side, found) {
  const terms = side.map((term) => placesOf(index, term));
  index.fields.forEach((field, number) => {
    const inField = terms.map((term) => term.fields.get(number));
    if (inField.some((places) => places === undefined)) return;
    const sum = inField.reduce((total, places) => total + idf(field, places.size), 0);
    const weight = f(f(field.weight) * f(sum));
    for (const [document, first] of inField[0]) {
      if (!inField.every((places) => places.has(document))) continue;
      const others = inField.slice(1).map((places, i) => positions(terms[i + 1], places.get(document)));
      const frequency = positions(terms[0], first)
        .filter((start) => others.every((set, i) => set.includes(start + i + 1))).length;
      if (frequency > 0) found(document, bm25(weight, frequency, field, document));
    }
  });
}

/** What a slot gives each document: a Float64Array that is not rounded yet. */
function scoreSlot(index, slot, size) {
  const sums = new Float64Array(size);
  if (slot.side) {
    scoreSide(index, slot.side, (document, value) => { sums[document] += value; });
    return sums;
  }
  if (slot.terms.size === 1) {
    const [[term, boost]] = slot.terms;
    scoreTerm(index, term, boost, (document, value) => { sums[document] += value; });
    return sums;
  }
  // Of several meanings the best counts: Lucene's DisjunctionMaxQuery.
  for (const [term, boost] of slot.terms) {
    const one = new Float64Array(size);
    scoreTerm(index, term, boost, (document, value) => { one[document] += value; });
    for (let document = 0; document < size; document++) {
      sums[document] = Math.max(sums[document], f(one[document]));
    }
  }
  return sums;
}

/** Whether Lucene sums the parts of a slot together with those of others, without rounding between. */
function isFlat(slot) {
  return slot.side !== undefined || (slot.terms.size === 1 && [...slot.terms.values()][0] === 1);
}

function ranked(total, isHit) {
  const hits = [];
  for (let document = 0; document < total.length; document++) {
    if (isHit(document)) hits.push({ document, score: f(total[document]) });
  }
  return hits.sort((a, b) => b.score - a.score || a.document - b.document);
}

/** Documents that have every slot. */
function withAll(index, slots, size) {
  const total = new Float64Array(size);
  const matched = new Uint16Array(size);
  for (const slot of slots) {
    const one = scoreSlot(index, slot, size);
    for (let document = 0; document < size; document++) {
      if (one[document] > 0) {
        total[document] += f(one[document]);
        matched[document]++;
      }
    }
  }
  return slots.length === 0 ? [] : ranked(total, (document) => matched[document] === slots.length);
}

/** Documents that have any slot. */
function withAny(index, slots, size) {
  const total = new Float64Array(size);
  for (const slot of slots) {
    if (slot.terms?.size === 1 && isFlat(slot)) {
      const [term] = slot.terms.keys();
      scoreTerm(index, term, 1, (document, value) => { total[document] += value; });
    } else if (slot.side) {
      scoreSide(index, slot.side, (document, value) => { total[document] += value; });
    } else {
      scoreSlot(index, slot, size).forEach((value, document) => { total[document] += f(value); });
    }
  }
  return ranked(total, (document) => total[document] > 0);
}

function unwanted(index, clauses, size) {
  const documents = new Set();
  for (const clause of clauses) {
    const { slots } = plan(index, [clause]);
    if (slots.some((slot) => slot.respelt)) continue;
    for (const hit of withAll(index, slots, size)) documents.add(hit.document);
  }
  return documents;
}

/**
 * Every document that has all words of a query and passes its filters, best first; where fewer than three
 * have all words, then those that have some. Returns {hits: [{document, score}], withAll, terms, respelt,
 * pasted}: how many hits have all words, the terms to mark, the words that are spelt like others, and
 * whether the query was so long that only the words in `terms` were asked for.
 */
export function search(index, text) {
  const query = parse(text);
  const size = index.documents.length;
  const { slots, pasted } = plan(index, query.wanted);
  const terms = slots.flatMap((slot) => slot.side ?? [...slot.terms.keys()]);
  const respelt = slots.filter((slot) => slot.respelt).map((slot) => slot.typed);
  const not = unwanted(index, query.unwanted, size);
  const isWanted = ({ document }) =>
    !not.has(document) && allowed(index, index.documents[document], query.filters);
  const narrows = query.unwanted.length > 0 || Object.keys(query.filters).length > 0;
  if (query.wanted.length === 0 && narrows) {
    const every = index.documents.map((_, document) => ({ document, score: 0 }));
    const hits = every.filter(isWanted);
    return { hits, withAll: hits.length, terms, respelt, pasted };
  }
  const all = pasted ? [] : withAll(index, slots, size);
  const hits = all.filter(isWanted);
  const found = { hits, withAll: hits.length, terms, respelt, pasted };
  if (all.length < FEW && (pasted || slots.length > 1)) {
    const listed = new Set(all.map(({ document }) => document));
    const others = withAny(index, slots, size).filter(({ document }) => !listed.has(document));
    found.hits = [...hits, ...others.filter(isWanted)];
  }
  return found;
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
