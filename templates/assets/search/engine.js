// Ranks incidents with Lucene's BM25 over the index that Lucene built.
// Used by searcher.js and cluster.js; the tests run it too.
// Must not use the DOM or the network: it also runs in a worker.

// docs/search-format.md describes the data.
//
// Lucene computes in 32-bit floats, hence Math.fround at each step. Sums over words use 64 bits and are rounded once,
// as in Lucene's scorers (BM25Similarity, DisjunctionMaxScorer, DisjunctionSumScorer). A test compares order and scores
// bit by bit.

import { eachLabel, having, positions, postings } from "./index.js";
import { plan, withoutSpelling } from "./plan.js";
import { parse } from "./query.js";

/** If fewer incidents than this have all words, those with any word are shown. */
export const FEW = 3;
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

/** The factor of the frequency for each norm. */
function inverses(index, number) {
  const field = index.fields[number];
  if (!field.inverse) {
    const average = f(field.totalTerms / field.documents);
    field.inverse = new Float32Array(256);
    for (let norm = 0; norm < 256; norm++) {
      const relative = f(f(B * f(fieldLength(norm))) / average);
      field.inverse[norm] = f(1 / f(K1 * f(f(1 - B) + relative)));
    }
  }
  return field.inverse;
}

function idf(field, documents) {
  return f(Math.log(1 + (field.documents - documents + 0.5) / (documents + 0.5)));
}

function bm25(weight, frequency, inverse) {
  return f(weight - f(weight / f(1 + f(frequency * inverse))));
}

/** Calls `found(document, score)` for each field of each document that has a term. */
function scoreTerm(index, term, boost, found) {
  for (const { field, documents, frequencies, norms } of postings(index, term)) {
    const statistics = index.fields[field];
    const inverse = inverses(index, field);
    const weight = f(f(boost * f(statistics.weight)) * idf(statistics, documents.length));
    for (let i = 0; i < documents.length; i++) {
      found(documents[i], bm25(weight, frequencies[i], inverse[norms[i]]));
    }
  }
}

/** The fields with positions that have a term, with the index in `steps` where each document starts. */
function withPlaces(index, term) {
  const fields = postings(index, term).filter(({ field }) => index.fields[field].places);
  let from = 0;
  for (const entry of fields) {
    entry.starts ??= entry.frequencies.map((frequency) => {
      from += frequency;
      return from - frequency;
    });
    from = entry.starts.at(-1) + entry.frequencies.at(-1);
  }
  return fields;
}

function placesAt(steps, { starts, frequencies }, i) {
  let position = 0;
  const places = [];
  for (let at = starts[i]; at < starts[i] + frequencies[i]; at++) places.push(position += steps[at]);
  return places;
}

/** Calls `each(document, [its index in each list])` for the documents that are in all of the sorted lists. */
function inAll(lists, each) {
  const at = lists.map(() => 0);
  for (; at[0] < lists[0].length; at[0]++) {
    const document = lists[0][at[0]];
    let isInAll = true;
    for (let i = 1; i < lists.length; i++) {
      while (at[i] < lists[i].length && lists[i][at[i]] < document) at[i]++;
      isInAll &&= lists[i][at[i]] === document;
    }
    if (isInAll) each(document, at);
  }
}

/** Calls `found(document, {field, frequency, norm, idf})` for each field of a document that has a phrase. */
function eachSide(index, side, found) {
  const terms = side.map((term) => withPlaces(index, term));
  const steps = side.map((term) => positions(index, term));
  for (const { field } of terms[0]) {
    const inField = terms.map((fields) => fields.find((entry) => entry.field === field));
    if (inField.includes(undefined)) continue;
    const all = f(inField.reduce((sum, { documents }) => sum + idf(index.fields[field], documents.length), 0));
    inAll(inField.map(({ documents }) => documents), (document, at) => {
      const places = inField.map((entry, i) => placesAt(steps[i], entry, at[i]));
      const frequency = places[0].filter((start) => places.every((set, i) => set.includes(start + i))).length;
      if (frequency > 0) found(document, { field, frequency, norm: inField[0].norms[at[0]], idf: all });
    });
  }
}

