/**
 * Shows what is found, as a box that suggests; `recherche-page.js` adds what the search page and lists have besides.
 *
 * `Sources/Search/README.md` tells what a page must contain. Nothing here makes HTML from text.
 */

import { createSearch } from "./recherche-moteur.js";
import { reader } from "./recherche-lecture.js";
import { sayer } from "./recherche-textes.js";

const say = sayer({
  tous: "Tous les résultats ({n})",
  panne: "Une partie de la recherche n’a pas pu être lue. Vérifiez votre connexion.",
  reessayer: "Réessayer",
});

/**
 * @typedef {{ q: string, sort: "date" | "", page: number, insist: boolean, filters: Record<string, string[]> }} State
 * @typedef {import("./recherche-moteur.js").Answer} Answer
 */

/** Milliseconds without a key before a search. */
const pause = 120;
/** Milliseconds without another sentence before one is announced: who writes slowly is not talked down. */
const calm = 800;

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
export async function start(element, root) {
  const Kind = element.dataset.recherche === "boite" ? View : (await import("./recherche-page.js")).Page;
  new Kind(element, root).begin();
}

export class View {
  /** @type {number | undefined} */
  timer;
  /** @type {number | undefined} */
  telling;
  /** Counts searches, so that a late answer does not replace a newer one. */
  turn = 0;
  /** @type {State} */
  state = { q: "", sort: "", page: 1, insist: false, filters: {} };

  /**
   * @param {HTMLElement} element
   * @param {URL} root
   */
  constructor(element, root) {
    this.element = element;
    this.root = root;
    this.input = /** @type {HTMLInputElement | null} */ (element.querySelector("input[type=search]"));
    this.status = make("p", "recherche-etat");
    this.status.setAttribute("role", "status");
    this.notes = make("div", "recherche-notes");
    this.list = make("ol", "recherche-resultats");
    this.more = make("p", "recherche-suite");
    this.panel = make("div", this.isBox ? "recherche-panneau" : "recherche-corps");
    this.panel.append(this.notes, this.list, this.more);
    this.panel.hidden = true;
    (element.querySelector("[data-recherche-ici]") ?? element).append(this.status, this.panel);
    this.input?.addEventListener("input", () => this.wait());
    element.addEventListener("keydown", (event) => this.move(event));
    this.listen();
  }

  /** Whether it suggests, in a panel that goes when the reader does. */
  get isBox() {
    return true;
  }

  listen() {
    const leave = (/** @type {EventTarget | null} */ target) => {
      if (target && !this.element.contains(/** @type {Node} */ (target))) this.close();
    };
    this.element.addEventListener("focusout", (event) => leave(event.relatedTarget));
    document.addEventListener("pointerdown", (event) => leave(event.target));
    this.input?.form?.addEventListener("submit", () => this.close());
  }

  /** What is still on its way does not open the panel again. */
  close() {
    clearTimeout(this.timer);
    this.turn++;
    this.panel.hidden = true;
  }

  begin() {
    if (this.input?.value && this.element.contains(document.activeElement)) this.wait();
  }

