// Reads the search index: a manifest, and parts that are loaded when they are needed.
// Used by engine.js, plan.js and searcher.js; the tests run it too.
// Must not use the DOM or the network: searcher.js loads the parts.

// Asking for a part that is missing returns nothing and puts its name into `index.missing`. The caller loads such
// parts, hands them to `addPart` and asks again. docs/search-format.md describes the data.

/** Applies amendments for reports that were edited since the build; only `hindsight serve` has this. */
const amended = globalThis.hindsight?.amend ?? ((kind, written) => written);

const COLUMN_SHIFT = 13;
const CARDS_IN_A_PART = 8;
const PARTS_IN_A_DIRECTORY = 256;

/** Compares by code point, as Lucene does: surrogates, for characters above U+FFFF, sort after all others. */
function rank(unit) {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

function isBefore(a, b) {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (a[i] !== b[i]) return rank(a.charCodeAt(i)) < rank(b.charCodeAt(i));
  }
  return a.length < b.length;
}

/** The index of the first text in a sorted list that is not before another text. */
function placeOf(list, text) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(list[middle], text)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Prepares the content of search.json for searching.
 *
 * @param parts parts that are already loaded for another manifest; their names identify their content
 */
export function openIndex(manifest, parts = new Map()) {
  const index = { ...manifest, parts, missing: new Set(), lost: new Set() };
  for (const [name, content] of Object.entries(manifest.inline)) addPart(index, name, content);
  return index;
}

/** Adds a part by its name, such as "terms-0a1b2c3d4e". */
export function addPart(index, name, content) {
  index.lost.delete(name);
  index.parts.set(name, name.startsWith("column-") ? openColumn(content) : content);
}

/** Treats a part that could not be loaded as empty. Using it sets `index.isIncomplete`. */
export function giveUp(index, name) {
  index.lost.add(name);
}

function part(index, kind, hash) {
  const name = `${kind}-${hash}`;
  const found = index.parts.get(name);
  if (found === undefined) {
    if (index.lost.has(name)) index.isIncomplete = true;
    else index.missing.add(name);
  }
  return found;
}

/** The parts with the terms from a text on, as {terms, counts, number}, until `isOver(first term)`. */
function* termsFrom(index, text, isOver) {
  const { first, parts } = index.terms;
  const from = placeOf(first, text);
  for (let i = first[from] === text ? from : Math.max(0, from - 1); i < parts.length; i++) {
    if (isOver(first[i])) return;
    const found = part(index, "terms", parts[i]);
    if (found) yield found;
  }
}

function find(index, term) {
  const [block] = termsFrom(index, term, (first) => isBefore(term, first));
  if (!block) return null;
  const place = placeOf(block.terms, term);
  return block.terms[place] === term ? { block, place } : null;
}

/** How common a term is: the sum of the documents that have it, over all fields. */
export function count(index, term) {
  const found = find(index, term);
  return amended("count", found ? found.block.counts[found.place] : 0, index, term);
}

/** The terms that begin with a text: [{term, count}], in order. */
export function beginningWith(index, text) {
  const all = [];
  for (const block of termsFrom(index, text, (first) => !first.startsWith(text) && isBefore(text, first))) {
    for (let i = placeOf(block.terms, text); i < block.terms.length; i++) {
      if (!block.terms[i].startsWith(text)) break;
      all.push({ term: block.terms[i], count: block.counts[i] });
    }
  }
  return amended("terms", all, index, text);
}

/** The candidates for typo suggestions: [{term, count, word}], in order. */
export function spellable(index) {
  const found = part(index, "spellings", index.spellings);
  if (!found) return [];
  found.opened ??= found.spellings.flatMap((term, i, all) =>
    i % 3 === 0 ? { term, count: all[i + 1], word: all[i + 2] || term } : []);
  return amended("spellings", found.opened, index);
}