/** Like scoreTerm, but for a phrase, as Lucene's PhraseQuery. */
function scoreSide(index, side, found) {
  eachSide(index, side, (document, { field, frequency, norm, idf: all }) => {
    const weight = f(f(index.fields[field].weight) * all);
    found(document, bm25(weight, frequency, inverses(index, field)[norm]));
  });
}

/** The best field of a term counts in full, its other fields by half. */
const ELSEWHERE = 0.5;

/**
 * Collects scores of documents: the best, plus the sum of the others times a factor, as Lucene's
 * DisjunctionMaxQuery.
 */
function best(index, factor) {
  const most = new Float32Array(index.documents);
  const others = new Float64Array(index.documents);
  const touched = [];
  return {
    touched,
    add(document, score) {
      if (most[document] === 0) touched.push(document);
      const before = most[document];
      if (score >= before) {
        most[document] = score;
        others[document] += before;
      } else {
        others[document] += score;
      }
    },
    take(document) {
      const score = f(most[document] + others[document] * factor);
      most[document] = 0;
      others[document] = 0;
      return score;
    },
  };
}

/** Calls `found(document, score)` for each document that has the phrase or any of the terms of a slot. */
function scoreSlot(index, slot, found) {
  const inFields = best(index, ELSEWHERE);
  const drain = (each) => {
    for (const document of inFields.touched) each(document, inFields.take(document));
    inFields.touched.length = 0;
  };
  if (slot.side) {
    scoreSide(index, slot.side, inFields.add);
    drain(found);
    return;
  }
  const meanings = best(index, 0);
  for (const [term, worth] of slot.terms) {
    scoreTerm(index, term, worth, inFields.add);
    drain(meanings.add);
  }
  for (const document of meanings.touched) found(document, meanings.take(document));
}

/** Returns {all, any, scores}: the documents that match all and any of the slots, in order. */
function score(index, slots) {
  const scores = new Float64Array(index.documents);
  const matched = new Uint16Array(index.documents);
  for (const slot of slots) {
    scoreSlot(index, slot, (document, value) => {
      scores[document] += value;
      matched[document]++;
    });
  }
  const all = [];
  const any = [];
  matched.forEach((count, document) => {
    if (count > 0) any.push(document);
    if (count > 0 && count === slots.length) all.push(document);
  });
  return { all, any, scores };
}

function unwanted(index, clauses) {
  const documents = new Set();
  for (const clause of clauses) {
    const slots = withoutSpelling(plan(index, [clause]).slots);
    for (const document of score(index, slots).all) documents.add(document);
  }
  return documents;
}

