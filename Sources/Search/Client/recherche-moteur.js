/**
 * Searches: words in, results out. Knows no page and no network: it is given a function that reads the index's files.
 * The ranking is described in `Sources/Search/README.md`.
 */

import { Bits } from "./recherche-bits.js";
import { analyse } from "./recherche-mots.js";

/** The version of the index that this client reads. */
export const version = 4;

/** Results on a page. */
export const size = 10;

/** What a document found by an extension of the last word counts, when that word is itself one, and when not. */
export const extended = { known: 0.4, unknown: 0.9 };
/** What a light word counts, of a whole one. */
const lightly = 0.3;
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
 * @property {Uint32Array} postings documents, each with its impact in the four lowest bits
 * @property {string[]} surfaces the words that it stands for
 * @property {{ weight: number, rest: string, postings: Uint32Array }[]} equivalents what else may be meant, when the stems
 * of `rest` follow
 *
 * @typedef {object} Shard
 * @property {Map<string, Term>} surfaces
 * @property {Map<string, Term>} stems
 * @property {Record<string, string>} pointers stems of words, that may stand in other shards
 *
 * @typedef {{ postings: Uint32Array, weight: number }} Alternative one way in which a document can have a word
 *
 * @typedef {object} Concept a word of the query with all that may stand for it
 * @property {string} word
 * @property {Term} [term] the word's own
 * @property {Alternative[]} alternatives
 * @property {number} exact how many of the alternatives come from the word itself
 * @property {number} [trust] that the word is what was meant, when it is a guess
 * @property {boolean} [isLight] that a sentence needs it, but says little by it
 *
 * @typedef {{ typed: string, used: string[] }} Correction
 *
 * @typedef {object} Options
 * @property {Record<string, string[]>} [filters] ids of values, by facet
 * @property {"date" | ""} [sort] by date, or by relevance
 * @property {number} [page] the last to read, from 1
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
 * @property {Result[]} results of the first page and those that follow
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
  if (manifest?.version !== version) throw new OtherVersion();
  return new Search(manifest, read);
}

export class Search {
  /** @type {Map<string, Promise<any>>} */
  #files = new Map();
  /** What a word is worth for each document, while it is looked at; then 0 again. */
  #best;

  /**
   * @param {any} manifest
   * @param {Read} read
   */
  constructor(manifest, read) {
    this.manifest = manifest;
    this.read = read;
    this.termBounds = unfold(manifest.terms);
    this.impact = impactReader(manifest.impacts);
    this.elisions = new Set(manifest.elisions.split(" "));
    this.stopWords = new Set(unfold(manifest.stopWords));
    this.#best = new Float64Array(manifest.documents);
  }

  /**
   * Finds the documents that have the words of a query, all of them first.
   * @param {string} query
   * @param {Options} [options]
   * @returns {Promise<Answer>}
   */
  async search(query, options = {}) {
    const showing = import("./recherche-resultats.js");
    showing.catch(() => {});
    const { concepts, corrections, unknown, matches, isSentence } = await this.#understand(query, options);
    let { found, sum } = concepts.length ? this.#score(concepts, isSentence) : {
      found: query.trim() ? [] : Array.from({ length: this.manifest.documents }, (_, number) => number), sum: null,
    };
    if (sum && options.sort) found = this.#order(found, sum, found.length);
    let facets = [];
    if (options.counts || Object.keys(options.filters ?? {}).length || options.sort) {
      const { narrow } = await import("./recherche-filtres.js");
      ({ found, facets } = await narrow(this, found, options));
    }
    const total = found.length;
    const end = (options.page ?? 1) * size;
    if (sum && !options.sort) found = this.#order(found, sum, end);
    const { read, refine } = await showing;
    let results = await read(this, found.slice(0, end));
    if (sum && !options.sort) results = refine(this, results, sum, query, concepts, corrections, matches.beginning);
    const isMatch = (/** @type {string} */ word) =>
      matches.words.has(word) || matches.beginning !== "" && word.startsWith(matches.beginning);
    return { results, total, corrections, unknown, isMatch, facets };
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
    return this.file(`t${number}`, (json) => this.#open(json));
  }

