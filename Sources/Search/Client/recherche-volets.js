/**
 * Filters as people see them: a group of boxes to tick for each facet, with live counts. Loaded when they are opened.
 */

import { button, make } from "./recherche-vue.js";
import { sayer } from "./recherche-textes.js";

const say = sayer({ valeurs: "Afficher les {n} valeurs" });

/** Values shown before a reader asks for all. */
const few = 8;

/**
 * @typedef {import("./recherche-filtres.js").Facet} Facet
 * @typedef {InstanceType<import("./recherche-page.js").Page>} View
 */

/**
 * @param {View} view
 * @param {HTMLDetailsElement} details
 */
export function attach(view, details) {
  const place = make("div", "recherche-volets");
  details.append(place);
  /** Facets whose values are all shown. @type {Set<string>} */
  const whole = new Set();
  const show = (/** @type {Facet[]} */ facets) => {
    const focused = /** @type {HTMLElement | null} */ (place.querySelector(":focus"))?.id;
    const offered = facets.filter(({ id, values }) => !view.fixed.has(id) && values.some(({ count, chosen }) => count || chosen));
    place.replaceChildren(...offered.map((facet) => group(view, facet, whole)));
    if (focused) (document.getElementById(focused) ?? place.querySelector("input") ?? details.querySelector("summary"))?.focus();
  };
  view.filters = show;
  view.search();
}

/**
 * @param {View} view
 * @param {Facet} facet
 * @param {Set<string>} whole
 */
function group(view, facet, whole) {
  const box = make("fieldset", "recherche-volet");
  box.append(make("legend", "", facet.label));
  const list = make("ul");
  const values = facet.values.filter(({ count, chosen }) => count > 0 || chosen);
  values.sort((a, b) => b.documents.length - a.documents.length);
  const isWhole = whole.has(facet.id) || values.length <= few + 1;
  const shown = isWhole ? values : values.filter(({ chosen }, place) => chosen || place < few);
  for (const value of shown) list.append(choice(view, facet, value));
  box.append(list);
  if (!isWhole) {
    box.append(button(say("valeurs", { n: values.length }), () => {
      whole.add(facet.id);
      const next = values.find((value) => !shown.includes(value))?.id ?? "";
      box.replaceWith(group(view, facet, whole));
      document.getElementById(name(view, facet, next))?.focus();
    }));
  }
  return box;
}

/**
 * @param {View} view
 * @param {Facet} facet
 * @param {import("./recherche-filtres.js").Value} value
 */
function choice(view, facet, value) {
  const item = make("li");
  const label = make("label");
  const input = make("input");
  input.type = "checkbox";
  input.id = name(view, facet, value.id);
  input.checked = value.chosen;
  input.addEventListener("change", () => {
    const others = facet.values.filter((other) => other.chosen && other !== value).map(({ id }) => id);
    const chosen = input.checked ? [...others, value.id] : others;
    const filters = { ...view.state.filters, [facet.id]: chosen };
    if (!chosen.length) delete filters[facet.id];
    view.change({ filters, page: 1 }, "push");
  });
  label.append(input, ` ${value.label} `, make("span", "recherche-nombre", `(${value.count})`));
  item.append(label);
  return item;
}

/**
 * @param {View} view
 * @param {Facet} facet
 * @param {string} id
 */
function name(view, facet, id) {
  return `filtre-${view.element.dataset.recherche}-${facet.id}-${id}`;
}
