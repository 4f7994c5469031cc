/**
 * What the search page and the lists have besides a box: an address that follows, filters, an order, more results.
 */

import { sayer } from "./recherche-textes.js";
import { View, button, make, open } from "./recherche-vue.js";

const say = sayer({
  trier: "Trier par",
  pertinence: "pertinence",
  date: "date",
  suite: "Afficher plus de résultats ({shown} sur {n})",
  filtre: ", avec 1 filtre",
  plusieursFiltres: ", avec {n} filtres",
  court: "Écrivez au moins deux lettres.",
  recents: ", les plus récents d’abord",
  cherche: "Recherche en cours…",
  filtres: "Les filtres n’ont pas pu être lus. Vérifiez votre connexion.",
});

/** Milliseconds without an answer before that is told. */
const patience = 1000;
/** Milliseconds without scrolling before the place is kept. */
const stillness = 200;

/** @typedef {import("./recherche-vue.js").State} State */

export class Page extends View {
  /**
   * Shows the filters, once they are open.
   * @type {((facets: import("./recherche-filtres.js").Facet[], total: number) => void) | undefined}
   */
  filters;
  /**
   * Whether going back leads here once a reader writes something else: what is asked for is kept, what is being written is not.
   */
  isKept = false;
  /**
   * The place of the result that a reader asked for and goes to, once it is there.
   * @type {number | undefined}
   */
  next;
  /** Whether what is shown is an answer, and not why there is none. */
  isAnswered = false;
  /** How far down the reader was, when they come back; 0 once they are there. */
  top = 0;
  /**
   * The names of filters: others in an address are not ours, as newsletters add them. Known once the index is.
   * @type {string[] | undefined}
   */
  names;
  /** @type {number | undefined} */
  scrolling;

  get isBox() {
    return false;
  }

  listen() {
    this.fixed = new URLSearchParams(this.element.dataset.filtre ?? "");
    this.usual = /** @type {HTMLElement | null} */ (this.element.querySelector("[data-recherche-defaut]"));
    this.order = this.sorting();
    this.list.before(this.order);
    /** Says how many results there are, and leads to them. */
    this.heading = make("h2", "recherche-compte");
    /** The filters that hold, to be lifted. */
    this.held = make("p", "recherche-actifs");
    this.heading.tabIndex = -1;
    this.heading.id = `recherche-compte-${this.element.dataset.recherche}`;
    this.heading.hidden = true;
    this.list.setAttribute("aria-labelledby", this.heading.id);
    this.status.after(this.heading, this.held);
    this.input?.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    // From disk, addresses say nothing of the search.
    if (location.protocol !== "file:") window.addEventListener("popstate", () => this.restore());
    // Results come too late for the browser to find the place again by itself.
    window.addEventListener("scroll", () => {
      clearTimeout(this.scrolling);
      this.scrolling = window.setTimeout(() => this.keepPlace(), stillness);
    }, { passive: true });
    this.title = document.title;
    /** Whether the filters are there, or on their way. */
    this.isAttached = false;
    this.details = /** @type {HTMLDetailsElement | null} */ (this.element.querySelector("[data-recherche-filtres]"));
    this.details?.addEventListener("toggle", () => this.attach());
    this.attach();
  }

  /** What a reader wrote is what they ask for: they are led to what is found. */
  async submit() {
    clearTimeout(this.timer);
    const answered = this.change({ q: this.input?.value ?? "", page: 1, insist: false }, this.isKept ? "push" : "replace");
    this.isKept = this.isAsked;
    const { turn } = this;
    await answered;
    // Who goes on writing is not led away.
    if (turn !== this.turn || this.input?.value !== this.state.q) return;
    if (this.isAsked) this.arrive();
    else if (this.input?.value.trim()) this.tell(say("court"));
  }

  /** Leads to the results. */
  arrive() {
    const { heading } = this;
    // Where the first results are seen already, nothing moves.
    const isBelow = heading.getBoundingClientRect().bottom > innerHeight * 0.7;
    heading.focus({ preventScroll: true });
    if (isBelow) heading.scrollIntoView();
    // What has the focus is read.
    clearTimeout(this.telling);
  }

  /**
   * What is announced is also seen.
   * @param {string} text
   */
  tell(text) {
    this.heading.textContent = text;
    this.heading.hidden = !text;
    super.tell(text);
  }

