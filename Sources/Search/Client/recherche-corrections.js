/**
 * Words that no text has: what else they may be, another form of a known word or a mistyped one. Loaded when a word is found
 * neither as it is nor as a beginning.
 */

import { meanings, place, unfold } from "./recherche-moteur.js";

/** @typedef {import("./recherche-moteur.js").Term} Term */

/** Words taken for one. */
const most = 3;

/** What may follow a stem in the same word: plurals, feminines, endings of verbs. */
const inflection = new RegExp("^(?:e{0,2}s?|x|ons|i?ez|e?nt|i(?:e?s?|t)|a(?:is?|it|ient|s|t|mes|tes)?|ant(?:e?s?)"
  + "|[ei]?r(?:a(?:is?|it|ient|s)?|i?ons|i?ez|e?nt|ont)?|[ai]ss(?:es?|i?ons|i?ez|ent|a(?:is|it|ient|nte?s?)))$");
/** Of these, what may follow a stem of four letters: so short, it is soon the beginning of another word. */
const inflectionOfShort = /^(?:[sx]|ees?|er|ez|e?nt|ons|iez|ait|aient|ant|er(?:a(?:is?|it|ient|s)?|i?ons|i?ez|ont))$/;
/** What makes nouns and adjectives of a stem. */
const derivation = /^(?:a?t(?:eur|rice|if|ive)s?|(?:a?t)?ions?|e?ments?|ages?|ables?|[ae]nces?|iques?|ismes?|i[st]es?|i(?:f|ve)s?|eux|euses?|eurs?|rices?|el(?:le)?s?)$/;

/**
 * Gives words that are not found the nearest that are.
 * @param {import("./recherche-moteur.js").Search} search
 * @param {import("./recherche-moteur.js").Concept[]} concepts
 * @param {Set<string>} matches
 */
export async function corrected(search, concepts, matches) {
  return (await Promise.all(concepts.map((concept) => correct(search, concept, matches)))).flat();
}

/**
 * Gives a word that is not found the nearest that are.
 * @param {import("./recherche-moteur.js").Search} search
 * @param {import("./recherche-moteur.js").Concept} concept gets alternatives
 * @param {Set<string>} matches gets the words used
 * @returns {Promise<import("./recherche-moteur.js").Correction[]>} what to tell the reader: nothing of another ending
 */
async function correct(search, concept, matches) {
  const candidates = await nearest(search, concept.word, !concept.term);
  const used = [];
  /** @type {Set<Term | undefined>} */
  const terms = new Set();
  for (const { word, weight } of candidates.slice(0, 2 * most)) {
    if (terms.size === most) break;
    const term = await termOf(search, word);
    // A phrase may have it: its other words decide.
    if (term && !concept.term && candidates[0].isSame) concept.term = term;
    if (!isKnown(term) || terms.has(term)) continue;
    terms.add(term);
    used.push(word);
    concept.term ??= term;
    for (const surface of term.surfaces) matches.add(surface);
    concept.alternatives.push(...meanings(term).map((one) => ({ postings: one.postings, weight: weight * one.weight })));
  }
  if (used.length) concept.trust = 0.5 ** candidates[0].near;
  return used.length && !candidates[0].isSame ? [{ typed: concept.word, used }] : [];
}

/**
 * The words near another: the same with another ending, if there is one; otherwise those from the shard where it would stand
 * and from the one where its ending would.
 * @param {import("./recherche-moteur.js").Search} search
 * @param {string} word
 * @param {boolean} [mayBePart] whether a word that only phrases have is one
 * @returns {Promise<{ word: string, isSame: boolean, near: number, weight: number }[]>}
 */
