/**
 * Shows the search: a box that suggests, the search page, and lists that can be narrowed.
 *
 * `Sources/Search/README.md` tells what a page must contain. Nothing here makes HTML from text.
 */

import { createSearch } from "./recherche-moteur.js";
import { cut } from "./recherche-mots.js";
import { reader } from "./recherche-lecture.js";
import { say } from "./recherche-textes.js";

/**
 * @typedef {{ q: string, sort: "date" | "", page: number, insist: boolean, filters: Record<string, string[]> }} State
 */

/** Milliseconds without a key before a search. */
const pause = 120;
/** Results that a box suggests. */
const suggestions = 5;

/** @type {Promise<import("./recherche-moteur.js").Search> | undefined} */
let opening;

/**
 * The index, opened once; anew after a failure.
 * @param {URL} root
 * @param {boolean} [fresh]
 */
export function open(root, fresh) {
  const read = reader(new URL("recherche/", root));
  if (fresh || !opening) {
    opening = createSearch((name) => read(name, fresh && name === "index"));
    opening.catch(() => { opening = undefined; });
  }
  return opening;
}

/**
 * Brings a box, a page or a list to life.
 * @param {HTMLElement} element
 * @param {URL} root the site's
 */
export function start(element, root) {
  const view = new View(element, root);
  open(root).catch(() => {});
  const given = new URLSearchParams(location.search);
  if (view.input?.value && (view.isBox || !given.has("q"))) view.typed();
  else if (!view.isBox) view.restore();
}

export class View {
  /** @type {number | undefined} */
  timer;
  /** Counts searches, so that a late answer does not replace a newer one. */
  turn = 0;

  /**
   * @param {HTMLElement} element
   * @param {URL} root
   */
  constructor(element, root) {
    this.element = element;
    this.root = root;
    this.isBox = element.dataset.recherche === "boite";
    this.fixed = new URLSearchParams(element.dataset.filtre ?? "");
    this.input = /** @type {HTMLInputElement | null} */ (element.querySelector("input[type=search]"));
    this.form = this.input?.form;
    this.usual = /** @type {HTMLElement | null} */ (element.querySelector("[data-recherche-defaut]"));
    /** @type {State} */
    this.state = { q: "", sort: "", page: 1, insist: false, filters: {} };
    this.build();
    this.listen();
  }