/** The list of a term, from parts that each have the lists of several terms. */
function listOf(index, kind, names, counts, place) {
  let from = 0;
  for (let i = 0; i < names.length; i++) {
    if (place < from + counts[i]) return part(index, kind, names[i])?.[kind][place - from];
    from += counts[i];
  }
  return undefined;
}

/** The factor of the frequency in numbers that combine a frequency and the index of a norm. */
function baseOf(norms) {
  let base = 16;
  while (base < norms) base *= 2;
  return base;
}

function writtenPostings(index, term) {
  const found = find(index, term);
  if (!found) return [];
  const { block, place } = found;
  block.opened ??= new Map();
  if (block.opened.has(place)) return block.opened.get(place);
  const list = listOf(index, "postings", block.postings, block.lists, place);
  if (!list) return [];
  const fields = [];
  for (let at = 0; at < list.length;) {
    const size = list[at + 1];
    const documents = Int32Array.from(list.slice(at + 2, at + 2 + size));
    for (let i = 1; i < size; i++) documents[i] += documents[i - 1];
    const mixes = list.slice(at + 2 + size, at + 2 + 2 * size);
    const known = index.fields[list[at]].norms;
    const base = baseOf(known.length);
    fields.push({
      field: list[at],
      documents,
      frequencies: Int32Array.from(mixes, (mix) => Math.floor(mix / base) + 1),
      norms: Uint8Array.from(mixes, (mix) => known[mix % base]),
    });
    at += 2 + 2 * size;
  }
  block.opened.set(place, fields);
  return fields;
}

/** The postings of a term: for each field {field, documents, frequencies, norms}, typed arrays of equal length. */
export function postings(index, term) {
  return amended("postings", writtenPostings(index, term), index, term);
}

/** The differences between the positions of a term, in the order of its postings, which must be loaded already. */
export function positions(index, term) {
  const found = find(index, term);
  const steps = found && listOf(index, "positions", found.block.positions, found.block.places, found.place);
  return amended("positions", steps ?? [], index, term);
}

function openColumn({ labels, values, runs }) {
  if (runs) return { labels, at: Int32Array.from(runs.flatMap((length, place) => Array(length).fill(place))) };
  const isPlain = values.every((value) => !Array.isArray(value));
  return { labels, at: isPlain ? Int32Array.from(values) : values };
}

/** The part of a column that contains a document, and the index or indexes of its labels. */
function labelsAt(index, name, document) {
  const column = part(index, "column", index.columns[name][document >> COLUMN_SHIFT]);
  if (!column) return { column: undefined, at: -1 };
  return { column, at: column.at[document & ((1 << COLUMN_SHIFT) - 1)] };
}

/** Calls `each(label)` for every label of a column that a document has. */
export function eachLabel(index, name, document, each) {
  const { column, at } = labelsAt(index, name, document);
  if (Array.isArray(at)) at.forEach((place) => each(column.labels[place]));
  else if (at >= 0) each(column.labels[at]);
}

/** Returns a test for documents: whether a label in a column passes. Each label is tested once. */
export function having(index, name, passes) {
  const verdicts = new Map();
  const verdict = (column, place) => {
    if (place < 0) return false;
    let known = verdicts.get(column);
    if (!known) verdicts.set(column, known = new Map());
    if (!known.has(place)) known.set(place, passes(column.labels[place]));
    return known.get(place);
  };
  return (document) => {
    const { column, at } = labelsAt(index, name, document);
    if (!column) return false;
    return Array.isArray(at) ? at.some((place) => verdict(column, place)) : verdict(column, at);
  };
}

/** The card of a result, or null if it is not loaded. */
export function card(index, document) {
  const number = Math.floor(document / CARDS_IN_A_PART);
  const directory = part(index, "directory", index.cards[Math.floor(number / PARTS_IN_A_DIRECTORY)]);
  if (!directory) return null;
  const cards = part(index, "cards", `${number}-${directory.parts[number % PARTS_IN_A_DIRECTORY]}`);
  return cards ? cards.cards[document % CARDS_IN_A_PART] : null;
}
