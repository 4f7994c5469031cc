/**
 * Runs on every page, and stays small: the rest is loaded when a reader goes to a search box.
 *
 * A plain script, so that it also runs from disk, where browsers refuse modules: there, all modules come as one script.
 */
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL(script.dataset.racine ?? "./", document.baseURI);
  /** @type {Promise<any> | undefined} */
  let loading;

  /** @param {string} source */
  const run = (source) => new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = new URL(source, script.src).href;
    element.onload = resolve;
    element.onerror = reject;
    document.head.append(element);
  });

  const load = () => {
    loading ??= location.protocol === "file:"
      ? run("recherche-disque.js").then(() => /** @type {any} */ (window).pivotRecherche)
      : import(new URL("recherche-vue.js", script.src).href);
    loading.catch(() => { loading = undefined; });
    return loading;
  };

  /**
   * @param {string} which
   * @param {boolean} shown
   */
  const reveal = (which, shown) => {
    for (const element of document.querySelectorAll(which)) /** @type {HTMLElement} */ (element).hidden = !shown;
  };

  const fail = () => reveal("[data-recherche-secours]", true);

  /** @param {HTMLElement} element a box, a page or a list */
  const prepare = (element) => {
    const start = async () => {
      if (element.dataset.prete) return;
      element.dataset.prete = "oui";
      try {
        await (await load()).start(element, root);
        reveal("[data-recherche-secours]", false);
      } catch {
        delete element.dataset.prete;
        fail();
      }
    };
    const input = /** @type {HTMLInputElement | null} */ (element.querySelector("input[type=search]"));
    // What every search needs is there when a reader begins to write; what this one needs besides comes then.
    const come = () => input?.value ? start() : load().then((client) => client.open(root).catch(() => {}), fail);
    element.addEventListener("focusin", come);
    element.addEventListener("input", start);
    element.addEventListener("toggle", start, true);
    if (location.search && element.dataset.recherche !== "boite") start();
    else if (element.contains(document.activeElement)) come();
  };

  reveal("[data-recherche-secours]", false);
  reveal("[data-recherche-filtres]", true);
  document.querySelectorAll("[data-recherche]").forEach((element) => prepare(/** @type {HTMLElement} */ (element)));

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.isContentEditable || target.matches("input:not([type=checkbox]), textarea, select")) return;
    const input = document.querySelector("main [data-recherche] input[type=search]") ?? document.querySelector("[data-recherche] input[type=search]");
    if (!input) return;
    event.preventDefault();
    /** @type {HTMLInputElement} */ (input).focus();
  });
})();
