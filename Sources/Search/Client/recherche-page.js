/**
 * What the search page and the lists have besides a box: an address that follows, filters, an order, more results.
 */

import { sayer } from "./recherche-textes.js";
import { View, button, make } from "./recherche-vue.js";

const say = sayer({
  trier: "Trier par",
  pertinence: "pertinence",
  date: "date",
  suite: "Afficher plus de résultats",
});

/** @typedef {import("./recherche-vue.js").State} State */

export class Page extends View {
  /**
   * Shows the filters, once they are open.
   * @type {((facets: import("./recherche-filtres.js").Facet[]) => void) | undefined}
   */
  filters;
  /**
   * The place of the result that a reader asked for and goes to, whichever answer brings it.
   * @type {number | undefined}
   */
  next;

  get panelClass() {
    return "recherche-corps";
  }

  listen() {
    this.fixed = new URLSearchParams(this.element.dataset.filtre ?? "");
    this.usual = /** @type {HTMLElement | null} */ (this.element.querySelector("[data-recherche-defaut]"));
    this.order = this.sorting();
    this.panel.prepend(this.order);
    this.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(this.timer);
      this.change({ q: this.input?.value ?? "", page: 1, insist: false }, "push");
    });
    window.addEventListener("popstate", () => this.restore());
    /** Whether the filters are there, or on their way. */
    this.isAttached = false;
    this.details = /** @type {HTMLDetailsElement | null} */ (this.element.querySelector("[data-recherche-filtres]"));
    this.details?.addEventListener("toggle", () => this.attach());
    if (this.details) this.details.open ||= Object.keys(this.fromAddress().filters).length > 0;
    this.attach();
  }

  /** Fills the filters, once they are open. */
  async attach() {
    const { details } = this;
    if (!details?.open || this.isAttached) return;
    this.isAttached = true;
    (await import("./recherche-volets.js")).attach(this, details);
  }

  /** The choice of an order. */
  sorting() {
    const label = make("label", "recherche-tri", `${say("trier")} `);
    this.select = make("select");
    for (const [value, name] of /** @type {const} */ ([["", "pertinence"], ["date", "date"]])) {
      this.select.append(new Option(say(name), value));
    }
    this.select.addEventListener("change", () => {
      this.change({ sort: this.select?.value === "date" ? "date" : "", page: 1 }, "push");
    });
    label.append(this.select);
    return label;
  }

  begin() {
    if (this.input?.value && !new URLSearchParams(location.search).has("q")) this.wait();
    else this.restore();
  }

  /** Takes the state from the address. */
  restore() {
    const state = this.fromAddress();
    if (this.input) this.input.value = state.q;
    if (this.select) this.select.value = state.sort;
    return this.change(state, "");
  }

  fromAddress() {
    /** @type {State} */
    const state = { q: "", sort: "", page: 1, insist: false, filters: {} };
    for (const [name, value] of new URLSearchParams(location.search)) {
      if (name === "q") state.q = value;
      else if (name === "tri") state.sort = value === "date" ? "date" : "";
      else if (name === "page") state.page = Math.max(1, Math.min(50, Number.parseInt(value, 10) || 1));
      else if (name === "exact") state.insist = true;
      else (state.filters[name] ??= []).push(value);
    }
    return state;
  }

  /**
   * @param {Partial<State>} news
   * @param {"push" | "replace" | ""} history how the address follows
   */
  change(news, history) {
    const answered = super.change(news, history);
    // From disk, some browsers refuse to change the address.
    if (history && location.protocol !== "file:") window.history[`${history}State`](null, "", this.address());
    return answered;
  }

  /** The address of what is asked. */
  address() {
    const { q, sort, page, insist, filters } = this.state;
    const asked = new URLSearchParams();
    if (q) asked.set("q", q);
    for (const name of Object.keys(filters).sort()) for (const value of filters[name]) asked.append(name, value);
    if (sort) asked.set("tri", sort);
    if (page > 1) asked.set("page", String(page));
    if (insist) asked.set("exact", "1");
    const text = String(asked);
    return text ? `?${text}` : location.pathname;
  }

  get isAsked() {
    const { q, sort, filters } = this.state;
    return q.trim() !== "" || sort !== "" || Object.values(filters).some((values) => values.length > 0);
  }

  get isWanted() {
    return this.isAsked || this.filters !== undefined;
  }

  /** @param {import("./recherche-moteur.js").Search} search */
  async answer(search) {
    const { q, sort, page, insist, filters } = this.state;
    /** @type {Record<string, string[]>} */
    const all = { ...filters };
    for (const [name, value] of this.fixed ?? []) all[name] = [value];
    const options = { sort, insist, filters: all, counts: this.filters !== undefined };
    const answer = await search.search(q, options);
    for (let next = 2; next <= page && answer.results.length < answer.total; next++) {
      answer.results.push(...(await search.search(q, { ...options, page: next })).results);
    }
    return answer;
  }

  search() {
    if (this.usual) this.usual.hidden = this.isAsked;
    return super.search();
  }

  /** @param {import("./recherche-moteur.js").Answer} answer */
  async show(answer) {
    this.filters?.(answer.facets);
    if (!this.isAsked) return;
    await super.show(answer);
    const next = this.links()[this.next ?? -1];
    if (next) {
      this.next = undefined;
      next.focus();
    }
    if (!answer.total && this.usual?.dataset.rechercheDefaut === "aide") this.usual.hidden = false;
  }

  /** @param {HTMLElement[]} items */
  fill(items) {
    super.fill(items);
    if (this.order) this.order.hidden = items.length < 2;
  }

  get most() {
    return Infinity;
  }

  /**
   * @param {number} _total
   * @param {number} shown
   */
  rest(_total, shown) {
    return button(say("suite"), () => {
      this.next = shown;
      return this.change({ page: this.state.page + 1 }, "push");
    });
  }
}
