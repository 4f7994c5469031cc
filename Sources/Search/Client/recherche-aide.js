/**
 * What to say when words are corrected or not found, when nothing is, and when a file cannot be read. Loaded then.
 */

import { OtherVersion } from "./recherche-moteur.js";
import { fold, pattern } from "./recherche-mots.js";
import { button, make, open, page } from "./recherche-vue.js";
import { sayer } from "./recherche-textes.js";

const say = sayer({
  aucun: "Aucun résultat pour {q}",
  vide: "Aucun résultat",
  corrige: "Résultats pour {mots}",
  insister: "chercher quand même {mots}",
  inconnus: "Aucune page ne contient {mots}.",
  proches: "Mots proches :",
  ailleurs: "Chercher {q} dans tout le portail",
  ancien: "Le portail a changé depuis l’ouverture de cette page.",
  recharger: "Recharger la page",
});

/**
 * @typedef {InstanceType<import("./recherche-vue.js").View>} View
 * @typedef {import("./recherche-moteur.js").Answer} Answer
 */

/**
 * @param {View} view
 * @param {Answer} answer
 * @returns {{ used: string, notes: HTMLElement[], none: string }} the query as it was answered, what there is to say, and what
 * to say when nothing is found
 */
export function help(view, answer) {
  const written = writtenWords(view.state.q);
  const corrections = spelled(answer, written);
  const unknown = answer.unknown.map((word) => written.get(word) ?? word);
  const notes = [];
  if (corrections.length) notes.push(correction(view, corrections));
  if (answer.unknown.length && answer.total) notes.push(make("p", "", say("inconnus", { mots: list(unknown) })));
  if (answer.unknown.length && view.state.insist) notes.push(near(view, answer.unknown));
  const { q } = view.state;
  if (!answer.total && q && view.element.dataset.recherche === "liste") notes.push(elsewhere(view, q));
  const better = new Map(answer.corrections.map(({ typed }, i) => [typed, corrections[i].used[0]]));
  const isUnknown = (/** @type {string} */ word) => answer.unknown.includes(word);
  const used = replace(q, (word) => better.get(word) ?? (isUnknown(word) ? "" : undefined)).replace(/\s+/g, " ");
  return { used, notes, none: say(q ? "aucun" : "vide", { q }) };
}

/**
 * Says why there is no answer. A new index may have been published since the page was opened: it is looked for once.
 * @param {View} view
 * @param {unknown} fault
 * @param {number} turn of the search that failed: what a later one shows is left alone
 * @throws the fault, when all that can be said is that something was not read
 */
export async function explain(view, fault, turn) {
  let isOld = fault instanceof OtherVersion;
  try {
    const before = !isOld && await open(view.root);
    const after = before && await open(view.root, true);
    if (turn === view.turn && after && after.manifest.folder !== before.manifest.folder) return view.search();
  } catch (other) {
    isOld = other instanceof OtherVersion;
  }
  if (turn !== view.turn) return;
  if (!isOld) throw fault;
  view.fill(say("ancien"), [button(say("recharger"), () => location.reload())]);
}

/** @param {string[]} words */
function list(words) {
  return words.map((word) => `«\u00a0${word}\u00a0»`).join(", ");
}

/**
 * @param {View} view
 * @param {import("./recherche-moteur.js").Correction[]} corrections
 */
function correction(view, corrections) {
  const line = make("p", "recherche-correction");
  const insist = () => view.change({ insist: true, page: 1 }, "push");
  line.append(
    `${say("corrige", { mots: list(corrections.map(({ used }) => used[0])) })} — `,
    button(say("insister", { mots: list(corrections.map(({ typed }) => typed)) }), insist),
  );
  return line;
}

/**
 * The nearest words, to be searched instead of those not found.
 * @param {View} view
 * @param {string[]} unknown
 */
function near(view, unknown) {
  const line = make("p", "recherche-proches");
  const ask = (/** @type {string} */ typed, /** @type {string} */ word) => {
    const q = replace(view.state.q, (other) => other === typed ? word : undefined);
    if (view.input) view.input.value = q;
    view.change({ q, page: 1, insist: false }, "push");
  };
  Promise.all([open(view.root), import("./recherche-corrections.js")]).then(async ([search, { nearest, termOf }]) => {
    const some = [];
    const known = new Set();
    for (const typed of unknown) for (const { word } of await nearest(search, typed)) {
      const term = some.length < 6 ? await termOf(search, word) : undefined;
      if (term && !known.has(term)) some.push({ typed, word });
      known.add(term);
    }
    if (some.length) line.append(`${say("proches")} `);
    for (const { typed, word } of some) line.append(button(word, () => ask(typed, word)), " ");
  }).catch(() => line.remove());
  return line;
}

/**
 * The way from a list, where nothing is found, to the whole portal.
 * @param {View} view
 * @param {string} q
 */
function elsewhere(view, q) {
  const line = make("p");
  const link = make("a", "", say("ailleurs", { q: list([q]) }));
  link.href = `${page("recherche/", view.root)}?${new URLSearchParams({ q })}`;
  line.append(link);
  return line;
}

/**
 * The words of a query as they are typed, by how the index writes them.
 * @param {string} query
 */
function writtenWords(query) {
  /** @type {Map<string, string>} */
  const written = new Map();
  replace(query, (word, raw) => {
    written.set(word, raw);
    return raw;
  });
  return written;
}

/**
 * Corrections as the query and the results write them: the index knows words without accents.
 * @param {Answer} answer
 * @param {Map<string, string>} written
 */
function spelled({ corrections, results }, written) {
  /** @type {Map<string, string>} */
  const spelling = new Map();
  const note = (/** @type {string} */ word, /** @type {string} */ raw) => {
    spelling.set(word, raw.toLowerCase());
    return raw;
  };
  if (corrections.length) for (const { title, summary } of results) replace(`${title} ${summary}`, note);
  return corrections.map(({ typed, used }) => ({ typed: written.get(typed) ?? typed, used: used.map((word) => spelling.get(word) ?? word) }));
}

/**
 * A text with some of its words replaced.
 * @param {string} text
 * @param {(word: string, raw: string) => string | undefined} better asked about folded words; `undefined` leaves them
 */
function replace(text, better) {
  return text.replace(pattern, (raw) => better(fold(raw.replaceAll(".", "")), raw) ?? raw);
}
