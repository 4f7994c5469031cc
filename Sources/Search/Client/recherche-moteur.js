/**
 * Searches: words in, results out. Knows no page and no network: it is given a function that reads the index's files.
 * The ranking is described in `Sources/Search/README.md`.
 */

import { analyse } from "./recherche-mots.js";

/** The version of the index that this client reads. */
export const version = 1;

/** Results on a page. */
export const size = 10;

/** What a document found by an extension of the last word counts, when that word is itself one, and when not. */
const extended = { known: 0.4, unknown: 0.9 };
/** Shards looked at for one beginning of a word, and terms taken from them. */
const reach = { shards: 2, terms: 60 };
/** Words of a query beyond which the rest is left out. */
const longest = 24;

/** An index that is not of this client's version. */
export class OtherVersion extends Error {}

/**
 * @typedef {(name: string) => Promise<any>} Read reads one of the index's files by name; rejects when it cannot
 *
 * @typedef {object} Term
 * @property {string} stem
 * @property {string} postings documents by impact, as text
 * @property {string[]} surfaces the words that it stands for
 * @property {(number | string)[]} [equivalents] three by three: weight in tenths, stems that must follow, postings
 *
 * @typedef {object} Shard
 * @property {Term[]} terms
 * @property {Map<string, Term>} surfaces
 * @property {Map<string, Term>} stems
 * @property {Record<string, string>} pointers stems of words, that may stand in other shards
 *
 * @typedef {{ postings: string, weight: number }} Alternative one way in which a document can have a word
 *
 * @typedef {object} Concept a word of the query with all that may stand for it
 * @property {string} word
 * @property {Term} [term] the word's own
 * @property {Alternative[]} alternatives
 * @property {number} exact how many of the alternatives come from the word itself
 *
 * @typedef {{ typed: string, used: string[] }} Correction
 *
 * @typedef {object} Options
 * @property {Record<string, string[]>} [filters] ids of values, by facet
 * @property {"date" | ""} [sort] by date, or by relevance
 * @property {number} [page] from 1
 * @property {boolean} [insist] leave words as they are typed
 * @property {boolean} [counts] count the values of all facets
 *
 * @typedef {object} Result
 * @property {number} number of the document
 * @property {string} title
 * @property {string} address from the site's root
 * @property {string} kind
 * @property {string} summary
 * @property {string} context
 *
 * @typedef {object} Answer
 * @property {Result[]} results of this page
 * @property {number} total
 * @property {Correction[]} corrections words that were not found, and what was searched instead
 * @property {string[]} unknown words that nothing stands for
 * @property {(word: string) => boolean} isMatch whether a folded word is one of those found
 * @property {import("./recherche-filtres.js").Facet[]} facets with counts, when they were asked for
 */

/**
 * Opens an index.
 * @param {Read} read
 */
export async function createSearch(read) {
  const manifest = await read("index");
  if (manifest?.version !== version) throw new OtherVersion(`index ${manifest?.version}, client ${version}`);
  return new Search(manifest, read);
}

export class Search {
  /** @type {Map<string, Promise<any>>} */
  #files = new Map();
  #scores;
  #best;

  /**
   * @param {any} manifest
   * @param {Read} read
   */
  constructor(manifest, read) {
    this.manifest = manifest;
    this.read = read;
    this.termBounds = manifest.terms.split(" ");
    this.elisions = new Set(manifest.elisions.split(" "));
    this.stopWords = new Set(manifest.stopWords.split(" "));
    this.#scores = { sum: new Float64Array(manifest.documents), known: new Float64Array(manifest.documents) };
    this.#best = new Float64Array(manifest.documents);
  }

