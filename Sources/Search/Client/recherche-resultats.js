/**
 * What results are: read, ranked again by what they say, and shown. Loaded with the first search.
 */

import { analyse, fold, pattern } from "./recherche-mots.js";
import { make } from "./recherche-vue.js";

/**
 * @typedef {import("./recherche-moteur.js").Search} Search
 * @typedef {import("./recherche-moteur.js").Result} Result
 */

/**
 * Reads what is to be shown of some documents.
 * @param {Search} search
 * @param {number[]} numbers
 * @returns {Promise<Result[]>}
 */
export function read(search, numbers) {
  const { each, kinds } = search.manifest;
  return Promise.all(numbers.map(async (number) => {
    const records = await search.file(`r${Math.floor(number / each)}`);
    const [title, address, kind, summary, context] = records.slice(number % each * 5, number % each * 5 + 5);
    return { number, title, address: address.replace("*", slug(title)), kind: kinds[kind], summary, context };
  }));
}

/**
 * A title as addresses have it.
 * @param {string} title
 */
function slug(title) {
  return fold(title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/**
 * Second stage: among the results of a page, those whose title or summary say what the query says come first.
 * @param {Search} search
 * @param {Result[]} results
 * @param {Float64Array} sum
 * @param {string} query
 * @param {import("./recherche-moteur.js").Correction[]} corrections
 */
export function refine(search, results, sum, query, corrections) {
  const better = new Map(corrections.map(({ typed, used }) => [typed, used[0]]));
  const spell = (/** @type {string} */ text, /** @type {Map<string, string>} */ by = new Map()) =>
    ` ${analyse(text, search.elisions).words.map((word) => by.get(word) ?? word).join(" ")} `;
  const wanted = spell(query, better);
  const content = wanted.trim().split(" ").filter((word) => !search.stopWords.has(word));
  const score = new Map(results.map((result) => {
    const title = spell(result.title);
    const inTitle = content.filter((word) => title.includes(` ${word} `)).length;
    const rest = title.trim().split(" ").filter((word) => !search.stopWords.has(word)).length || 1;
    const covered = inTitle / (content.length || 1);
    let factor = 1 + 0.2 * covered + 0.4 * covered * Math.min(1, inTitle / rest);
    if (title.startsWith(wanted)) factor += 0.4;
    else if (title.includes(wanted)) factor += 0.2;
    else if (content.length > 1 && spell(result.summary).includes(wanted)) factor += 0.1;
    return [result, sum[result.number] * factor];
  }));
  results.sort((a, b) => (score.get(b) ?? 0) - (score.get(a) ?? 0));
}

/**
 * A result as a list shows it.
 * @param {Result} result
 * @param {(word: string) => boolean} isMatch
 * @param {URL} root the site's
 */
export function item({ title, address, kind, summary, context }, isMatch, root) {
  const item = make("li", "recherche-resultat");
  const link = make("a", "recherche-titre");
  link.href = new URL(location.protocol === "file:" ? `${address}index.html` : address, root).href;
  link.append(...marked(title, isMatch));
  item.append(link, make("p", "recherche-contexte", context ? `${kind} · ${context}` : kind));
  if (summary) {
    const line = make("p", "recherche-resume");
    line.append(...marked(summary, isMatch));
    item.append(line);
  }
  return item;
}

/**
 * A text with the words found marked.
 * @param {string} text
 * @param {(word: string) => boolean} isMatch
 */
function marked(text, isMatch) {
  return cut(text, isMatch).map((piece, i) => i % 2 ? make("mark", "", piece) : piece);
}

/**
 * Cuts a text where words are to be marked: pieces at odd places are.
 * @param {string} text
 * @param {(word: string) => boolean} isMarked asked about folded words
 */
function cut(text, isMarked) {
  const pieces = [""];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (!isMarked(fold(match[0].replaceAll(".", "")))) continue;
    const between = text.slice(end, match.index);
    if (pieces.length > 1 && !between.trim()) {
      pieces[pieces.length - 2] += between + match[0];
    } else {
      pieces[pieces.length - 1] += between;
      pieces.push(match[0], "");
    }
    end = match.index + match[0].length;
  }
  pieces[pieces.length - 1] += text.slice(end);
  return pieces;
}