  build() {
    this.status = make("p", "recherche-etat");
    this.status.setAttribute("role", "status");
    this.notes = make("div", "recherche-notes");
    this.list = make("ol", "recherche-resultats");
    this.more = make("p", "recherche-suite");
    this.panel = make("div", this.isBox ? "recherche-panneau" : "recherche-corps");
    this.panel.append(this.notes, this.list, this.more);
    if (!this.isBox) this.panel.prepend(this.sorting());
    this.panel.hidden = true;
    const place = this.element.querySelector("[data-recherche-ici]");
    if (place) place.append(this.status, this.panel);
    else this.element.append(this.status, this.panel);
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

  listen() {
    this.input?.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.typed(), pause);
    });
    this.element.addEventListener("keydown", (event) => this.move(event));
    if (this.isBox) {
      this.element.addEventListener("focusout", (event) => {
        if (event.relatedTarget && !this.element.contains(/** @type {Node} */ (event.relatedTarget))) this.close();
      });
      document.addEventListener("click", (event) => {
        if (!this.element.contains(/** @type {Node} */ (event.target))) this.close();
      });
      return;
    }
    this.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(this.timer);
      this.change({ q: this.input?.value ?? "", page: 1, insist: false }, "push");
    });
    window.addEventListener("popstate", () => this.restore());
    const details = /** @type {HTMLDetailsElement | null} */ (this.element.querySelector("[data-recherche-filtres]"));
    if (!details) return;
    let isAttached = false;
    const attach = async () => {
      if (!details.open || isAttached) return;
      isAttached = true;
      (await import("./recherche-volets.js")).attach(this, details);
    };
    details.addEventListener("toggle", attach);
    details.open ||= Object.keys(this.fromAddress().filters).length > 0;
    attach();
  }

  typed() {
    this.change({ q: this.input?.value ?? "", page: 1, insist: false }, "replace");
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
    this.state = { ...this.state, ...news };
    // From disk, some browsers refuse to change the address.
    if (history && !this.isBox && location.protocol !== "file:") {
      window.history[`${history}State`](null, "", this.address());
    }
    return this.search();
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

  async search() {
    const turn = ++this.turn;
    const { q, sort, page, insist, filters } = this.state;
    /** @type {Record<string, string[]>} */
    const all = { ...filters };
    for (const [name, value] of this.fixed) all[name] = [value];
    if (this.usual) this.usual.hidden = this.isAsked;
    this.panel.hidden = !this.isAsked;
    if (!this.isAsked && !this.filters) return this.tell("");
    this.panel.setAttribute("aria-busy", "true");
    try {
      const search = await open(this.root);
      const options = { sort, insist, filters: all, counts: this.filters !== undefined };
      const answer = await search.search(q, options);
      for (let next = 2; next <= page && answer.results.length < answer.total; next++) {
        answer.results.push(...(await search.search(q, { ...options, page: next })).results);
      }
      if (turn !== this.turn) return;
      this.filters?.(answer.facets);
      if (this.isAsked) await this.show(answer);
      else this.tell("");
    } catch (fault) {
      if (turn === this.turn) (await import("./recherche-aide.js")).fail(this, fault);
    }
    if (turn === this.turn) this.panel.removeAttribute("aria-busy");
  }

  /** @type {((facets: import("./recherche-filtres.js").Facet[]) => void) | undefined} shows the filters, once they are open */
  filters;

  /** @param {import("./recherche-moteur.js").Answer} answer */
  async show(answer) {
    const { turn } = this;
    const { q, page } = this.state;
    const { total } = answer;
    const needsHelp = !total || answer.corrections.length > 0 || answer.unknown.length > 0;
    const help = needsHelp ? (await import("./recherche-aide.js")).help(this, answer) : { used: q, notes: [] };
    if (turn !== this.turn) return;
    const count = total === 1 ? say("un") : say("plusieurs", { n: total });
    this.tell(total ? count + (help.used.trim() && say("pour", { q: help.used.trim() })) : say(q ? "aucun" : "vide", { q }));
    this.notes.replaceChildren(...help.notes);
    this.list.hidden = !total;
    const shown = this.isBox ? answer.results.slice(0, suggestions) : answer.results;
    this.fill(shown.map((result) => this.item(result, answer.isMatch)));
    this.more.replaceChildren();
    if (this.isBox && total > shown.length) {
      const all = make("a", "", say("tous", { n: total }));
      all.href = `${new URL("recherche/", this.root)}?${new URLSearchParams({ q })}`;
      this.more.append(all);
    } else if (total > shown.length) {
      this.more.append(button(say("suite"), async () => {
        await this.change({ page: page + 1 }, "push");
        this.list.querySelectorAll("a")[shown.length]?.focus();
      }));
    }
    if (!total && this.usual?.dataset.rechercheDefaut === "aide") this.usual.hidden = false;
  }

  /**
   * Shows results; the focus stays at its place among them.
   * @param {HTMLElement[]} items
   */
  fill(items) {
    const at = [...this.list.querySelectorAll("a")].findIndex((link) => link === document.activeElement);
    this.list.replaceChildren(...items);
    if (at >= 0) (this.list.querySelectorAll("a")[at] ?? this.input)?.focus();
  }

  /** @param {string} q */
  ask(q) {
    if (this.input) this.input.value = q;
    return this.change({ q, page: 1, insist: false }, "push");
  }

  /**
   * @param {import("./recherche-moteur.js").Result} result
   * @param {(word: string) => boolean} isMatch
   */
  item({ title, address, kind, summary, context }, isMatch) {
    const item = make("li", "recherche-resultat");
    const link = make("a", "recherche-titre");
    link.href = new URL(location.protocol === "file:" ? `${address}index.html` : address, this.root).href;
    link.append(...marked(title, isMatch));
    item.append(link, make("p", "recherche-contexte", context ? `${kind} · ${context}` : kind));
    if (summary) {
      const line = make("p", "recherche-resume");
      line.append(...marked(summary, isMatch));
      item.append(line);
    }
    return item;
  }

  /** @param {string} text */
  tell(text) {
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  close() {
    this.panel.hidden = true;
  }

  /**
   * Arrows go from the box to the results and between them; Escape comes back.
   * @param {KeyboardEvent} event
   */
  move(event) {
    const links = [...this.list.querySelectorAll("a")];
    const target = /** @type {HTMLElement} */ (event.target);
    const at = links.indexOf(/** @type {HTMLAnchorElement} */ (target));
    if (event.key === "Escape" && (at >= 0 || this.isBox && !this.panel.hidden)) {
      event.preventDefault();
      if (this.isBox) this.close();
      this.input?.focus();
    } else if (event.key === "ArrowDown" && (at >= 0 || target === this.input) && links[at + 1] && !this.panel.hidden) {
      event.preventDefault();
      links[at + 1].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (links[at - 1] ?? this.input)?.focus();
    }
  }
}

/**
 * A text with the words found marked.
 * @param {string} text
 * @param {(word: string) => boolean} isMatch
 */
function marked(text, isMatch) {
  return cut(text, isMatch).map((piece, i) => i % 2 ? make("mark", "", piece) : piece);
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} [className]
 * @param {string} [text]
 */
export function make(name, className = "", text = "") {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

/**
 * @param {string} text
 * @param {() => unknown} action
 */
export function button(text, action) {
  const element = make("button", "recherche-bouton", text);
  element.type = "button";
  element.addEventListener("click", action);
  return element;
}