  /**
   * Finds the documents that have the words of a query, all of them first.
   * @param {string} query
   * @param {Options} [options]
   * @returns {Promise<Answer>}
   */
  async search(query, options = {}) {
    const { concepts, corrections, unknown, matches } = await this.#understand(query, options);
    let found = concepts.length ? this.#rank(concepts) : this.#all(unknown.length > 0);
    let facets = [];
    if (options.counts || Object.keys(options.filters ?? {}).length || options.sort) {
      const { narrow } = await import("./recherche-filtres.js");
      ({ found, facets } = await narrow(this, found, options));
    }
    const start = ((options.page ?? 1) - 1) * size;
    const results = await Promise.all(found.slice(start, start + size).map((number) => this.#record(number)));
    if (concepts.length && !options.sort) this.#refine(results, query, corrections);
    const isMatch = (/** @type {string} */ word) =>
      matches.words.has(word) || matches.beginning !== "" && word.startsWith(matches.beginning);
    return { results, total: found.length, corrections, unknown, isMatch, facets };
  }

  /**
   * A file of the index; read once, again after a failure.
   * @param {string} name
   * @param {(json: any) => any} [parse]
   */
  file(name, parse = (json) => json) {
    let file = this.#files.get(name);
    if (!file) {
      file = this.read(`${this.manifest.folder}/${name}`).then(parse);
      this.#files.set(name, file);
      file.catch(() => this.#files.delete(name));
    }
    return file;
  }

  /**
   * @param {number} number
   * @returns {Promise<Shard>}
   */
  shard(number) {
    return this.file(`t${number}`, open);
  }

  /**
   * What stands for each word of a query.
   * @param {string} query
   * @param {Options} options
   */
  async #understand(query, options) {
    const matches = { words: new Set(), beginning: "" };
    const { words, wholes } = this.#content(query);
    const last = words.length - 1;
    const isTyped = !/\s$/.test(query);
    const found = await Promise.all(words.map((word, i) => this.#concept(word, i === last && isTyped, matches)));
    await Promise.all(wholes.map((whole) => this.#addWhole(whole, found, matches)));
    /** @type {Correction[]} */
    const corrections = [];
    /** @param {(concept: Concept) => boolean} isWrong */
    const correct = async (isWrong) => {
      const wrong = found.filter(isWrong);
      if (!wrong.length || options.insist) return;
      const { correct } = await import("./recherche-corrections.js");
      corrections.push(...(await Promise.all(wrong.map((concept) => correct(this, concept, matches.words)))).flat());
    };
    await correct((concept) => !concept.term && !concept.alternatives.length);
    this.#addPhrases(found);
    await correct((concept) => concept.term !== undefined && !concept.alternatives.length);
    return {
      concepts: found.filter((concept) => concept.alternatives.length),
      unknown: found.filter((concept) => !concept.alternatives.length).map((concept) => concept.word),
      corrections, matches,
    };
  }

  /**
   * The words that count: all but stop words, or stop words when there is nothing else.
   * @param {string} query
   */
  #content(query) {
    const { words, wholes } = analyse(query, this.elisions);
    const isContent = words.map((word) => !this.stopWords.has(word));
    if (!isContent.includes(true)) return { words: [...new Set(words)], wholes: [] };
    /** @type {string[]} */
    const kept = [];
    const places = words.map((word, i) => {
      if (isContent[i] && !kept.includes(word) && kept.length < longest) kept.push(word);
      return kept.indexOf(word);
    });
    return {
      words: kept,
      wholes: wholes.map(({ word, from, to }) => ({ word, places: places.slice(from, to).filter((i) => i >= 0) })),
    };
  }

  /**
   * @param {string} word
   * @param {boolean} extend whether words that begin with it stand for it too
   * @param {{ words: Set<string>, beginning: string }} matches
   * @returns {Promise<Concept>}
   */
  async #concept(word, extend, matches) {
    const number = place(this.termBounds, word);
    const shard = await this.shard(number);
    const term = await this.term(shard, word);
    /** @type {Alternative[]} */
    const alternatives = [];
    if (term?.postings) alternatives.push({ postings: term.postings, weight: 1 });
    const exact = alternatives.length;
    if (term) {
      matches.words.add(word);
      for (const surface of term.surfaces) matches.words.add(surface);
      this.#addEquivalents(term, alternatives);
    }
    if (extend && word.length > 1) {
      const weight = exact ? extended.known : extended.unknown;
      for (const other of await this.#extensions(word, number)) {
        if (other !== term) alternatives.push({ postings: other.postings, weight });
      }
      if (alternatives.length > exact) matches.beginning = word;
    }
    return { word, term, alternatives, exact };
  }

  /**
   * The term of a word, wherever it stands.
   * @param {Shard} shard
   * @param {string} word
   */
  async term(shard, word) {
    const stem = Object.hasOwn(shard.pointers, word) ? shard.pointers[word] : "";
    if (!stem) return shard.surfaces.get(word);
    return (shard.stems.get(stem) ?? (await this.shard(place(this.termBounds, stem))).stems.get(stem));
  }

  /**
   * The terms of the words that begin with a word, the most frequent.
   * @param {string} word
   * @param {number} first the shard where they begin
   */
  async #extensions(word, first) {
    const numbers = [first];
    while (numbers.length < reach.shards && this.termBounds[first + numbers.length - 1]?.startsWith(word)) {
      numbers.push(first + numbers.length);
    }
    /** @type {Set<Term>} */
    const terms = new Set();
    for (const shard of await Promise.all(numbers.map((number) => this.shard(number)))) {
      for (const [surface, term] of shard.surfaces) if (surface.startsWith(word)) terms.add(term);
      for (const surface in shard.pointers) {
        const term = surface.startsWith(word) ? await this.term(shard, surface) : undefined;
        if (term) terms.add(term);
      }
    }
    return [...terms].sort((a, b) => b.postings.length - a.postings.length).slice(0, reach.terms);
  }

  /**
   * @param {Term} term
   * @param {Alternative[]} alternatives
   */
  #addEquivalents(term, alternatives) {
    for (const { weight, rest, postings } of equivalents(term)) if (!rest) alternatives.push({ postings, weight });
  }

  /**
   * A compound stands for each of its parts.
   * @param {{ word: string, places: number[] }} whole
   * @param {Concept[]} concepts
   * @param {{ words: Set<string> }} matches
   */
  async #addWhole({ word, places }, concepts, matches) {
    const term = await this.term(await this.shard(place(this.termBounds, word)), word);
    if (!term?.postings) return;
    matches.words.add(word);
    for (const i of places) concepts[i].alternatives.push({ postings: term.postings, weight: 1 });
  }

  /**
   * What a phrase stands for, stands for each of its words.
   * @param {Concept[]} concepts
   */
  #addPhrases(concepts) {
    concepts.forEach(({ term }, start) => {
      for (const { weight, rest, postings } of term ? equivalents(term) : []) {
        const stems = rest ? rest.split(" ") : [];
        const phrase = concepts.slice(start, start + stems.length + 1);
        if (!stems.length || !stems.every((stem, i) => phrase[i + 1]?.term?.stem === stem)) continue;
        for (const concept of phrase) concept.alternatives.push({ postings, weight });
      }
    });
  }

