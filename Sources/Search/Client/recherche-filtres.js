/**
 * Filters, their counts, and sorting by date. Loaded when first needed.
 */

import { Bits } from "./recherche-bits.js";

/**
 * @typedef {{ id: string, label: string, count: number, chosen: boolean, documents: Uint32Array }} Value
 * @typedef {{ id: string, label: string, isAsked: boolean, values: Value[] }} Facet
 */

/**
 * Keeps the documents that have a chosen value of each facet where there is one, and counts. A value that no document has
 * leaves none.
 *
 * A value's count is how many documents there would be with it, the facet's other values left aside.
 * @param {import("./recherche-moteur.js").Search} search
 * @param {number[]} found
 * @param {import("./recherche-moteur.js").Options} options
 * @returns {Promise<{ found: number[], facets: Facet[] }>}
 */
export async function narrow(search, found, { filters = {}, sort, counts }) {
  const facets = await open(search, counts ? null : filters);
  for (const facet of facets) {
    const chosen = filters[facet.id] ?? [];
    facet.isAsked = chosen.length > 0;
    facet.values = facet.values.map((value) => ({ ...value, chosen: chosen.includes(value.id) }));
  }
  const state = refusals(search.manifest.documents, found, facets);
  for (const [number, { values }] of facets.entries()) {
    for (const value of values) value.count = value.documents.filter((id) => state[id] === 1 || state[id] === number + 2).length;
  }
  const kept = found.filter((number) => state[number] === 1);
  return { found: sort === "date" ? await byDate(search, kept) : kept, facets };
}

/**
 * For each document, 0 when it is not found or refused by several facets, 1 when no facet refuses it, or the number of
 * the only one that does, plus 2.
 * @param {number} documents
 * @param {number[]} found
 * @param {Facet[]} facets
 */
function refusals(documents, found, facets) {
  const state = new Uint8Array(documents);
  for (const number of found) state[number] = 1;
  facets.forEach(({ isAsked, values }, number) => {
    if (!isAsked) return;
    const allowed = new Set(values.filter((value) => value.chosen).flatMap((value) => [...value.documents]));
    for (const id of found) {
      if (!allowed.has(id) && state[id]) state[id] = state[id] === 1 ? number + 2 : 0;
    }
  });
  return state;
}

/**
 * The facets with their documents: all, or those that have a filter.
 * @param {import("./recherche-moteur.js").Search} search
 * @param {Record<string, string[]> | null} only
 */
async function open(search, only) {
  const list = search.manifest.facets;
  /** @type {Promise<Facet>[]} */
  const facets = [];
  for (let i = 0; i < list.length; i += 3) {
    const [id, label, file] = list.slice(i, i + 3);
    if (only && !only[id]?.length) continue;
    facets.push(opened(search, file).then((all) => ({ id, label, isAsked: false, values: all[id] })));
  }
  return Promise.all(facets);
}

/**
 * The facets of a file, with their documents.
 * @param {import("./recherche-moteur.js").Search} search
 * @param {string} file
 * @returns {Promise<Record<string, Value[]>>}
 */
function opened(search, file) {
  return search.file(`f${file}`, (all) => {
    for (const id in all) all[id] = values(all[id], search.manifest.documents);
    return all;
  });
}

/**
 * @param {string[]} list three by three: id, label, documents
 * @param {number} limit
 */
function values(list, limit) {
  /** @type {Value[]} */
  const found = [];
  for (let i = 0; i < list.length; i += 3) {
    const documents = new Bits(list[i + 2]).growing(limit);
    found.push({ id: list[i], label: list[i + 1], count: 0, chosen: false, documents });
  }
  return found;
}

/**
 * The most recent first, then those without a date; equals stay in their order.
 * @param {import("./recherche-moteur.js").Search} search
 * @param {number[]} found
 */
async function byDate(search, found) {
  const bits = new Bits(await search.file("d"));
  const width = bits.small();
  const ranks = Array.from({ length: search.manifest.documents }, () => bits.read(width));
  return [...found].sort((a, b) => ranks[b] - ranks[a]);
}
