/**
 * The filters that hold, each with a button that lifts it, and how many they are beside the button that opens all.
 * Loaded when there are some.
 */

import { button } from "./recherche-vue.js";
import { sayer } from "./recherche-textes.js";

const say = sayer({ retirer: "Retirer le filtre {nom}", sansFiltres: "Retirer tous les filtres" });

/**
 * @param {InstanceType<import("./recherche-page.js").Page>} page
 * @param {import("./recherche-filtres.js").Facet[]} facets
 */
export function showHeld(page, facets) {
  const { held, details } = page;
  const { filters } = page.state;
  const before = [...held.children];
  const at = before.indexOf(/** @type {Element} */ (document.activeElement));
  const buttons = Object.keys(filters).sort().flatMap((id) => filters[id].map((value) => {
    const values = facets.find((facet) => facet.id === id)?.values;
    return lift(page, id, value, values?.find((one) => one.id === value)?.label ?? value);
  }));
  const count = buttons.length;
  if (count > 1) buttons.push(button(say("sansFiltres"), () => page.change({ filters: {}, page: 1 }, "push")));
  held.replaceChildren(...buttons);
  if (at >= 0) (buttons[at] ?? buttons.at(-1) ?? (page.heading.hidden ? page.input : page.heading))?.focus();
  const summary = details?.querySelector("summary");
  if (!summary) return;
  summary.dataset.texte ??= summary.textContent ?? "";
  summary.textContent = summary.dataset.texte + (count ? ` (${count})` : "");
}

/**
 * @param {InstanceType<import("./recherche-page.js").Page>} page
 * @param {string} id of the facet
 * @param {string} value
 * @param {string} label
 */
function lift(page, id, value, label) {
  const lift = button(`${label} ✕`, () => {
    const { [id]: values, ...filters } = page.state.filters;
    const others = values.filter((other) => other !== value);
    page.change({ filters: others.length ? { ...filters, [id]: others } : filters, page: 1 }, "push");
  });
  lift.setAttribute("aria-label", say("retirer", { nom: label }));
  return lift;
}
