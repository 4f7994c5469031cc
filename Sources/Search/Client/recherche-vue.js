/**
 * Shows what is found, as a box that suggests; `recherche-page.js` adds what the search page and lists have besides.
 *
 * `Sources/Search/README.md` tells what a page must contain. Nothing here makes HTML from text.
 */

import { createSearch } from "./recherche-moteur.js";
import { reader } from "./recherche-lecture.js";
import { sayer } from "./recherche-textes.js";

const say = sayer({
  un: "1 résultat",
  plusieurs: "{n} résultats",
  pour: " pour {q}",
  tous: "Tous les résultats ({n})",
});

/**
 * @typedef {{ q: string, sort: "date" | "", page: number, insist: boolean, filters: Record<string, string[]> }} State
 * @typedef {import("./recherche-moteur.js").Answer} Answer
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
export async function start(element, root) {
  const Kind = element.dataset.recherche === "boite" ? View : (await import("./recherche-page.js")).Page;
  new Kind(element, root).begin();
}

export class View {
  /** @type {number | undefined} */
  timer;
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
    this.form = this.input?.form;
    this.status = make("p", "recherche-etat");
    this.status.setAttribute("role", "status");
    this.notes = make("div", "recherche-notes");
    this.list = make("ol", "recherche-resultats");
    this.more = make("p", "recherche-suite");
    this.panel = make("div", this.panelClass);
    this.panel.append(this.notes, this.list, this.more);
    this.panel.hidden = true;
    (element.querySelector("[data-recherche-ici]") ?? element).append(this.status, this.panel);
    this.input?.addEventListener("input", () => this.wait());
    element.addEventListener("keydown", (event) => this.move(event));
    this.listen();
  }

  get panelClass() {
    return "recherche-panneau";
  }

  /** Whether the panel goes when the reader does. */
  get isBox() {
    return this.panelClass === "recherche-panneau";
  }

  listen() {
    const leave = (/** @type {EventTarget | null} */ target) => {
      if (target && !this.element.contains(/** @type {Node} */ (target))) this.panel.hidden = true;
    };
    this.element.addEventListener("focusout", (event) => leave(event.relatedTarget));
    document.addEventListener("click", (event) => leave(event.target));
  }

  begin() {
    if (this.input?.value) this.wait();
  }

  /** Searches once a reader stops writing. */
  wait() {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.typed(), pause);
  }

  typed() {
    return this.change({ q: this.input?.value ?? "", page: 1, insist: false }, "replace");
  }

  /** @param {string} q */
  ask(q) {
    if (this.input) this.input.value = q;
    return this.change({ q, page: 1, insist: false }, "push");
  }

  /**
   * @param {Partial<State>} news
   * @param {"push" | "replace" | ""} _history how the address of a page follows
   */
  change(news, _history) {
    this.state = { ...this.state, ...news };
    return this.search();
  }

  get isAsked() {
    return this.state.q.trim() !== "";
  }

  /** @param {import("./recherche-moteur.js").Search} search */
  answer(search) {
    const { q, insist } = this.state;
    return search.search(q, { insist });
  }

  async search() {
    const turn = ++this.turn;
    this.panel.hidden = !this.isAsked;
    if (!this.isAsked) this.tell("");
    if (!this.isWanted) return;
    this.panel.setAttribute("aria-busy", "true");
    try {
      const answer = await this.answer(await open(this.root));
      if (turn === this.turn) await this.show(answer);
    } catch (fault) {
      if (turn === this.turn) (await import("./recherche-aide.js")).fail(this, fault);
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
    const { total, results } = answer;
    const needsHelp = !total || answer.corrections.length || answer.unknown.length;
    const help = needsHelp && (await import("./recherche-aide.js")).help(this, answer);
    const { item } = await import("./recherche-resultats.js");
    if (turn !== this.turn) return;
    const used = (help ? help.used : this.state.q).trim();
    const count = total === 1 ? say("un") : say("plusieurs", { n: total });
    this.tell(help && !total ? help.none : count + (used && say("pour", { q: used })));
    this.notes.replaceChildren(...help ? help.notes : []);
    const shown = results.slice(0, this.most);
    this.fill(shown.map((result) => item(result, answer.isMatch, this.root)));
    this.more.replaceChildren();
    if (total > shown.length) this.more.append(this.rest(total, shown.length));
  }

  get most() {
    return suggestions;
  }

  /**
   * The way to the other results.
   * @param {number} total
   * @param {number} _shown
   * @returns {HTMLElement}
   */
  rest(total, _shown) {
    const all = make("a", "", say("tous", { n: total }));
    all.href = `${new URL("recherche/", this.root)}?${new URLSearchParams({ q: this.state.q })}`;
    return all;
  }

  /**
   * Shows results; the focus stays at its place among them.
   * @param {HTMLElement[]} items
   */
  fill(items) {
    const at = this.links().indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    this.list.replaceChildren(...items);
    this.list.hidden = !items.length;
    if (at >= 0) (this.links()[at] ?? this.input)?.focus();
  }

  links() {
    return [...this.list.querySelectorAll("a")];
  }

  /** @param {string} text */
  tell(text) {
    if (this.status.textContent !== text) this.status.textContent = text;
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
    if (key === "Escape" && (at >= 0 || this.isBox && isOpen)) {
      if (this.isBox) {
        // What is still on its way does not open the panel again.
        clearTimeout(this.timer);
        this.turn++;
        this.panel.hidden = true;
      }
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