/** Lower case, without punctuation and spaces. */
export function bare(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

const has = (label, value) => bare(label).includes(bare(value));
const is = (label, value) => bare(label) === bare(value);

/** The test of each filter in a query: a column, and whether a label in it passes. In Java: QueryFilters. */
const TESTS = {
  system: ["system", has],
  severity: ["severity", is],
  status: ["status", has],
  year: ["date", (label, value) => label !== "" && label.startsWith(value)],
  before: ["date", (label, value) => label !== "" && label < value],
  after: ["date", (label, value) => label !== "" && label >= value],
  tag: ["tag", is],
  owner: ["owner", has],
  id: ["id", (label, value) => label.toLowerCase().startsWith(value.toLowerCase())],
};

function allowed(index, filters) {
  return Object.entries(filters).map(([key, values]) => {
    const [column, test] = TESTS[key];
    return having(index, column, (label) => values.some((value) => test(label, value)));
  });
}

/** The filters of the panel: parameters of the address and names of columns. */
export const FACETS = ["system", "severity", "status", "year", "tag", "open"];

/** The value of a facet for a label. For a system it is the slug of its page. */
export function facetValue(index, name, label) {
  if (name !== "system") return label;
  index.slugs ??= new Map(Object.entries(index.systems));
  return index.slugs.get(label) ?? label;
}

/** One test for each facet that has chosen values, and for the dates. */
function chosen(index, filters, except) {
  const tests = FACETS.filter((name) => name !== except && filters[name]?.length > 0).map((name) =>
    having(index, name, (label) => filters[name].includes(facetValue(index, name, label))));
  if (filters.since) tests.push(having(index, "date", (label) => TESTS.after[1](label, filters.since)));
  if (filters.until) tests.push(having(index, "date", (label) => TESTS.before[1](label, filters.until)));
  return tests;
}

/** The documents that pass all tests. */
function passing(documents, tests) {
  return tests.length === 0 ? documents : documents.filter((one) => tests.every((test) => test(one)));
}

function numberAt(index, name, document, none) {
  let number = none;
  eachLabel(index, name, document, (label) => { number = Number(label); });
  return number;
}

function severityAt(index, document) {
  let place = -1;
  eachLabel(index, "severity", document, (label) => { place = index.severities.indexOf(label); });
  return place < 0 ? index.severities.length : place;
}

/** The sort keys, smallest first. Equal keys are sorted by relevance, then newest first. */
const ORDERS = {
  relevance: () => 0,
  newest: (index, document) => -document,
  severity: severityAt,
  longest: (index, document) => -numberAt(index, "minutes", document, -1),
};

/** The first `most` documents in an order: [{document, score}]. Keeps only these sorted. */
function first(documents, scores, most, keyOf) {
  const hits = [];
  const isBefore = (a, b) =>
    (a.key - b.key || b.score - a.score || b.document - a.document) < 0;
  for (const document of documents) {
    const hit = { document, score: f(scores[document]), key: keyOf(document) };
    if (hits.length === most && !isBefore(hit, hits[most - 1])) continue;
    let low = 0;
    let high = hits.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(hit, hits[middle])) high = middle;
      else low = middle + 1;
    }
    hits.splice(low, 0, hit);
    if (hits.length > most) hits.pop();
  }
  return hits;
}

function everyDocument(index) {
  const all = Array.from({ length: index.documents }, (_, document) => document);
  return { all, any: all, scores: new Float64Array(index.documents) };
}

/** The terms to mark, and the corrections of typos: {terms, respelt}. */
export function terms(slots) {
  return {
    terms: slots.flatMap((slot) => slot.side ?? [...slot.terms.keys()]),
    respelt: slots.filter((slot) => slot.spelt?.length > 0).map((slot) => ({
      typed: slot.typed,
      words: [...new Set(slot.spelt.map(({ word }) => word))],
      isKnown: slot.spelt.length < slot.terms.size,
    })),
  };
}

/**
 * Answers {query, filters, sort, most}. `filters` has a list of values for each of FACETS, and `since` and `until`.
 * Finds the documents that have all words or, if there are fewer than three, any word. Returns
 *
 *   count, withAll  how many there are, and how many of them have all words
 *   hits            the first `most`: [{document, score}]
 *   found           the documents before the filters of the panel, for `counts`
 *   terms, respelt  the terms to mark, and the corrections of typos
 *   pasted          whether the query is so long that only its rarest words were searched
 *
 * or null while index.missing names parts that it needs.
 */
