/**
 * Shows the search: a box that suggests, the search page, and lists that can be narrowed.
 *
 * `Sources/Search/README.md` tells what a page must contain. Nothing here makes HTML from text.
 */

import { createSearch, OtherVersion, size } from "./recherche-moteur.js";
import { cut, replace } from "./recherche-mots.js";
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
function open(root, fresh) {
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
  if (view.isBox || !location.search) open(root).catch(() => {});
  if (!view.isBox) view.restore();
  else if (view.input?.value) view.typed();
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
    const filters = this.element.querySelector("[data-recherche-filtres]");
    if (filters) import("./recherche-volets.js").then(({ attach }) => attach(this, /** @type {HTMLDetailsElement} */ (filters)));
  }

  typed() {
    this.change({ q: this.input?.value ?? "", page: 1, insist: false }, "replace");
  }

  /** Takes the state from the address. */
  restore() {
    const given = new URLSearchParams(location.search);
    /** @type {State} */
    const state = { q: "", sort: "", page: 1, insist: false, filters: {} };
    for (const [name, value] of given) {
      if (name === "q") state.q = value;
      else if (name === "tri") state.sort = value === "date" ? "date" : "";
      else if (name === "page") state.page = Math.max(1, Math.min(50, Number.parseInt(value, 10) || 1));
      else if (name === "exact") state.insist = true;
      else (state.filters[name] ??= []).push(value);
    }
    if (this.input && (state.q || this.input !== document.activeElement)) this.input.value = state.q;
    if (this.select) this.select.value = state.sort;
    this.change(state, "");
  }

  /**
   * @param {Partial<State>} news
   * @param {"push" | "replace" | ""} history how the address follows
   */
  change(news, history) {
    this.state = { ...this.state, ...news };
    if (history && !this.isBox) {
      const address = this.address();
      if (history === "push") window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
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
    return `${location.pathname}${asked.size ? `?${asked}` : ""}`;
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
    try {
      const search = await open(this.root);
      const options = { sort, insist, filters: all, counts: this.filters !== undefined, whole: false };
      const answer = await search.search(q, { ...options, page: 1 });
      for (let next = 2; next <= page && answer.results.length < answer.total; next++) {
        answer.results.push(...(await search.search(q, { ...options, page: next })).results);
      }
      if (turn !== this.turn) return;
      this.filters?.(answer.facets);
      if (this.isAsked) this.show(answer);
      else this.tell("");
    } catch (fault) {
      if (turn === this.turn) await this.fail(fault);
    }
  }

  /** @type {((facets: import("./recherche-filtres.js").Facet[]) => void) | undefined} shows the filters, once they are open */
  filters;

  /** @param {import("./recherche-moteur.js").Answer} answer */
  show(answer) {
    const { q, page } = this.state;
    const { total, corrections } = answer;
    const used = corrections.length ? corrected(q, corrections) : q;
    const count = total === 0 ? say("aucun", { q }) : (total === 1 ? say("un") : say("plusieurs", { n: total })) + (used ? say("pour", { q: used }) : "");
    this.tell(count);
    const shown = this.isBox ? answer.results.slice(0, suggestions) : answer.results;
    this.list.replaceChildren(...shown.map((result) => this.item(result, answer.isMatch)));
    this.notes.replaceChildren(...this.remarks(answer, used));
    this.more.replaceChildren();
    if (this.isBox && total > shown.length) {
      const all = make("a", "", say("tous", { n: total }));
      all.href = `${new URL("recherche/", this.root)}?${new URLSearchParams({ q })}`;
      this.more.append(all);
    } else if (!this.isBox && total > shown.length) {
      this.more.append(button(say("suite"), async () => {
        await this.change({ page: page + 1 }, "push");
        /** @type {HTMLElement | null} */ (this.list.children[shown.length]?.querySelector("a"))?.focus();
      }));
    }
    if (!total && this.usual && this.usual.dataset.rechercheDefaut === "aide") this.usual.hidden = false;
  }

  /**
   * What is to be said about an answer: words corrected, not found, filters that hide everything.
   * @param {import("./recherche-moteur.js").Answer} answer
   * @param {string} used
   */
  remarks({ corrections, unknown, total }, used) {
    const remarks = [];
    if (corrections.length) {
      const typed = corrections.map((one) => one.typed).join(" ");
      const line = make("p", "recherche-correction", `${say("corrige", { mots: `« ${used} »` })} `);
      line.append(button(say("insister", { mots: `« ${typed} »` }), () => this.change({ insist: true, page: 1 }, "push")));
      remarks.push(line);
    }
    if (unknown.length && total) remarks.push(make("p", "", say("inconnus", { mots: unknown.map((word) => `« ${word} »`).join(", ") })));
    if (!total) remarks.push(...this.help(unknown));
    return remarks;
  }

  /**
   * @param {string[]} unknown
   * @returns {HTMLElement[]}
   */
  help(unknown) {
    const chosen = Object.values(this.state.filters).some((values) => values.length);
    const help = [];
    if (chosen) {
      const line = make("p", "");
      line.append(button(say("sansFiltres"), () => this.change({ filters: {}, page: 1 }, "push")));
      help.push(line);
    }
    if (unknown.length && this.state.insist) {
      const line = make("p", "", `${say("proches")} `);
      help.push(line);
      Promise.all([open(this.root), import("./recherche-corrections.js")]).then(async ([search, { nearest }]) => {
        for (const word of unknown) {
          for (const other of (await nearest(search, word)).slice(0, 4)) {
            line.append(button(other.word, () => this.ask(other.word)), " ");
          }
        }
      });
    }
    return help;
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

  /**
   * A new index may have been published since this page was opened: it is looked for once.
   * @param {unknown} fault
   */
  async fail(fault) {
    const before = await opening?.catch(() => undefined);
    if (before && !(fault instanceof OtherVersion)) {
      try {
        const after = await open(this.root, true);
        if (after.manifest.folder !== before.manifest.folder) return this.search();
      } catch (other) {
        fault = other;
      }
    }
    const isOld = fault instanceof OtherVersion;
    this.tell(say(isOld ? "ancien" : "panne"));
    this.panel.hidden = false;
    this.list.replaceChildren();
    this.more.replaceChildren();
    this.notes.replaceChildren(isOld
      ? button(say("recharger"), () => location.reload())
      : button(say("reessayer"), () => this.search()));
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
 * A query with its words as they were corrected.
 * @param {string} q
 * @param {import("./recherche-moteur.js").Correction[]} corrections
 */
function corrected(q, corrections) {
  const better = new Map(corrections.map(({ typed, used }) => [typed, used[0]]));
  return replace(q, (word) => better.get(word));
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
  if (text) element.textContent = text;
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
