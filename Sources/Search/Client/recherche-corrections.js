/**
 * Mistyped words: what else they may be. Loaded when a word is found neither as it is nor as a beginning.
 */

import { place, unfold } from "./recherche-moteur.js";

/** Words taken for one. */
const most = 3;

/** What the same word may end with otherwise. */
const ending = /(?:e?s|ee?s?|e?r|ez|e?nt|ait|aient|ante?s?|x|ives?|ifs?|elles?|els?|euses?|eurs?|rices?)$/;

/**
 * Gives a word that is not found the nearest that are.
 * @param {import("./recherche-moteur.js").Search} search
 * @param {import("./recherche-moteur.js").Concept} concept gets alternatives
 * @param {Set<string>} matches gets the words used
 * @returns {Promise<import("./recherche-moteur.js").Correction[]>} what to tell the reader: nothing of another ending
 */
export async function correct(search, concept, matches) {
  const candidates = await nearest(search, concept.word);
  const used = [];
  for (const { word, weight } of candidates.slice(0, most)) {
    const term = await search.term(await search.shard(place(search.termBounds, word)), word);
    if (!term?.postings.length) continue;
    used.push(word);
    concept.term ??= term;
    for (const surface of term.surfaces) matches.add(surface);
    concept.alternatives.push({ postings: term.postings, weight });
    for (const { weight: share, rest, postings } of term.equivalents) {
      if (!rest) concept.alternatives.push({ postings, weight: weight * share });
    }
  }
  if (used.length) concept.trust = 0.5 ** candidates[0].near;
  return used.length && !candidates[0].isSame ? [{ typed: concept.word, used }] : [];
}

/**
 * The words near another, from the shard where it would stand and from the one where its ending would; the same word with
 * another ending alone, if there is one.
 * @param {import("./recherche-moteur.js").Search} search
 * @param {string} word
 */
export async function nearest(search, word) {
  const bound = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  if (!bound) return [];
  const root = word.replace(ending, "");
  /** @type {Map<string, { word: string, isSame: boolean, near: number, value: number }>} */
  const found = new Map();
  const consider = (/** @type {string} */ other, /** @type {() => number} */ use) => {
    if (found.has(other) || Math.abs(other.length - word.length) > 4) return;
    const isSame = root.length > 3 && other.startsWith(root) && other.replace(ending, "") === root;
    const near = isSame ? 0 : distance(word, other, bound);
    if (near <= bound) found.set(other, { word: other, isSame, near, value: (use() + 2) / 8 ** near });
  };
  const shard = await search.shard(place(search.termBounds, word));
  for (const [surface, term] of shard.surfaces) if (term.postings.length) consider(surface, () => Math.log2(2 * term.postings.length));
  for (const { word: other, use } of await endings(search, word)) consider(other, () => use);
  const list = [...found.values()].sort((a, b) => b.value - a.value || (a.word < b.word ? -1 : 1));
  const kept = list.some(({ isSame }) => isSame) ? list.filter(({ isSame }) => isSame) : list;
  return kept.map((one) => ({ ...one, weight: 0.9 * one.value / kept[0].value }));
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
export function distance(a, b, bound) {
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
