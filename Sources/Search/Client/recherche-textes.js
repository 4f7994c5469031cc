/**
 * What the search says. The French sentences stand in the modules that say them; a page may say them otherwise, in a JSON
 * block: `<script type="application/json" data-recherche-textes>{"aucun": "…"}</script>`.
 */

/** @type {Record<string, string>} */
const texts = {};
for (const block of document.querySelectorAll("script[data-recherche-textes]")) {
  Object.assign(texts, JSON.parse(block.textContent ?? "{}"));
}

/**
 * A function that says sentences by name, with their blanks filled in.
 * @template {string} Name
 * @param {Record<Name, string>} usual
 * @returns {(name: Name, values?: Record<string, string | number>) => string}
 */
export function sayer(usual) {
  return (name, values = {}) => (texts[name] ?? usual[name]).replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
}
