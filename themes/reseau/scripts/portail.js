// Tout ce que les pages doivent à JavaScript, hors la recherche : l’affichage clair ou sombre choisi, le raccourci clavier
// que l’on peut couper, le menu replié sur petit écran, l’adresse sans « index.html ». Sans lui, rien ne manque :
// l’affichage suit le système et le menu reste ouvert.
//
// Le fichier se charge avant le premier affichage, pour que le choix ne clignote pas : il reste donc tout petit.
(function (page, storage) {
  "use strict";

  const key = "affichage";
  const shortcut = "raccourci";
  const system = matchMedia("(prefers-color-scheme: dark)");

  // Un navigateur peut refuser de garder quoi que ce soit : le choix ne dure alors que le temps de la page.
  function kept(name) {
    try { return storage().getItem(name); } catch { return null; }
  }

  function keep(name, choice) {
    try {
      if (choice) storage().setItem(name, choice); else storage().removeItem(name);
    } catch { /* rien à garder */ }
  }

  function show(choice) {
    if (choice === "clair" || choice === "sombre") page.dataset.affichage = choice;
    else delete page.dataset.affichage;
  }

  // L’autre affichage que celui que l’on voit. Quand c’est celui du système, il n’y a plus de choix à garder.
  function switchDisplay() {
    const now = page.dataset.affichage || (system.matches ? "sombre" : "clair");
    const next = now === "sombre" ? "clair" : "sombre";
    const choice = next === (system.matches ? "sombre" : "clair") ? null : next;
    show(choice);
    keep(key, choice);
  }

  // La touche « / » mène à la recherche. Qui dicte ou tape à côté doit pouvoir la couper (WCAG 2.1.4).
  function prepareShortcut(place) {
    const box = place.querySelector("input");
    box.checked = kept(shortcut) !== "non";
    box.addEventListener("change", () => keep(shortcut, box.checked ? null : "non"));
    place.hidden = false;
  }

  function prepareMenu(button) {
    const menu = document.getElementById(button.getAttribute("aria-controls"));
    const open = (isOpen) => {
      button.setAttribute("aria-expanded", String(isOpen));
      menu.classList.toggle("ouvert", isOpen);
    };
    button.addEventListener("click", () => open(button.getAttribute("aria-expanded") !== "true"));
    menu.parentElement.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || button.getAttribute("aria-expanded") !== "true") return;
      open(false);
      button.focus();
    });
  }

  // Les liens nomment « index.html » pour que le portail se lise aussi depuis un disque ; en ligne, le dossier suffit.
  function cleanAddress() {
    if (!/^https?:$/.test(location.protocol) || !location.pathname.endsWith("/index.html")) return;
    const folder = location.pathname.slice(0, -"index.html".length);
    history.replaceState(history.state, "", folder + location.search + location.hash);
  }

  page.classList.add("avec-script");
  show(kept(key));
  cleanAddress();
  addEventListener("storage", (event) => { if (event.key === key) show(event.newValue); });
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelector(".bouton-affichage")?.addEventListener("click", switchDisplay);
    const button = document.querySelector(".bouton-menu");
    if (button) prepareMenu(button);
    const place = document.querySelector("[data-raccourci]");
    if (place) prepareShortcut(place);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && kept(shortcut) === "non") event.stopPropagation();
  }, true);
})(document.documentElement, () => localStorage);