  /**
   * What stands for each word of a query.
   * @param {string} query
   * @param {Options} options
   */
  async #understand(query, options) {
    const matches = { words: new Set(), beginning: "" };
    const { words, row, wholes, isSentence, typed } = this.#content(query);
    const together = row.length + wholes.length > 1 ? import("./recherche-phrases.js") : null;
    together?.catch(() => {});
    const found = await Promise.all(words.map((word, i) => this.#concept(word, i === typed, matches)));
    const phrases = await together;
    if (isSentence) phrases?.lighten(found);
    await Promise.all(wholes.map((whole) => phrases?.addWhole(this, whole, found, matches)));
    /** @type {Correction[]} */
    const corrections = [];
    const correct = async (/** @type {boolean} */ isKnown) => {
      const wrong = found.filter(({ term, alternatives, isLight }) => !alternatives.length && !isLight && isKnown === !!term);
      if (wrong.length && !options.insist) {
        corrections.push(...await (await import("./recherche-corrections.js")).corrected(this, wrong, matches.words));
      }
    };
    await correct(false);
    phrases?.addPhrases(row.map((i) => found[i]));
    await correct(true);
    return {
      concepts: found.filter((concept) => concept.alternatives.length),
      // A letter may begin any word; what stop words say is not written down.
      unknown: found.filter(({ alternatives, isLight, word }, i) =>
        !alternatives.length && !isLight && !this.stopWords.has(word) && (i !== typed || word.length > 1)).map(({ word }) => word),
      corrections, matches, isSentence,
    };
  }

  /**
   * The words that count, each once, and their row: all but stop words, or stop words when there is nothing else; and which of
   * them is being typed.
   * @param {string} query
   */
  #content(query) {
    const { words, wholes } = analyse(query, this.elisions);
    const isContent = words.map((word) => !this.stopWords.has(word));
    const hasContent = isContent.includes(true);
    /** @type {string[]} */
    const kept = [];
    const places = words.map((word, i) => {
      if (isContent[i] === hasContent && !kept.includes(word) && kept.length < longest) kept.push(word);
      return kept.indexOf(word);
    });
    return {
      words: kept,
      row: places.filter((i) => i >= 0),
      isSentence: hasContent && isContent.includes(false),
      wholes: wholes.map(({ word, from, to }) => ({ word, places: places.slice(from, to).filter((i) => i >= 0) }))
        .filter(({ places }) => hasContent && places.length),
      typed: /((\p{L}\.){2}|[\p{L}\p{M}\p{N}])$/u.test(query) ? places.at(-1) : -1,
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
    const alternatives = term ? meanings(term) : [];
    const exact = term?.postings.length ? 1 : 0;
    if (term) {
      matches.words.add(word);
      for (const surface of term.surfaces) matches.words.add(surface);
    }
    const own = alternatives.length;
    if (extend && word.length > 1) {
      const factor = exact ? extended.known : extended.unknown;
      for (const other of await this.#extensions(word, number)) {
        if (other === term) continue;
        // Of a word that texts have, its equivalents are left out: it is not typed yet.
        const meant = other.postings.length ? meanings(other).slice(0, 1) : meanings(other);
        alternatives.push(...meant.map(({ postings, weight }) => ({ postings, weight: weight * factor })));
      }
      if (alternatives.length > own) matches.beginning = word;
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
   * The documents that have at least one word, with what they are worth; 0 for the others.
   * @param {Concept[]} concepts
   * @param {boolean} isSentence
   */
  #score(concepts, isSentence) {
    // A sentence asks what a page is about. Words alone may quote it: a page that says them in passing counts nearly as much.
    const power = isSentence ? 0.2 : 0.1;
    const sum = new Float64Array(this.manifest.documents);
    const known = new Float64Array(sum.length);
    let total = 0;
    for (const concept of concepts) total += this.#add(concept, sum, known, power);
    /** @type {number[]} */
    const found = [];
    for (let number = 0; number < sum.length; number++) {
      if (!sum[number]) continue;
      sum[number] *= (known[number] / total) ** 2.5;
      found.push(number);
    }
    return { found, sum };
  }

  /**
   * Adds what a word is worth to the documents that have it: the best of its alternatives. One said in passing is known a
   * little less than one that a title says.
   * @param {Concept} concept
   * @param {Float64Array} sum
   * @param {Float64Array} known
   * @param {number} power of what a word is worth, for how far it is known
   * @returns {number} the word's idf, damped
   */
  #add({ alternatives, exact, isLight, trust = isLight ? lightly : 1 }, sum, known, power) {
    const rarity = (/** @type {number} */ frequency) => Math.log(1 + (sum.length - frequency + 0.5) / (frequency + 0.5)) ** 0.5 * trust;
    if (alternatives.length === 1) {
      const [{ postings, weight }] = alternatives;
      const idf = rarity(postings.length);
      const said = Array.from({ length: 16 }, (_, impact) => idf * this.#said(impact * weight, power));
      for (const posting of postings) {
        sum[posting >> 4] += idf * ((posting & 15) * weight);
        known[posting >> 4] += said[posting & 15];
      }
      return idf;
    }
    const best = this.#best;
    /** @type {number[]} */
    const touched = [];
    for (const { postings, weight } of alternatives) {
      for (const posting of postings) {
        const number = posting >> 4;
        const worth = (posting & 15) * weight;
        if (!best[number]) touched.push(number);
        if (best[number] < worth) best[number] = worth;
      }
    }
    const idf = rarity(exact ? alternatives[0].postings.length : touched.length);
    for (const number of touched) {
      sum[number] += idf * best[number];
      known[number] += idf * this.#said(best[number], power);
      best[number] = 0;
    }
    return idf;
  }

  /**
   * How far a document says a word, by what the word is worth in it: 1 at the highest impact.
   * @param {number} worth
   * @param {number} power
   */
  #said(worth, power) {
    return (worth / this.manifest.impacts.length) ** power;
  }

  /**
   * The best documents, best first, and those that equal the last of them.
   * @param {number[]} found
   * @param {Float64Array} sum
   * @param {number} count
   */
  #order(found, sum, count) {
    const scores = Float64Array.from(found, (number) => sum[number]).sort();
    const least = scores.at(-count) ?? 0;
    return found.filter((number) => sum[number] >= least).sort((a, b) => sum[b] - sum[a] || a - b);
  }

