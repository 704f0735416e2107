// Splits text into words and terms.
// Used by plan.js and excerpt.js; the tests run it too.
// Must not differ from WordTokenizer.java and ReportAnalyzer.java, which index reports: a test compares them.

import { stem } from "./stem.js";

const LONGEST_COMPOUND = 100;
const LONGEST_WORD = 64;
const JOINTS = "-_./:@+";
const PART = /[\p{L}\p{M}\p{N}]/u;
const HUMP = /(?<=[a-z0-9])[A-Z]|(?<=[\s\S])[A-Z](?=[a-z]{2})/g;
const ALONE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]/u;

function codePoint(text, i) {
  return String.fromCodePoint(text.codePointAt(i));
}

/** The end of the run of letters and digits that starts at `from`, or `from` if there is none. */
function runEnd(text, from) {
  let i = from;
  while (i < text.length) {
    const c = codePoint(text, i);
    if (!PART.test(c)) return i;
    if (c >= "\u0E00" && ALONE.test(c)) return i === from ? i + c.length : i;
    i += c.length;
  }
  return i;
}

function afterPossessive(text, end) {
  const quote = text[end];
  const isPossessive = (quote === "'" || quote === "’") &&
      (text[end + 1] === "s" || text[end + 1] === "S") && runEnd(text, end + 1) === end + 2;
  return isPossessive ? end + 2 : end;
}

/** Normalizes to lower case, without compatibility forms and Latin accents. */
export function normal(word) {
  let folded = word;
  if (/[^\x00-\x7f]/.test(word)) {
    folded = word.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFKC");
  }
  // Character by character: lower case must not depend on context, as for a final sigma.
  return Array.from(folded, (c) => c.toLowerCase()).join("");
}

function cut(text, longest) {
  if (text.length <= longest) return text;
  const splitsPair = /[\ud800-\udbff]/.test(text[longest - 1]);
  return text.slice(0, splitsPair ? longest - 1 : longest);
}

function word(text, start, end, kind) {
  const typed = cut(normal(text.slice(start, end)), kind === "compound" ? LONGEST_COMPOUND : LONGEST_WORD);
  const term = /^[a-z]+$/.test(typed) ? stem(typed) : typed;
  return { term, typed, start, end, compound: kind === "compound", plain: kind === "plain" };
}

/**
 * The humps of a name such as OOMKilled. A hump starts at an upper-case letter after a lower-case letter or a digit, or
 * before two lower-case letters. Humps of one letter are dropped.
 */
function humps(text, start, end) {
  if (end - start > LONGEST_WORD) return [];
  const ends = [...text.slice(start, end).matchAll(HUMP)].map((match) => start + match.index);
  if (ends.length === 0) return [];
  return [...ends, end]
    .map((to, i) => [i === 0 ? start : ends[i - 1], to])
    .filter(([from, to]) => to - from > 1)
    .map(([from, to]) => word(text, from, to, "hump"));
}

/**
 * All words in order, each compound before its parts, each word before its humps:
 * [{term, typed, start, end, compound, plain}]. Only plain words have a position of their own.
 */
export function wordsOf(text) {
  const words = [];
  let parts = [];
  let i = 0;
  while (i < text.length) {
    const end = runEnd(text, i);
    if (end === i) {
      i += codePoint(text, i).length;
      continue;
    }
    parts.push(word(text, i, end, "plain"), ...humps(text, i, end));
    i = afterPossessive(text, end);
    const joined = i === end && i + 1 < text.length && JOINTS.includes(text[i]) &&
        runEnd(text, i + 1) > i + 1;
    if (joined) {
      i++;
    } else {
      const { start } = parts[0];
      const isCompound = parts.filter((part) => part.plain).length > 1;
      if (isCompound && end - start <= LONGEST_COMPOUND) words.push(word(text, start, end, "compound"));
      for (const part of parts) words.push(part);
      parts = [];
    }
  }
  // Accents without a letter normalize to nothing.
  return words.filter((each) => each.term);
}
