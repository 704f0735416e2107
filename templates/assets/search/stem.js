// Porter's stemmer for English (M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980).
// Used by words.js; the tests run it too.
// Must not differ from Lucene's PorterStemmer: a test compares them word by word.

// It includes the two changes of Porter's later releases that Lucene includes.

const STEP_2 = [
  ["ational", "ate"], ["tional", "tion"], ["enci", "ence"], ["anci", "ance"], ["izer", "ize"],
  ["bli", "ble"], ["alli", "al"], ["entli", "ent"], ["eli", "e"], ["ousli", "ous"],
  ["ization", "ize"], ["ation", "ate"], ["ator", "ate"], ["alism", "al"], ["iveness", "ive"],
  ["fulness", "ful"], ["ousness", "ous"], ["aliti", "al"], ["iviti", "ive"], ["biliti", "ble"],
  ["logi", "log"],
];
const STEP_3 = [
  ["icate", "ic"], ["ative", ""], ["alize", "al"], ["iciti", "ic"], ["ical", "ic"], ["ful", ""],
  ["ness", ""],
];
const STEP_4 = [
  "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou",
  "ism", "ate", "iti", "ous", "ive", "ize",
];

function isConsonant(word, i) {
  const c = word[i];
  if (c === "a" || c === "e" || c === "i" || c === "o" || c === "u") return false;
  // In a run of y, vowels and consonants alternate, depending on the letter before the run.
  if (c === "y") return i === 0 || !isConsonant(word, i - 1);
  return true;
}

/** How many times vowels are followed by consonants: m in [C](VC)^m[V]. */
function measure(stem) {
  let count = 0;
  for (let i = 1; i < stem.length; i++) {
    if (isConsonant(stem, i) && !isConsonant(stem, i - 1)) count++;
  }
  return count;
}

function hasVowel(stem) {
  for (let i = 0; i < stem.length; i++) {
    if (!isConsonant(stem, i)) return true;
  }
  return false;
}

function endsDouble(word) {
  const n = word.length;
  return n > 1 && word[n - 1] === word[n - 2] && isConsonant(word, n - 1);
}

/** Consonant, vowel, consonant other than w, x, y: the e of hop(e), not of snow. */
function endsShort(word) {
  const n = word.length;
  return n > 2 && isConsonant(word, n - 1) && !isConsonant(word, n - 2) &&
      isConsonant(word, n - 3) && !"wxy".includes(word[n - 1]);
}

function replaceFirst(word, rules) {
  for (const [suffix, replacement] of rules) {
    if (word.endsWith(suffix)) {
      const stem = word.slice(0, -suffix.length);
      return measure(stem) > 0 ? stem + replacement : word;
    }
  }
  return word;
}

function withoutPlural(word) {
  if (!word.endsWith("s")) return word;
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (word.endsWith("ies")) return word.slice(0, -2);
  return word.endsWith("ss") ? word : word.slice(0, -1);
}

function withoutPast(word) {
  if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const suffix = word.endsWith("ed") ? 2 : word.endsWith("ing") ? 3 : 0;
  if (suffix === 0) return word;
  const stem = word.slice(0, -suffix);
  if (!hasVowel(stem)) return word;
  if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) return stem + "e";
  if (endsDouble(stem)) return "lsz".includes(stem.at(-1)) ? stem : stem.slice(0, -1);
  return measure(stem) === 1 && endsShort(stem) ? stem + "e" : stem;
}

function withoutLast(word) {
  for (const suffix of STEP_4) {
    if (!word.endsWith(suffix)) continue;
    const stem = word.slice(0, -suffix.length);
    if (suffix === "ion" && !(stem.endsWith("s") || stem.endsWith("t"))) continue;
    return measure(stem) > 1 ? stem : word;
  }
  return word;
}

/** The stem of a lower-case English word. */
export function stem(word) {
  if (word.length <= 2) return word;
  let w = withoutPast(withoutPlural(word));
  if (w.endsWith("y") && hasVowel(w.slice(0, -1))) w = w.slice(0, -1) + "i";
  w = withoutLast(replaceFirst(replaceFirst(w, STEP_2), STEP_3));
  if (w.endsWith("e")) {
    const shorter = w.slice(0, -1);
    const m = measure(shorter);
    if (m > 1 || (m === 1 && !endsShort(shorter))) w = shorter;
  }
  return w.endsWith("ll") && measure(w) > 1 ? w.slice(0, -1) : w;
}
