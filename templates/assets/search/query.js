// What a query asks for. No DOM, no network; the Java side does the same in QueryText, TermList,
// QueryPlan and Filters, and a test compares what both find. docs/search-format.md has the rules.

import { wordsOf } from "./words.js";

const LONGEST = 20_000;
const MOST_WORDS = 32;
const MOST_TELLING = 25;
const MOST_ENDINGS = 16;
const MOST_SPELLINGS = 8;
const SHORTEST_STEM = 4;
const SHORTEST_BEGUN = 5;
const LONGEST_ENDING = 3;
const ENDING = 5;
// A letter of an ending is nearly as unlikely as a slip: `databse` is rather `databas` than `data`.
const EDIT_COST = 3;
const ENDING_COST = 2;
const COMPLETED = Math.fround(0.7);
const RESPELT = Math.fround(0.5);
const FILTER = /(system|severity|status|year|before|after|tag|owner|id):(?:"([^"]*)"?|([^ \t-\r]+))/iy;
const PHRASE = /"([^"]*)"?/y;
const WORD = /[^ \t-\r]+/y;
const SPACE = /[ \t-\r]/;

function at(pattern, text, place) {
  pattern.lastIndex = place;
  return pattern.exec(text);
}

/** {wanted: [{text, phrase, open}], unwanted: the same, filters: {key: [value]}} */
export function parse(typed) {
  const text = typed.slice(0, LONGEST);
  const query = { wanted: [], unwanted: [], filters: {} };
  for (let place = 0; place < text.length;) {
    if (SPACE.test(text[place])) {
      place++;
      continue;
    }
    const isNot = text[place] === "-" && place + 1 < text.length && !SPACE.test(text[place + 1]);
    const start = isNot ? place + 1 : place;
    const filter = isNot ? null : at(FILTER, text, start);
    const phrase = filter ? null : at(PHRASE, text, start);
    const clauses = isNot ? query.unwanted : query.wanted;
    if (filter) {
      (query.filters[filter[1].toLowerCase()] ??= []).push(filter[2] ?? filter[3]);
      place = start + filter[0].length;
    } else if (phrase) {
      clauses.push({ text: phrase[1], phrase: true, open: false });
      place = start + phrase[0].length;
    } else {
      const word = at(WORD, text, start)[0];
      place = start + word.length;
      clauses.push({ text: word, phrase: false, open: !isNot && place === text.length });
    }
  }
  return query;
}