  /** Fills the filters, once they are open. */
  async attach() {
    const { details } = this;
    if (!details?.open || this.isAttached) return;
    this.isAttached = true;
    try {
      (await import("./recherche-volets.js")).attach(this, details);
    } catch {
      this.isAttached = false;
      details.open = false;
      this.tell(say("filtres"));
    }
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

  /** Keeps how far down the reader is, with the entry of the history. */
  keepPlace(top = scrollY) {
    clearTimeout(this.scrolling);
    if (this.isAsked && location.protocol !== "file:") window.history.replaceState({ top }, "");
  }

  /** What is written before the scripts are there counts, unless the address says otherwise. */
  begin() {
    const early = this.input?.value;
    return this.restore(early && !new URLSearchParams(location.search).has("q") ? { q: early } : {});
  }

  /**
   * Takes the state from the address.
   * @param {Partial<State>} [news] what else is known
   */
  restore(news = {}) {
    clearTimeout(this.timer);
    const state = { ...this.fromAddress(), ...news };
    if (this.input) this.input.value = state.q;
    if (this.select) this.select.value = state.sort;
    if (this.names) this.openFilters();
    const top = window.history.state?.top ?? 0;
    const answered = this.change(state, news.q ? "replace" : "");
    this.top = top;
    return answered;
  }

  /**
   * Leaves out of the state what is no filter.
   * @param {string[]} facets three by three: id, label, file
   */
  learn(facets) {
    if (this.names) return;
    this.names = facets.filter((_, i) => i % 3 === 0);
    for (const name in this.state.filters) if (!this.names.includes(name)) delete this.state.filters[name];
    this.openFilters();
  }

  /** Where filters stand beside the results, those that hold are seen. */
  openFilters() {
    if (!this.details || !matchMedia("(min-width: 64rem)").matches) return;
    this.details.open ||= Object.keys(this.fromAddress().filters).length > 0;
  }

  fromAddress() {
    /** @type {State} */
    const state = { q: "", sort: "", page: 1, insist: false, filters: Object.create(null) };
    for (const [name, value] of new URLSearchParams(location.search)) {
      if (name === "q") state.q = value;
      else if (name === "tri") state.sort = value === "date" ? "date" : "";
      else if (name === "page") state.page = Math.max(1, Math.min(200, Number.parseInt(value, 10) || 1));
      else if (name === "exact") state.insist = true;
      else if (this.names?.includes(name) ?? true) (state.filters[name] ??= []).push(value);
    }
    return state;
  }

  /**
   * @param {Partial<State>} news
   * @param {"push" | "replace" | ""} history how the address follows
   */
  change(news, history) {
    this.next = undefined;
    this.top = 0;
    const before = new URLSearchParams(location.search);
    const top = scrollY;
    const isPushed = history === "push" || history === "replace" && this.isKept;
    const answered = super.change(news, history);
    const { q } = this.state;
    const address = this.address();
    const isOther = address !== (String(before) ? `?${before}` : location.pathname);
    // From disk, some browsers refuse to change the address.
    if (history && isOther && location.protocol !== "file:") {
      if (isPushed) this.keepPlace(top);
      window.history[isPushed ? "pushState" : "replaceState"](null, "", address);
    }
    // An entry is left under the title that it had.
    document.title = q ? `${q} — ${this.title}` : this.title;
    if (isOther || history !== "replace") this.isKept = history !== "replace" && this.isAsked;
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
    const { sort, filters } = this.state;
    return super.isAsked || sort !== "" || this.names !== undefined && Object.keys(filters).length > 0;
  }

  get isWanted() {
    return this.isAsked || this.filters !== undefined || Object.keys(this.state.filters).length > 0;
  }

  /** @param {import("./recherche-moteur.js").Search} search */
  answer(search) {
    this.learn(search.manifest.facets);
    const { q, sort, page, insist, filters } = this.state;
    /** @type {Record<string, string[]>} */
    const all = { ...filters };
    for (const [name, value] of this.fixed ?? []) all[name] = [value];
    return search.search(super.isAsked ? q : "", { sort, insist, filters: all, counts: this.filters !== undefined, page });
  }

  async search() {
    if (this.usual) this.usual.hidden = this.isAsked;
    const { activeElement } = document;
    if (!this.isAsked && [this.panel, this.heading].some((place) => place.contains(activeElement))) this.input?.focus();
    const late = setTimeout(() => {
      if (this.isAsked && this.panel.hasAttribute("aria-busy")) this.tell(say("cherche"));
    }, patience);
    await super.search();
    clearTimeout(late);
    if (!this.isWanted) await this.hold([]);
  }

  /** @param {import("./recherche-moteur.js").Answer} answer */
  async show(answer) {
    const { turn } = this;
    this.filters?.(answer.facets, answer.total);
    await this.hold(answer.facets);
    if (!this.isAsked || turn !== this.turn) return;
    this.isAnswered = true;
    try {
      await super.show(answer);
    } finally {
      this.isAnswered = false;
    }
  }

  /**
   * Shows the filters that hold.
   * @param {import("./recherche-filtres.js").Facet[]} facets
   */
  async hold(facets) {
    const { turn } = this;
    if (!Object.keys(this.state.filters).length && !this.held.hasChildNodes()) return;
    const { showHeld } = await import("./recherche-actifs.js");
    if (turn === this.turn) showHeld(this, facets);
  }

  /**
   * @param {string} sentence
   * @param {HTMLElement[]} notes
   * @param {HTMLElement[]} [items]
   * @param {HTMLElement[]} [more]
   */
  fill(sentence, notes, items = [], more = []) {
    const next = this.next !== undefined && this.next < items.length ? this.next : undefined;
    const filters = Object.values(this.state.filters).flat().length;
    if (filters && this.isAnswered) sentence += say(filters > 1 ? "plusieursFiltres" : "filtre", { n: filters });
    if (items.length > 1 && this.state.sort) sentence += say("recents");
    super.fill(sentence, notes, items, more, next);
    super.tell([sentence, ...notes.map((note) => note.textContent)].join(" "));
    if (next !== undefined) this.next = undefined;
    if (this.order) {
      this.order.hidden = items.length < 2;
      if (this.order.hidden && this.order.contains(document.activeElement)) this.input?.focus();
    }
    if (this.usual) this.usual.hidden = this.isAsked && (items.length > 0 || this.usual.dataset.rechercheDefaut !== "aide");
    if (items.length && this.top) {
      scrollTo(0, this.top);
      this.top = 0;
    }
  }

  /**
   * @param {number} total
   * @param {number} shown
   */
  rest(total, shown) {
    return button(say("suite", { shown, n: total }), () => {
      const answered = this.change({ page: this.state.page + 1 }, "push");
      this.next = shown;
      return answered;
    });
  }
}