  /**
   * The documents that have at least one word, best first.
   * @param {Concept[]} concepts
   */
  #rank(concepts) {
    const { sum, known } = this.#scores;
    sum.fill(0);
    known.fill(0);
    let total = 0;
    for (const concept of concepts) total += this.#add(concept);
    const found = [];
    for (let number = 0; number < sum.length; number++) {
      if (!sum[number]) continue;
      const share = known[number] / total;
      sum[number] *= share * share;
      found.push(number);
    }
    return found.sort((a, b) => sum[b] - sum[a] || a - b);
  }

  /**
   * Adds what a word is worth to the documents that have it.
   * @param {Concept} concept
   */
  #add({ alternatives, exact }) {
    const { sum, known } = this.#scores;
    const best = this.#best;
    /** @type {number[]} */
    const touched = [];
    let frequency = 0;
    alternatives.forEach(({ postings, weight }, i) => {
      decode(postings, (number, impact) => {
        if (!best[number]) touched.push(number);
        if (best[number] < impact * weight) best[number] = impact * weight;
      });
      if (i + 1 === exact || !exact) frequency = touched.length;
    });
    const idf = Math.log(1 + (sum.length - frequency + 0.5) / (frequency + 0.5));
    for (const number of touched) {
      sum[number] += idf * best[number] / 15;
      known[number] += idf;
      best[number] = 0;
    }
    return idf;
  }

  /** @param {boolean} none */
  #all(none) {
    return none ? [] : Array.from({ length: this.manifest.documents }, (_, number) => number);
  }

  /**
   * @param {number} number
   * @returns {Promise<Result>}
   */
  async #record(number) {
    const { each, kinds } = this.manifest;
    const records = await this.file(`r${Math.floor(number / each)}`);
    const [title, address, kind, summary, context] = records.slice(number % each * 5, number % each * 5 + 5);
    return { number, title, address, kind: kinds[kind], summary, context };
  }

  /**
   * Second stage: among the results of a page, those whose title or summary say what the query says come first.
   * @param {Result[]} results
   * @param {string} query
   * @param {Correction[]} corrections
   */
  #refine(results, query, corrections) {
    const better = new Map(corrections.map(({ typed, used }) => [typed, used[0]]));
    const spell = (/** @type {string} */ text, /** @type {Map<string, string>} */ by = new Map()) =>
      ` ${analyse(text, this.elisions).words.map((word) => by.get(word) ?? word).join(" ")} `;
    const wanted = spell(query, better);
    const content = wanted.trim().split(" ").filter((word) => !this.stopWords.has(word));
    const score = new Map(results.map((result) => {
      const title = spell(result.title);
      const inTitle = content.filter((word) => title.includes(` ${word} `)).length;
      const rest = title.trim().split(" ").filter((word) => !this.stopWords.has(word)).length || 1;
      const covered = inTitle / (content.length || 1);
      let factor = 1 + 0.2 * covered + 0.4 * covered * Math.min(1, inTitle / rest);
      if (title.startsWith(wanted)) factor += 0.4;
      else if (title.includes(wanted)) factor += 0.2;
      else if (content.length > 1 && spell(result.summary).includes(wanted)) factor += 0.1;
      return [result, this.#scores.sum[result.number] * factor];
    }));
    results.sort((a, b) => score.get(b) - score.get(a));
  }
}

