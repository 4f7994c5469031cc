/**
 * What results are: read, ranked again by what they say, and shown. Loaded with the first search.
 */

import { extended, size } from "./recherche-moteur.js";
import { analyse, fold, pattern } from "./recherche-mots.js";
import { sayer } from "./recherche-textes.js";
import { make, page } from "./recherche-vue.js";

const say = sayer({
  un: "1 résultat",
  plusieurs: "{n} résultats",
  pour: " pour {q}",
  fleche: " : flèche du bas pour y aller",
});

/** Results that a box suggests. */
const suggestions = 5;

/**
 * @typedef {import("./recherche-moteur.js").Search} Search
 * @typedef {import("./recherche-moteur.js").Result} Result
 * @typedef {InstanceType<import("./recherche-vue.js").View>} View
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
    const fields = await search.file(`r${Math.floor(number / each)}`, (/** @type {string} */ text) => text.split("\x7f"));
    const count = fields.length / 5;
    let place = number % each;
    const [title, address, kind, summary] = [0, 1, 2, 3].map((column) => fields[column * count + place]);
    while (place && !fields[4 * count + place]) place--;
    const full = address.replace(/\*(\d*),?(\d*)/, (/** @type {string} */ _, /** @type {any} */ from, /** @type {any} */ to) =>
      slug(title).slice(from, to || undefined));
    return { number, title, address: full, kind: kinds[kind], summary, context: fields[4 * count + place].trim() };
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
 * Second stage: on each page, the results whose title or summary say what the query says come first.
 * @param {Search} search
 * @param {Result[]} results
 * @param {Float64Array} sum
 * @param {string} query
 * @param {import("./recherche-moteur.js").Concept[]} concepts
 * @param {import("./recherche-moteur.js").Correction[]} corrections
 * @param {string} beginning the last word, when others that begin with it stand for it
 */
export function refine(search, results, sum, query, concepts, corrections, beginning) {
  const better = new Map(corrections.map(({ typed, used }) => [typed, used[0]]));
  const words = (/** @type {string} */ text) => analyse(text, search.elisions).words;
  const phrase = (/** @type {string[]} */ list) => ` ${list.join(" ")} `;
  const content = (/** @type {string[]} */ list) => list.filter((word) => !search.stopWords.has(word));
  const wanted = phrase(words(query).map((word) => better.get(word) ?? word));
  const saying = concepts.map((concept) => worth(concept, better.get(concept.word) ?? concept.word, beginning));
  const score = new Map(results.map((result) => {
    const title = words(result.title);
    const inTitle = content(title);
    const inSummary = content(words(result.summary));
    const covered = share(saying, inTitle);
    let factor = 1 + 0.6 * covered * Math.min(1, covered * saying.length / (inTitle.length || 1));
    factor += 0.5 * share(saying, inTitle.concat(inSummary)) ** 4;
    factor += 0.2 * Math.max(together(saying, inTitle), together(saying, inSummary));
    if (phrase(title).startsWith(wanted)) factor += 0.5;
    return [result, sum[result.number] * factor];
  }));
  const pages = [];
  for (let start = 0; start < results.length; start += size) {
    pages.push(results.slice(start, start + size).sort((a, b) => (score.get(b) ?? 0) - (score.get(a) ?? 0)));
  }
  return pages.flat();
}

/**
 * How much a word of a text says a word of the query: the same, another form of it by what they share, one that begins with it.
 * @param {import("./recherche-moteur.js").Concept} concept
 * @param {string} spelled as it should have been typed
 * @param {string} beginning
 * @returns {(word: string) => number} from 0 to 1
 */
function worth({ word, term, exact }, spelled, beginning) {
  const begun = word !== beginning ? 0 : exact ? extended.known : extended.unknown;
  return (other) => {
    if (other === spelled) return 1;
    if (term?.surfaces.includes(other)) return alike(spelled, other);
    return other.startsWith(word) ? begun : 0;
  };
}

/**
 * The letters that two words begin with, as a share of the longer one.
 * @param {string} a
 * @param {string} b
 */
function alike(a, b) {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return shared / Math.max(a.length, b.length);
}

/**
 * The share of the query's words that a text says.
 * @param {((word: string) => number)[]} saying
 * @param {string[]} words
 */
function share(saying, words) {
  return saying.reduce((sum, worth) => sum + words.reduce((most, word) => Math.max(most, worth(word)), 0), 0) / saying.length;
}

/**
 * The share of the query's pairs of neighbours that are neighbours in a text.
 * @param {((word: string) => number)[]} saying
 * @param {string[]} words
 */
function together(saying, words) {
  const pairs = saying.slice(1).filter((worth, i) => words.some((word, j) => j && worth(word) && saying[i](words[j - 1])));
  return pairs.length / (saying.length - 1 || 1);
}

/**
 * What a box, a page or a list shows of an answer: a sentence, notes, results, and the way to more.
 * @param {View} view
 * @param {import("./recherche-moteur.js").Answer} answer
 * @returns {Promise<[string, HTMLElement[], HTMLElement[], HTMLElement[]]>}
 */
export async function shown(view, answer) {
  const { total, results, corrections, unknown, isMatch } = answer;
  const needsHelp = !total || corrections.length || unknown.length;
  const help = needsHelp && (await import("./recherche-aide.js")).help(view, answer);
  const used = (help ? help.used : view.state.q).trim();
  const count = total === 1 ? say("un") : say("plusieurs", { n: total });
  const sentence = help && !total ? help.none : count + (used[1] ? say("pour", { q: used }) : "");
  const items = results.slice(0, view.isBox ? suggestions : undefined).map((result) => item(result, isMatch, view.root));
  // A box shows it to nobody: who hears it learns how to reach what it suggests.
  const spoken = view.isBox && items.length ? sentence + say("fleche") : sentence;
  const rest = total > items.length ? [view.rest(total, items.length)] : [];
  return [spoken, help ? help.notes : [], items, rest];
}

/**
 * A result as a list shows it.
 * @param {Result} result
 * @param {(word: string) => boolean} isMatch
 * @param {URL} root the site's
 */
function item({ title, address, kind, summary, context }, isMatch, root) {
  const item = make("li", "recherche-resultat");
  const link = make("a", "recherche-titre");
  link.href = page(address, root);
  link.append(...marked(title, isMatch));
  item.append(link);
  for (const [name, text] of [["contexte", context ? `${kind} · ${context}` : kind], ["resume", summary]]) {
    const line = make("p", `recherche-${name}`);
    line.append(...marked(text, isMatch));
    if (text) item.append(line);
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