  /**
   * @param {{ e: string, s: string, b: string, p?: Record<string, string>, x?: any[] }} json
   * @returns {Shard}
   */
  #open({ e, s, b, p = {}, x = [] }) {
    const bits = new Bits(b);
    const postings = () => bits.growing(this.manifest.documents, (number) => number << 4 | this.impact(bits));
    /** @type {Shard} */
    const shard = { surfaces: new Map(), stems: new Map(), pointers: p };
    const suffixes = s.split(",");
    const terms = unfold(e).map((stem, i) => {
      const surfaces = suffixes[i] === "-" ? [] : suffixes[i].split(" ").map((suffix) => stem + suffix);
      const term = { stem, surfaces, postings: postings(), equivalents: [] };
      shard.stems.set(stem, term);
      for (const surface of surfaces) shard.surfaces.set(surface, term);
      return term;
    });
    for (let i = 0; i < x.length; i += 3) {
      terms[x[i]].equivalents.push({ weight: x[i + 1] / 10, rest: x[i + 2], postings: postings() });
    }
    return shard;
  }
}

/**
 * What stands for a term: its own documents, if any text has it, then those of its equivalents.
 * @param {Term} term
 * @returns {Alternative[]}
 */
export function meanings({ postings, equivalents }) {
  const others = equivalents.filter(({ rest }) => !rest);
  return postings.length ? [{ postings, weight: 1 }, ...others] : others;
}

/**
 * Words in alphabetical order, each after the one before: a capital tells how many characters it takes from it.
 * @param {string} text
 */
export function unfold(text) {
  let before = "";
  return Array.from(text.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared, rest]) => {
    before = before.slice(0, shared.charCodeAt(0) - 65) + rest;
    return before;
  });
}

/**
 * Reads impacts by the lengths of their codes: those of one length follow each other, in their order.
 * @param {number[]} lengths
 * @returns {(bits: Bits) => number}
 */
function impactReader(lengths) {
  /** The impact of each code with a one before it. @type {number[]} */
  const impacts = [];
  let code = 2;
  for (let length = 1; length <= Math.max(...lengths); length++, code *= 2) {
    lengths.forEach((other, i) => {
      if (other === length) impacts[code++] = i + 1;
    });
  }
  return (bits) => {
    let read = 1;
    do read = read * 2 + bits.read(1); while (!impacts[read]);
    return impacts[read];
  };
}

/**
 * Which shard a word belongs to.
 * @param {string[]} bounds
 * @param {string} word
 */
export function place(bounds, word) {
  let number = 0;
  while (bounds[number] <= word) number++;
  return number;
}
