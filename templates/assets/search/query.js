// Parses a query into words, phrases and filters.
// Used by engine.js and cluster.js; the tests run it too.
// Must not use the DOM, the network or the index.

// ParsedQuery.java does the same, and a test compares what both find. docs/search-format.md has the rules.

const LONGEST = 20_000;
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