  /** Searches once a reader stops writing. */
  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.typed(), pause);
  }

  typed() {
    return this.change({ q: this.input?.value ?? "", page: 1, insist: false }, "replace");
  }

  /**
   * @param {Partial<State>} news
   * @param {"push" | "replace" | ""} _history how the address of a page follows
   */
  change(news, _history) {
    this.state = { ...this.state, ...news };
    return this.search();
  }

  /** An article or a letter is the beginning of too many words. */
  get isAsked() {
    return /(\p{L}\.){2}|[\p{L}\p{N}]([\p{L}\p{M}\p{N}](?!['’])|[-&/][\p{L}\p{N}])/u.test(this.state.q);
  }

  /** @param {import("./recherche-moteur.js").Search} search */
  answer(search) {
    const { q, insist } = this.state;
    return search.search(q, { insist });
  }

  async search() {
    const turn = ++this.turn;
    this.panel.hidden = !this.isAsked || this.isBox && this.panel.hidden;
    if (!this.isAsked) this.tell("");
    if (!this.isWanted) return this.panel.removeAttribute("aria-busy");
    this.panel.setAttribute("aria-busy", "true");
    try {
      const answer = await this.answer(await open(this.root));
      if (turn === this.turn) await this.show(answer);
    } catch (fault) {
      await this.fail(fault, turn);
    }
    if (turn === this.turn) this.panel.removeAttribute("aria-busy");
  }

  /** Whether there is something to search for. */
  get isWanted() {
    return this.isAsked;
  }

  /** @param {Answer} answer */
  async show(answer) {
    const { turn } = this;
    const { shown } = await import("./recherche-resultats.js");
    const parts = await shown(this, answer);
    if (turn === this.turn) this.fill(...parts);
  }

  /**
   * The way to the other results.
   * @param {number} total
   * @param {number} _shown
   * @returns {HTMLElement}
   */
  rest(total, _shown) {
    const { q, insist } = this.state;
    const all = make("a", "", say("tous", { n: total }));
    all.href = `${page("recherche/", this.root)}?${new URLSearchParams(insist ? { q, exact: "1" } : { q })}`;
    return all;
  }

  /**
   * Says why there is no answer. The module that finds out may be out of reach itself.
   * @param {unknown} fault
   * @param {number} turn of the search that failed
   */
  async fail(fault, turn) {
    try {
      await (await import("./recherche-aide.js")).explain(this, fault, turn);
    } catch {
      if (turn === this.turn) this.fill(say("panne"), [button(say("reessayer"), () => this.search())]);
    }
  }

  /**
   * Shows what is found. A box also shows the sentence when there is nothing else. What had the focus and goes leaves it to
   * the result at its place.
   * @param {string} sentence
   * @param {HTMLElement[]} notes
   * @param {HTMLElement[]} [items]
   * @param {HTMLElement[]} [more]
   * @param {number} [next] the place of a result that takes the focus
   */
  fill(sentence, notes, items = [], more = [], next) {
    const { activeElement } = document;
    const at = next ?? Math.max(0, this.links().indexOf(/** @type {HTMLAnchorElement} */ (activeElement)));
    const had = this.element.contains(activeElement);
    this.tell(sentence);
    this.notes.replaceChildren(...this.isBox && !items.length ? [make("p", "", sentence)] : [], ...notes);
    this.list.replaceChildren(...items);
    this.list.hidden = !items.length;
    this.more.replaceChildren(...more);
    this.panel.hidden = false;
    const links = this.links();
    if (next !== undefined || had && !this.element.contains(activeElement)) (links[at] ?? links.at(-1) ?? this.input)?.focus();
  }

  links() {
    return [...this.panel.querySelectorAll(":is(ol, .recherche-suite) a")];
  }

  /**
   * Announces a sentence, also the same again.
   * @param {string} text
   */
  tell(text) {
    clearTimeout(this.telling);
    this.status.textContent = "";
    this.telling = setTimeout(() => { this.status.textContent = text; }, calm);
  }

  /**
   * Arrows go from the box to the results and between them; Escape comes back.
   * @param {KeyboardEvent} event
   */
  move(event) {
    const links = this.links();
    const { key, target } = event;
    const at = links.indexOf(/** @type {HTMLAnchorElement} */ (target));
    const isOpen = !this.panel.hidden;
    /** @type {HTMLElement | null | undefined} */
    let next;
    if (event.isComposing) return;
    if (key === "Escape") {
      if (this.isBox) this.close();
      if (at >= 0 || this.isBox && isOpen) next = this.input;
    } else if (key === "ArrowDown" && this.isBox && !isOpen) {
      this.typed();
      next = this.input;
    } else if (key === "ArrowDown" && (at >= 0 || target === this.input) && isOpen) {
      next = links[at + 1];
    } else if (key === "ArrowUp" && at >= 0) {
      next = links[at - 1] ?? this.input;
    }
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

/**
 * The address of a page: from disk, a folder has no page of its own.
 * @param {string} path from the site's root
 * @param {URL} root
 */
export function page(path, root) {
  return new URL(location.protocol === "file:" ? `${path}index.html` : path, root).href;
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