export async function nearest(search, word, mayBePart = false) {
  const shard = await search.shard(place(search.termBounds, word));
  const same = await withOtherEnding(search, word, mayBePart ? (term) => term !== undefined : isKnown);
  if (same) return [{ ...same, near: 0, weight: 0.9 }];
  const bound = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  if (!bound) return [];
  /** @type {Map<string, { word: string, isSame: boolean, near: number, value: number }>} */
  const found = new Map();
  const ending = /[sx]$/;
  const consider = (/** @type {string} */ other, /** @type {() => number} */ use) => {
    // A plural is no mistake.
    const alike = ending.test(word) ? other : other.replace(ending, "");
    if (found.has(other) || Math.abs(alike.length - word.length) > bound) return;
    const near = Math.min(distance(word, alike, bound), distance(word, other, bound));
    if (near <= bound) found.set(other, { word: other, isSame: false, near, value: (use() + 2) / 8 ** near });
  };
  for (const [surface, term] of shard.surfaces) if (isKnown(term)) consider(surface, () => Math.log2(2 * term.postings.length || 1));
  // How often those are used is written elsewhere.
  for (const surface in shard.pointers) consider(surface, () => 1);
  for (const { word: other, use } of await endings(search, word)) consider(other, () => use);
  const list = [...found.values()].sort((a, b) => b.value - a.value || (a.word < b.word ? -1 : 1));
  return list.map((one) => ({ ...one, weight: 0.9 * one.value / list[0].value }));
}

/**
 * Another form of a word: its plural or singular, or a word of the longest stem that it begins with and goes on from as French
 * words do.
 * @param {import("./recherche-moteur.js").Search} search
 * @param {string} word
 * @param {(term: Term | undefined) => boolean} isOne
 * @returns {Promise<{ word: string, isSame: boolean } | undefined>} the same word, or one made of the same stem
 */
async function withOtherEnding(search, word, isOne) {
  const singular = word.replace(/[sx]$/, "");
  for (const other of [singular, `${word}s`, `${word}x`]) {
    if (other !== word && other.length > 3 && isOne(await termOf(search, other))) return { word: other, isSame: true };
  }
  let found;
  let longest = 3;
  // Stems that the word begins with may stand before it, in other shards.
  const numbers = Array.from(word, (_, i) => place(search.termBounds, word.slice(0, i + 1))).slice(Math.max(longest, word.length - 9));
  for (const { stems } of await Promise.all([...new Set(numbers)].map((number) => search.shard(number)))) {
    for (const term of stems.values()) {
      const { length } = term.stem;
      if (length <= longest || !term.surfaces.length || !isOne(term) || !word.startsWith(term.stem)) continue;
      const rest = word.slice(length);
      const isSame = (length > 4 ? inflection : inflectionOfShort).test(rest);
      if (isSame || length > 4 && derivation.test(rest)) {
        // The shortest is the most usual: « accompagner » rather than « accompagnement ».
        found = { word: term.surfaces.reduce((a, b) => b.length < a.length ? b : a), isSame };
        longest = length;
      }
    }
  }
  return found;
}

/**
 * The term of a word, in whichever shards.
 * @param {import("./recherche-moteur.js").Search} search
 * @param {string} word
 */
export async function termOf(search, word) {
  return search.term(await search.shard(place(search.termBounds, word)), word);
}

/**
 * Whether a text has a term, or a word that means the same.
 * @param {Term | undefined} term
 * @returns {term is Term}
 */
function isKnown(term) {
  return term !== undefined && (term.postings.length > 0 || term.equivalents.some(({ rest }) => !rest));
}

/**
 * The words whose endings stand around a word's, and how often they are used.
 * @param {import("./recherche-moteur.js").Search} search
 * @param {string} word
 */
async function endings(search, word) {
  const number = place(unfold(search.manifest.endings), [...word].reverse().join(""));
  return search.file(`e${number}`, (text) => unfold(text).map((other) => ({
    word: [...other.slice(0, -1)].reverse().join(""), use: Number(other.at(-1)),
  })));
}

/**
 * Letters inserted, dropped, replaced or swapped between two words (optimal string alignment).
 * @param {string} a
 * @param {string} b
 * @param {number} bound beyond which any larger number may be the answer
 */
function distance(a, b, bound) {
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  let beforeLast = last;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
      least = Math.min(least, row[j]);
    }
    if (least > bound) return bound + 1;
    [beforeLast, last] = [last, row];
  }
  return last[b.length];
}