/** The place of a term in the sorted list; where it is none, the place it would have, minus the length. */
function placeOf(terms, term) {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (terms[middle] < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of a term, or -1. */
export function find(index, term) {
  const place = placeOf(index.terms, term);
  return index.terms[place] === term ? place : -1;
}

/** How common a term is: in how many fields of how many documents it stands. */
function count(index, place) {
  const list = index.postings[place];
  let all = 0;
  for (let i = 0; i < list.length; i += 2 + list[i + 1]) all += list[i + 1] / 2;
  return all;
}

function commonest(index, places, most, order) {
  return places
    .map((place) => ({ ...place, count: count(index, place.place) }))
    .sort((a, b) => order(a, b) || b.count - a.count || a.place - b.place)
    .slice(0, most)
    .map((one) => index.terms[one.place]);
}

/** Terms that a word in typing may become: those that it begins, and stems that it goes on from. */
function completions(index, typed, exact) {
  const places = [];
  for (let i = placeOf(index.terms, typed); i < index.terms.length && index.terms[i].startsWith(typed); i++) {
    places.push({ place: i });
  }
  const shortest = Math.max(SHORTEST_BEGUN, typed.length - LONGEST_ENDING);
  for (let length = typed.length - 1; length >= shortest; length--) {
    const place = find(index, typed.slice(0, length));
    if (place >= 0) places.push({ place });
  }
  const others = places.filter((one) => index.terms[one.place] !== exact);
  return commonest(index, others, MOST_ENDINGS, () => 0);
}

/**
 * For each beginning of a word, how many letters to add, drop, replace or swap with the next to make a
 * term of it: Levenshtein's distance with Damerau's swaps, in its restricted form, row by row (Wagner
 * and Fischer, 1974).
 */
function editsOf(term, word) {
  let beforeLast = [];
  let last = Array.from({ length: word.length + 1 }, (_, j) => j);
  for (let i = 1; i <= term.length; i++) {
    const row = [i];
    for (let j = 1; j <= word.length; j++) {
      const replaced = last[j - 1] + (term[i - 1] === word[j - 1] ? 0 : 1);
      row[j] = Math.min(replaced, last[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && term[i - 1] === word[j - 2] && term[i - 2] === word[j - 1]) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
    beforeLast = last;
    last = row;
  }
  return last;
}

const LETTERS = /^\p{L}+$/u;

/** Terms that a word is spelt like, where it may go on behind the stem that a term is. */
function spellings(index, typed) {
  const most = typed.length <= 5 ? 1 : 2;
  if (typed.length < 3 || !LETTERS.test(typed)) return [];
  const places = [];
  index.terms.forEach((term, place) => {
    if (term.length < typed.length - most - ENDING || term.length > typed.length + most) return;
    if (!LETTERS.test(term)) return;
    const edits = editsOf(term, typed);
    const shortest = Math.min(typed.length, Math.max(SHORTEST_STEM, typed.length - ENDING));
    let best = null;
    for (let j = typed.length; j >= shortest; j--) {
      const ending = typed.length - j;
      const cost = EDIT_COST * edits[j] + ENDING_COST * ending;
      if (edits[j] <= most && (best === null || cost < best.cost)) best = { place, cost, ending };
    }
    if (best !== null) places.push(best);
  });
  const least = Math.min(...places.map((one) => one.cost));
  const likeliest = places.filter((one) => one.cost === least);
  return commonest(index, likeliest, MOST_SPELLINGS, (a, b) => a.ending - b.ending);
}

function slot(index, word, isOpen) {
  const terms = new Map();
  if (find(index, word.term) >= 0) terms.set(word.term, 1);
  if (isOpen) {
    for (const other of completions(index, word.typed, word.term)) terms.set(other, COMPLETED);
  }
  const isRespelt = terms.size === 0;
  if (isRespelt) for (const other of spellings(index, word.typed)) terms.set(other, RESPELT);
  return { typed: word.typed, terms, respelt: isRespelt && terms.size > 0 };
}

/** Without slots that mean the same as one before them: Lucene would count such twice. */
function different(slots) {
  const seen = new Set();
  return slots.filter((one) => {
    if (one.side || one.terms.size === 0) return true;
    const key = one.terms.size === 1 ? [...one.terms.keys()][0] : JSON.stringify([...one.terms].sort());
    return !seen.has(key) && seen.add(key);
  });
}

function exact(index, word) {
  const terms = new Map(find(index, word.term) >= 0 ? [[word.term, 1]] : []);
  return { typed: word.term, terms, respelt: false };
}

function addWords(index, clause, isLong, slots) {
  const canEnd = !isLong && !clause.phrase && clause.open;
  let skipTo = 0;
  for (const word of wordsOf(clause.text)) {
    if (word.start < skipTo) continue;
    const isOpen = canEnd && word.end === clause.text.length;
    const isAsked = !word.compound || find(index, word.term) >= 0 ||
        (isOpen && completions(index, word.typed, word.term).length > 0);
    if (!isAsked) continue;
    if (!slots.has(word.term)) {
      slots.set(word.term, isLong ? exact(index, word) : slot(index, word, isOpen));
    }
    skipTo = word.end;
  }
}

function addPhrase(clause, slots) {
  const side = wordsOf(clause.text).filter((word) => !word.compound).map((word) => word.term);
  if (side.length === 1) {
    slots.set(side[0], { typed: side[0], terms: new Map([[side[0], 1]]), respelt: false });
  } else if (side.length > 1) {
    slots.set(`"${side.join(" ")}`, { side });
  }
}

function telling(index, slots) {
  return slots
    .map((one, place) => ({ one, place }))
    .filter(({ one }) => one.terms.size > 0)
    .map((found) => ({ ...found, count: count(index, find(index, found.one.typed)) }))
    .sort((a, b) => a.count - b.count || a.place - b.place)
    .slice(0, MOST_TELLING)
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}

/**
 * The words of clauses with all that they may mean, each once: {slots, pasted}. A slot has either
 * {typed, terms: Map of term to worth, respelt} or {side: [terms that stand side by side]}.
 */
export function plan(index, clauses) {
  const words = clauses.flatMap((clause) => wordsOf(clause.text)).filter((word) => !word.compound);
  const isLong = words.length > MOST_WORDS;
  const slots = new Map();
  for (const clause of clauses) {
    if (clause.phrase && !isLong) addPhrase(clause, slots);
    else addWords(index, clause, isLong, slots);
  }
  const all = different([...slots.values()]);
  return isLong ? { slots: telling(index, all), pasted: true } : { slots: all, pasted: false };
}

function bare(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

const TESTS = {
  system: (card, value, index) =>
    card.systems.some((place) => bare(index.systems[place].name).includes(bare(value))),
  severity: (card, value) => card.severity !== null && bare(card.severity) === bare(value),
  status: (card, value) => card.status !== null && bare(card.status).includes(bare(value)),
  year: (card, value) => card.date !== null && card.date.startsWith(value),
  before: (card, value) => card.date !== null && card.date < value,
  after: (card, value) => card.date !== null && card.date >= value,
  tag: (card, value) => card.tags.some((tag) => bare(tag) === bare(value)),
  owner: (card, value) => card.owners.some((owner) => bare(owner).includes(bare(value))),
  id: (card, value) => card.id.toLowerCase().startsWith(value.toLowerCase()),
};

/** Whether a card passes the filters of a query; of several values of a key one suffices. */
export function allowed(index, card, filters) {
  return Object.entries(filters).every(([key, values]) =>
    values.some((value) => TESTS[key](card, value, index)));
}
