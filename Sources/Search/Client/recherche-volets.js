/**
 * Filters as people see them: a group of boxes to tick for each facet, with live counts. Loaded when they are opened.
 */

import { button, make } from "./recherche-vue.js";
import { sayer } from "./recherche-textes.js";

const say = sayer({ valeurs: "Tout afficher ({n})", un: "Voir le résultat", voir: "Voir les {n} résultats" });

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
  const go = button("", () => {
    details.open = false;
    view.arrive();
  });
  const end = make("p", "recherche-voir");
  end.append(go);
  details.append(place, end);
  /** Facets whose values are all shown. @type {Set<string>} */
  const whole = new Set();
  /** The words whose filters are there. @type {string | undefined} */
  let words;
  /** The values that are there, or come with the others of their facet. @type {Set<string>} */
  const known = new Set();
  view.filters = (facets, total) => {
    go.textContent = say(total === 1 ? "un" : "voir", { n: total });
    end.hidden = !total || !view.isAsked;
    if (words === view.state.q && recount(view, known, facets)) return;
    words = view.state.q;
    const focused = /** @type {HTMLElement | null} */ (place.querySelector(":focus"))?.id;
    const offered = facets.filter(({ id, values }) => !view.fixed.has(id) && values.some(({ count, chosen }) => count || chosen));
    known.clear();
    for (const facet of offered) for (const value of present(facet)) known.add(name(view, facet, value.id));
    place.replaceChildren(...offered.map((facet) => group(view, facet, whole)));
    if (focused) (document.getElementById(focused) ?? place.querySelector("input") ?? details.querySelector("summary"))?.focus();
  };
  view.search();
}

/**
 * Puts new counts beside the values that are there: the same words leave each at its place, under the finger and the focus.
 * @param {View} view
 * @param {Set<string>} known
 * @param {Facet[]} facets
 * @returns {boolean} whether none is missing
 */
function recount(view, known, facets) {
  for (const facet of facets) {
    if (view.fixed.has(facet.id)) continue;
    if (!present(facet).every((value) => known.has(name(view, facet, value.id)))) return false;
    for (const value of facet.values) {
      const input = /** @type {HTMLInputElement | null} */ (document.getElementById(name(view, facet, value.id)));
      const label = input?.closest("label");
      if (!input || !label) {
        if (value.chosen) return false;
        continue;
      }
      input.checked = value.chosen;
      number(label, value);
    }
  }
  return true;
}

/** @param {Facet} facet */
function present({ values }) {
  return values.filter(({ count, chosen }) => count > 0 || chosen);
}

/**
 * @param {HTMLElement} label
 * @param {import("./recherche-filtres.js").Value} value
 */
function number(label, { count, chosen }) {
  label.classList.toggle("recherche-aucune", !count && !chosen);
  const place = label.querySelector(".recherche-nombre");
  if (place) place.textContent = `(${count})`;
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
  const values = present(facet).sort((a, b) => b.documents.length - a.documents.length);
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
    // What no page has goes with the next choice.
    const others = facet.values.map(({ id }) => id).filter((id) => id !== value.id && view.state.filters[facet.id]?.includes(id));
    const chosen = input.checked ? [...others, value.id] : others;
    const filters = { ...view.state.filters, [facet.id]: chosen };
    if (!chosen.length) delete filters[facet.id];
    view.change({ filters, page: 1 }, "push");
  });
  label.append(input, make("span", "", ` ${value.label} `), make("span", "recherche-nombre"));
  number(label, value);
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
