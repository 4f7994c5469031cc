/**
 * What words say together: compounds, phrases that stand for others, sentences. Loaded with a query's second word.
 */

import { place } from "./recherche-moteur.js";

/** @typedef {import("./recherche-moteur.js").Concept} Concept */

/** Words that make sentences of what is sought and say little of it. */
const light = new Set(("afin aimerais assez aurais aurait beaucoup bien bientot bonjour certaines certains cherche cherchent chercher"
  + " cherchez choisir chose choses combien connaitre deja devenir devez devons devrait dire dis disent dit dois"
  + " doit doivent donne donnent donner donnez existe existent facon faire fais faisait faites faudrait faut fera"
  + " ferait feront fois grace ici ira jamais laquelle lequel lesquelles lesquels lorsque malgre maniere meilleur"
  + " merci met mets mettent mettez mettre mieux moins moyen notamment parfois parmi peux plusieurs possible"
  + " pourrais pourrait pouvons prend prendre prends prenez prennent presque puis puisque rien sais sait savent"
  + " savez seraient serait sert servent servir seulement simplement souhaite souhaiterais souhaitez souvent surtout"
  + " tant toujours tres trop trouve trouvent trouver utilise utiliser va vais venir venu veulent veut veux viennent"
  + " vient voir vois voit vont voudrais voudrait voulez vouloir voulons vraiment").split(" "));

/**
 * Marks the light words of a sentence, unless it has no others: « comment choisir un mode de garde » is about a way of minding
 * children.
 * @param {Concept[]} concepts
 */
export function lighten(concepts) {
  const found = concepts.filter((concept) => light.has(concept.word));
  if (found.length < concepts.length) for (const concept of found) concept.isLight = true;
}

/**
 * A compound stands for each of its parts.
 * @param {import("./recherche-moteur.js").Search} search
 * @param {{ word: string, places: number[] }} whole
 * @param {Concept[]} concepts
 * @param {{ words: Set<string> }} matches
 */
export async function addWhole(search, { word, places }, concepts, matches) {
  const term = await search.term(await search.shard(place(search.termBounds, word)), word);
  if (!term?.postings.length) return;
  matches.words.add(word);
  for (const i of places) stand(concepts[i], { postings: term.postings, weight: 1 });
}

/**
 * What a phrase stands for, stands for each of its words.
 * @param {Concept[]} row the words in their order, « porte » twice in « porte à porte »
 */
export function addPhrases(row) {
  row.forEach(({ term }, start) => {
    for (const { weight, rest, postings } of term?.equivalents ?? []) {
      const stems = rest ? rest.split(" ") : [];
      const phrase = row.slice(start, start + stems.length + 1);
      if (!stems.length || !stems.every((stem, i) => phrase[i + 1]?.term?.stem === stem)) continue;
      for (const concept of new Set(phrase)) stand(concept, { postings, weight });
    }
  });
}

/**
 * Part of a whole, a word is no longer a light one: « faire garder », « mot de passe ».
 * @param {Concept} concept
 * @param {import("./recherche-moteur.js").Alternative} alternative
 */
function stand(concept, alternative) {
  concept.alternatives.push(alternative);
  concept.isLight = false;
}