/**
 * Calls `found` with each document of a term's postings, and with its impact from 1 to 15.
 * @param {string} postings
 * @param {(number: number, impact: number) => void} found
 */
export function decode(postings, found) {
  let impact = 0;
  let number = -1;
  let higher = 0;
  for (let i = 0; i < postings.length; i++) {
    const code = digit(postings.charCodeAt(i));
    if (code < 15) {
      impact = code + 1;
      number = -1;
    } else if (code >= 67) {
      higher = higher * 26 + code - 67;
    } else {
      number += higher * 52 + code - 14;
      higher = 0;
      found(number, impact);
    }
  }
}

/**
 * A character's place among those that numbers are written with.
 * @param {number} code
 */
function digit(code) {
  return code - (code > 92 ? 34 : code > 34 ? 33 : 32);
}

/**
 * Which shard a word belongs to.
 * @param {string[]} bounds
 * @param {string} word
 */
export function place(bounds, word) {
  let low = 0;
  let high = bounds[0] === "" ? 0 : bounds.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (bounds[middle] <= word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param {Term} term */
function equivalents({ equivalents: list = [] }) {
  const found = [];
  for (let i = 0; i < list.length; i += 3) {
    found.push({ weight: Number(list[i]) / 10, rest: String(list[i + 1]), postings: String(list[i + 2]) });
  }
  return found;
}

/**
 * @param {{ e: string[], p?: Record<string, string>, x?: Record<string, (number | string)[]> }} json
 * @returns {Shard}
 */
function open({ e, p = {}, x = {} }) {
  /** @type {Shard} */
  const shard = { terms: [], surfaces: new Map(), stems: new Map(), pointers: p };
  for (let i = 0; i < e.length; i += 3) {
    const surfaces = e[i + 1].split(" ").map((suffix) => e[i] + suffix);
    const term = {
      stem: e[i], postings: e[i + 2], surfaces, equivalents: Object.hasOwn(x, e[i]) ? x[e[i]] : undefined,
    };
    shard.terms.push(term);
    shard.stems.set(e[i], term);
    for (const surface of surfaces) shard.surfaces.set(surface, term);
  }
  return shard;
}