export function search(index, { query: text, filters = {}, sort = "relevance", most }) {
  index.missing.clear();
  const query = parse(text);
  const { slots, pasted } = plan(index, query.wanted);
  if (index.missing.size > 0) return null;
  const { all, any, scores } = query.wanted.length === 0 ? everyDocument(index) : score(index, slots);
  const not = unwanted(index, query.unwanted);
  if (index.missing.size > 0) return null;
  const own = allowed(index, query.filters);
  if (not.size > 0) own.push((document) => !not.has(document));
  const found = passing(pasted || all.length < FEW ? any : all, own);
  const narrowed = passing(found, chosen(index, filters));
  const full = new Set(pasted ? [] : all);
  const hits = first(narrowed, scores, most, (document) => ORDERS[sort](index, document));
  if (index.missing.size > 0) return null;
  return {
    count: narrowed.length,
    withAll: narrowed.reduce((count, document) => count + (full.has(document) ? 1 : 0), 0),
    hits,
    found,
    ...terms(slots),
    pasted,
  };
}

/**
 * How many of the found documents each value of a facet would leave, with the other filters unchanged: a Map of value
 * to {label, count}. Selected values are included even if their count is 0. Null while parts are missing.
 */
export function counts(index, found, filters, name) {
  index.missing.clear();
  const all = new Map((filters[name] ?? []).map((value) => [value, { label: value, count: 0 }]));
  const documents = passing(found, chosen(index, filters, name));
  const byLabel = new Map();
  for (const document of documents) {
    eachLabel(index, name, document, (label) => byLabel.set(label, (byLabel.get(label) ?? 0) + 1));
  }
  byLabel.delete("");
  for (const [label, count] of byLabel) all.set(facetValue(index, name, label), { label, count });
  return index.missing.size > 0 ? null : all;
}

/** The numbers of Lucene's explanation for one term or phrase in one field of a document. */
function explained(index, field, term, worth, { frequency, norm, idf: rarity, n }) {
  const statistics = index.fields[field];
  const boost = f(worth * f(statistics.weight));
  const inverse = inverses(index, field)[norm];
  return {
    field: statistics.name, term, boost, idf: rarity, n, documents: statistics.documents, frequency,
    length: fieldLength(norm), average: f(statistics.totalTerms / statistics.documents),
    tf: f(1 - f(1 / f(1 + f(frequency * inverse)))),
    score: bm25(f(boost * rarity), frequency, inverse),
  };
}

function termParts(index, term, worth, document) {
  return postings(index, term).flatMap(({ field, documents, frequencies, norms }) => {
    const at = documents.indexOf(document);
    if (at < 0) return [];
    const rarity = idf(index.fields[field], documents.length);
    const how = { frequency: frequencies[at], norm: norms[at], idf: rarity, n: documents.length };
    return [explained(index, field, term, worth, how)];
  });
}

function sideParts(index, side, document) {
  const parts = [];
  eachSide(index, side, (at, how) => {
    if (at === document) parts.push(explained(index, how.field, side.join(" "), 1, { ...how, n: null }));
  });
  return parts;
}

/** Adds to each part how much it counts: the best field in full, the others by half. */
function counted(parts) {
  const most = Math.max(...parts.map((part) => part.score));
  const at = parts.findIndex((part) => part.score === most);
  return parts.map((part, i) => ({ ...part, counts: i === at ? part.score : part.score * ELSEWHERE }));
}

/** The parts of the term that counts among several of a slot: the first with the highest score. */
function bestParts(index, slot, document) {
  if (slot.side) return counted(sideParts(index, slot.side, document));
  const sum = (parts) => parts.reduce((all, part) => all + part.counts, 0);
  return [...slot.terms].map(([term, worth]) => counted(termParts(index, term, worth, document)))
    .reduce((best, parts) => (sum(parts) > sum(best) ? parts : best), []);
}

/**
 * Explains a document's score by the score of each term or phrase in each field, with the numbers of Lucene's
 * explanation: [{field, term, boost, idf, n, documents, frequency, length, average, tf, score, counts}]. n is null for
 * a phrase. The sum of `counts` is the document's score. Null while parts are missing.
 */
export function explain(index, text, document) {
  index.missing.clear();
  const { slots } = plan(index, parse(text).wanted);
  const parts = slots.flatMap((slot) => bestParts(index, slot, document));
  return index.missing.size > 0 ? null : parts;
}
