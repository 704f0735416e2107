// Finds the terms, completions and corrections for the words of a query.
// Used by engine.js and cluster.js; the tests run it too.
// Must not use the DOM or the network: it also runs in a worker.

// QueryPlan.java and TermDictionary.java do the same, and a test compares what both find. docs/search-format.md has the
// rules.

import { beginningWith, count, spellable } from "./index.js";
import { wordsOf } from "./words.js";

const MOST_WORDS = 32;
const MOST_TELLING = 25;
const SMALL = 500;
const SHORTEST_BEGINNING = 3;
const MOST_ENDINGS = 16;
const MOST_PLACES = 10_000;
const MOST_PLACES_BESIDE = 2_000;
const MOST_SPELLINGS = 8;
const SHORTEST_STEM = 4;
const SHORTEST_BEGUN = 5;
const LONGEST_ENDING = 3;
const ENDING = 5;
// A letter left out costs nearly as much as an edit: `databse` is more likely `databas` than `data`.
const EDIT_COST = 3;
const ENDING_COST = 2;
const FAR_COMMONER = 50;
const COMPLETED = Math.fround(0.7);
// If the word itself is in the index, completions are only a guess. Rare ones would rank too high without a low boost.
const COMPLETED_BESIDE = Math.fround(0.1);
const RESPELT = Math.fround(0.5);
/** Words without meaning for a search, dropped if others remain. */
const FUNCTION_WORDS = new Set((
  "a an and are as at be been but by can could did do does for from had has have how i if in into is it its " +
  "no not of on or our so such that the their them then there these they this to was we were what when where " +
  "which who why will with would you your").split(" "));
const LETTERS = /^\p{L}+$/u;

/** Most common first. Terms with equal counts keep their order, because the sort is stable. */
const commonest = (a, b) => b.count - a.count;

/** Completions of a word: terms that begin with it, and stems that it extends. */
function completions(index, typed, exact) {
  if (index.documents > SMALL && Array.from(typed).length < SHORTEST_BEGINNING) return [];
  const stems = [];
  const shortest = Math.max(SHORTEST_BEGUN, typed.length - LONGEST_ENDING);
  for (let length = shortest; length < typed.length; length++) {
    const term = typed.slice(0, length);
    stems.push({ term, count: count(index, term) });
  }
  const isKnown = count(index, exact) > 0;
  const most = isKnown ? MOST_PLACES_BESIDE : MOST_PLACES;
  let places = 0;
  return [...stems.filter((one) => one.count > 0), ...beginningWith(index, typed)]
    .filter(({ term }) => term !== exact)
    .sort(commonest)
    .slice(0, MOST_ENDINGS)
    .filter((one, i) => (places += one.count) <= most || (i === 0 && !isKnown))
    .map(({ term }) => term);
}

/** The rows of editsOf, reused between calls; as long as the longest word. */
const ROWS = [0, 1, 2].map(() => new Uint8Array(66));

/**
 * The edit distance between a term and each prefix of a word: Levenshtein's distance with Damerau's swaps, in its
 * restricted form, row by row (Wagner and Fischer, 1974). Null if all distances are greater than the maximum.
 */
