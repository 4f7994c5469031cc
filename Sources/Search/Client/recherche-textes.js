/**
 * What the search says, in French. A page may say it otherwise, in a JSON block: `<script type="application/json"
 * data-recherche-textes>{"aucun": "…"}</script>`.
 */
const usual = {
  aucun: "Aucun résultat pour {q}",
  vide: "Aucun résultat",
  un: "1 résultat",
  plusieurs: "{n} résultats",
  pour: " pour {q}",
  corrige: "Résultats pour {mots}",
  insister: "chercher quand même {mots}",
  inconnus: "Aucune page ne contient {mots}.",
  proches: "Mots proches :",
  sansFiltres: "Retirer tous les filtres",
  trier: "Trier par",
  pertinence: "pertinence",
  date: "date",
  suite: "Afficher plus de résultats",
  tous: "Tous les résultats ({n})",
  panne: "Une partie de la recherche n’a pas pu être lue. Vérifiez votre connexion.",
  reessayer: "Réessayer",
  ancien: "Le portail a changé depuis l’ouverture de cette page.",
  recharger: "Recharger la page",
  valeurs: "Afficher les {n} valeurs",
};

/** @type {Record<string, string>} */
const texts = { ...usual };
for (const block of document.querySelectorAll("script[data-recherche-textes]")) {
  Object.assign(texts, JSON.parse(block.textContent ?? "{}"));
}

/**
 * A sentence with its blanks filled in.
 * @param {keyof typeof usual} name
 * @param {Record<string, string | number>} [values]
 */
export function say(name, values = {}) {
  return texts[name].replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
}
