/**
 * What to say when words are corrected or not found, when nothing is, and when a file cannot be read. Loaded then.
 */

import { OtherVersion } from "./recherche-moteur.js";
import { fold, pattern } from "./recherche-mots.js";
import { button, make, open } from "./recherche-vue.js";
import { sayer } from "./recherche-textes.js";

const say = sayer({
  aucun: "Aucun résultat pour {q}",
  vide: "Aucun résultat",
  corrige: "Résultats pour {mots}",
  insister: "chercher quand même {mots}",
  inconnus: "Aucune page ne contient {mots}.",
  proches: "Mots proches :",
  sansFiltres: "Retirer tous les filtres",
  panne: "Une partie de la recherche n’a pas pu être lue. Vérifiez votre connexion.",
  reessayer: "Réessayer",
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
  const corrections = spelled(answer);
  const notes = [];
  if (corrections.length) notes.push(correction(view, corrections));
  if (answer.unknown.length && answer.total) notes.push(make("p", "", say("inconnus", { mots: list(answer.unknown) })));
  if (!answer.total && Object.keys(view.state.filters).length) {
    const line = make("p");
    line.append(button(say("sansFiltres"), () => view.change({ filters: {}, page: 1 }, "push")));
    notes.push(line);
  }
  if (answer.unknown.length && view.state.insist) notes.push(near(view, answer.unknown));
  const better = new Map(corrections.map(({ typed, used }) => [typed, used[0]]));
  const { q } = view.state;
  return { used: replace(q, (word) => better.get(word)), notes, none: say(q ? "aucun" : "vide", { q }) };
}

/**
 * A new index may have been published since the page was opened: it is looked for once.
 * @param {View} view
 * @param {unknown} fault
 */
export async function fail(view, fault) {
  const before = await open(view.root).catch(() => undefined);
  if (before && !(fault instanceof OtherVersion)) {
    try {
      const after = await open(view.root, true);
      if (after.manifest.folder !== before.manifest.folder) return view.search();
    } catch (other) {
      fault = other;
    }
  }
  const isOld = fault instanceof OtherVersion;
  view.tell(say(isOld ? "ancien" : "panne"));
  view.panel.hidden = false;
  view.fill([]);
  view.more.replaceChildren();
  view.notes.replaceChildren(isOld
    ? button(say("recharger"), () => location.reload())
    : button(say("reessayer"), () => view.search()));
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
 * The nearest words, to be searched instead.
 * @param {View} view
 * @param {string[]} unknown
 */
function near(view, unknown) {
  const line = make("p", "recherche-proches");
  Promise.all([open(view.root), import("./recherche-corrections.js")]).then(async ([search, { nearest }]) => {
    const found = (await Promise.all(unknown.map((word) => nearest(search, word)))).flat().slice(0, 6);
    if (found.length) line.append(`${say("proches")} `);
    for (const { word } of found) line.append(button(word, () => view.ask(word)), " ");
  }).catch(() => line.remove());
  return line;
}

/**
 * Corrections as the results write them: the index knows words without accents.
 * @param {Answer} answer
 */
function spelled({ corrections, results }) {
  /** @type {Map<string, string>} */
  const spelling = new Map();
  const note = (/** @type {string} */ word, /** @type {string} */ raw) => {
    spelling.set(word, raw.toLowerCase());
    return raw;
  };
  if (corrections.length) for (const { title, summary } of results) replace(`${title} ${summary}`, note);
  return corrections.map(({ typed, used }) => ({ typed, used: used.map((word) => spelling.get(word) ?? word) }));
}

/**
 * A text with some of its words replaced.
 * @param {string} text
 * @param {(word: string, raw: string) => string | undefined} better asked about folded words; `undefined` leaves them
 */
function replace(text, better) {
  return text.replace(pattern, (raw) => better(fold(raw.replaceAll(".", "")), raw) ?? raw);
}
