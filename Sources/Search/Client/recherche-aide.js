/**
 * What to say when words are corrected or not found, when nothing is, and when a file cannot be read. Loaded then.
 */

import { OtherVersion } from "./recherche-moteur.js";
import { replace } from "./recherche-mots.js";
import { button, make, open } from "./recherche-page.js";
import { say } from "./recherche-textes.js";

/**
 * @typedef {InstanceType<import("./recherche-page.js").View>} View
 * @typedef {import("./recherche-moteur.js").Answer} Answer
 */

/**
 * @param {View} view
 * @param {Answer} answer
 * @returns {{ used: string, notes: HTMLElement[] }} the query as it was answered, and what there is to say
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
  return { used: replace(view.state.q, (word) => better.get(word)), notes };
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
  return words.map((word) => `« ${word} »`).join(", ");
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