function editsOf(term, word, most) {
  let [beforeLast, last, row] = ROWS;
  for (let j = 0; j <= word.length; j++) last[j] = j;
  let leastBefore = 0;
  for (let i = 1; i <= term.length; i++) {
    const letter = term.charCodeAt(i - 1);
    const letterBefore = i > 1 ? term.charCodeAt(i - 2) : -1;
    row[0] = i;
    let least = i;
    for (let j = 1; j <= word.length; j++) {
      const own = word.charCodeAt(j - 1);
      let edits = last[j - 1] + (letter === own ? 0 : 1);
      if (last[j] + 1 < edits) edits = last[j] + 1;
      if (row[j - 1] + 1 < edits) edits = row[j - 1] + 1;
      if (j > 1 && letter === word.charCodeAt(j - 2) && letterBefore === own) {
        edits = Math.min(edits, beforeLast[j - 2] + 1);
      }
      row[j] = edits;
      if (edits < least) least = edits;
    }
    if (least > most && leastBefore > most) return null;
    leastBefore = least;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last;
}

/** The cost of a term as a correction and the length of the ending left out: {cost, ending}. Null if it is too far. */
function likeness(term, typed, most) {
  const edits = editsOf(term, typed, most);
  if (edits === null) return null;
  const shortest = Math.min(typed.length, Math.max(SHORTEST_STEM, typed.length - ENDING));
  let best = null;
  for (let j = typed.length; j >= shortest; j--) {
    const ending = typed.length - j;
    const cost = EDIT_COST * edits[j] + ENDING_COST * ending;
    if (edits[j] <= most && (best === null || cost < best.cost)) best = { cost, ending };
  }
  return best;
}

/** The corrections of a word: [{term, word}]. As terms are stems, the word may have an ending after the term. */
function spellings(index, typed, own) {
  if (own > 1 || typed.length < 3 || !LETTERS.test(typed)) return [];
  const most = typed.length <= 5 ? 1 : 2;
  const found = [];
  for (const one of spellable(index)) {
    const { term } = one;
    if (term.length < typed.length - most - ENDING || term.length > typed.length + most) continue;
    if (one.count < own * FAR_COMMONER) continue;
    const best = likeness(term, typed, most);
    if (best !== null) found.push({ ...one, ...best });
  }
  const least = Math.min(...found.map(({ cost }) => cost));
  return found.filter(({ cost }) => cost === least)
    .sort((a, b) => a.ending - b.ending || commonest(a, b))
    .slice(0, MOST_SPELLINGS);
}

function exact(index, term) {
  return new Map(count(index, term) > 0 ? [[term, 1]] : []);
}

function slot(index, word, isOpen) {
  const terms = exact(index, word.term);
  if (isOpen) {
    const worth = terms.size > 0 ? COMPLETED_BESIDE : COMPLETED;
    for (const other of completions(index, word.typed, word.term)) terms.set(other, worth);
  }
  const own = count(index, word.term);
  const isBarelyKnown = terms.size === 0 || (terms.size === 1 && own === 1);
  // While parts are missing, a known word may seem unknown.
  const spelt = isBarelyKnown && index.missing.size === 0 ? spellings(index, word.typed, own) : [];
  for (const { term } of spelt) terms.set(term, RESPELT);
  return { typed: word.typed, terms, spelt };
}

function saying(slots) {
  const others = slots.filter((one) => one.side || !FUNCTION_WORDS.has(one.typed));
  return others.length > 0 ? others : slots;
}

/** Removes duplicate slots, which Lucene would count twice. */
function different(slots) {
  const seen = new Set();
  return slots.filter((one) => {
    if (one.side || one.terms.size === 0) return true;
    const key = one.terms.size === 1 ? [...one.terms.keys()][0] : JSON.stringify([...one.terms].sort());
    return !seen.has(key) && seen.add(key);
  });
}

function addWords(index, clause, isLong, slots) {
  const canEnd = !isLong && !clause.phrase && clause.open;
  let skipTo = 0;
  const words = wordsOf(clause.text);
  words.forEach((word, i) => {
    if (word.start < skipTo) return;
    const isOpen = canEnd && word.end === clause.text.length;
    const hasParts = i + 1 < words.length && words[i + 1].start < word.end;
    const isAsked = !hasParts || count(index, word.term) > 0 ||
        (isOpen && completions(index, word.typed, word.term).length > 0);
    if (!isAsked) return;
    if (!slots.has(word.term)) {
      slots.set(word.term, isLong
        ? { typed: word.term, terms: exact(index, word.term), spelt: [] }
        : slot(index, word, isOpen));
    }
    skipTo = word.end;
  });
}

function addPhrase(clause, slots) {
  const side = wordsOf(clause.text).filter((word) => word.plain).map((word) => word.term);
  if (side.length === 1) {
    slots.set(side[0], { typed: side[0], terms: new Map([[side[0], 1]]), spelt: [] });
  } else if (side.length > 1) {
    slots.set(`"${side.join(" ")}`, { side });
  }
}

function telling(index, slots) {
  return slots
    .map((one, place) => ({ one, place }))
    .filter(({ one }) => one.terms.size > 0)
    .map((found) => ({ ...found, count: count(index, found.one.typed) }))
    .sort((a, b) => a.count - b.count || a.place - b.place)
    .slice(0, MOST_TELLING)
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}

/**
 * The slots of a query, each once: {slots, pasted}. A slot is either {typed, terms: Map of term to boost,
 * spelt: [{term, word}]} or a phrase, {side: [terms]}.
 */
export function plan(index, clauses) {
  const words = clauses.flatMap((clause) => wordsOf(clause.text)).filter((word) => word.plain);
  const isLong = words.length > MOST_WORDS;
  const slots = new Map();
  for (const clause of clauses) {
    if (clause.phrase && !isLong) addPhrase(clause, slots);
    else addWords(index, clause, isLong, slots);
  }
  const all = saying(different([...slots.values()]));
  return isLong ? { slots: telling(index, all), pasted: true } : { slots: all, pasted: false };
}

/** The same slots without corrections. */
export function withoutSpelling(slots) {
  return slots.map((one) => {
    if (one.side) return one;
    const terms = new Map(one.terms);
    for (const { term } of one.spelt) terms.delete(term);
    return { ...one, terms, spelt: [] };
  });
}
