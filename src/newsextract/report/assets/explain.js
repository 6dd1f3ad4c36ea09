"use strict";
(() => {
  const frame = document.querySelector("iframe");
  const panel = document.getElementById("panel");
  const clean = document.getElementById("clean");
  const said = document.getElementById("said");
  const numbers = (text) => (text ? text.split(" ") : []);
  const rows = new Map();   // region number -> elements of the panel
  const places = new Map(); // region number -> elements of the page

  const add = (map, key, value) => map.has(key) ? map.get(key).push(value) : map.set(key, [value]);
  const owner = (node) => node && node.closest ? node.closest("[data-r]") : null;
  const mark = (elements, name) => elements.forEach((e) => e.classList.add(name));
  const clear = (root, name) => root.querySelectorAll("." + name).forEach((e) => e.classList.remove(name));
  const all = (map, keys) => keys.flatMap((k) => map.get(k) || []);

  let page = null;

  function show(keys, name) {
    if (page) { clear(page, name === "on" ? "ne-on" : "ne-hover"); mark(all(places, keys), "ne-" + name); }
    clear(panel, name);
    const found = all(rows, keys);
    mark(found, name);
    return found;
  }

  function select(keys, from) {
    const found = show(keys, "on");
    const target = all(places, keys)[0];
    said.textContent = "";
    if (from === "panel") {
      if (!keys.length) said.textContent = "This value stands in no region of the page: see its source.";
      else if (clean.hidden && target) {
        target.scrollIntoView({ block: "center" });
        const box = target.getBoundingClientRect();
        if (!box.width || !box.height) said.textContent = "The region is there, but the page's own styles hide it.";
      }
    } else if (found.length) {
      const row = found[0];
      const around = row.closest("details.group");
      if (around) around.open = true;
      row.scrollIntoView({ block: "nearest" });
    }
  }

  // A page may lay things over itself; here nothing is over anything.
  function flatten() {
    if (!page.querySelector("style[data-ne-page], [style]")) return;
    const view = page.defaultView;
    const over = [];
    for (const e of page.body.querySelectorAll("*")) {
      const place = view.getComputedStyle(e).position;
      if (place === "fixed" || place === "sticky") over.push(e);
      else if (place === "absolute" && e.offsetHeight > 300 && e.offsetWidth > view.innerWidth * 0.6) over.push(e);
    }
    for (const e of over) e.style.setProperty("position", "static", "important");
  }

  function attach() {
    page = frame.contentDocument;
    if (!page || !page.body || page.body.dataset.neReady) return;
    page.body.dataset.neReady = "1";
    for (const e of page.querySelectorAll("[data-ne]")) {
      for (const n of numbers(e.dataset.ne)) add(places, n, e);
      if (e.dataset.neF !== "weighed") { e.tabIndex = 0; e.setAttribute("aria-description", e.dataset.neLabel); }
    }
    flatten();
    const region = (event) => event.target.closest ? event.target.closest("[data-ne-f]:not([data-ne-f=weighed])") : null;
    const keys = (e) => e ? numbers(e.dataset.ne) : [];
    page.addEventListener("mouseover", (event) => show(keys(region(event)), "hover"));
    page.addEventListener("mouseleave", () => show([], "hover"));
    page.addEventListener("click", (event) => { event.preventDefault(); select(keys(region(event)), "page"); });
    page.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); select(keys(region(event)), "page"); }
      if (event.key === "Escape") { select([], "page"); }
    });
    document.documentElement.dataset.ready = "1";
  }

  for (const e of panel.querySelectorAll("[data-r]")) for (const n of numbers(e.dataset.r)) add(rows, n, e);
  panel.addEventListener("mouseover", (event) => { const e = owner(event.target); show(e ? numbers(e.dataset.r) : [], "hover"); });
  panel.addEventListener("mouseleave", () => show([], "hover"));
  panel.addEventListener("click", (event) => { const e = owner(event.target); if (e) select(numbers(e.dataset.r), "panel"); });
  const stops = () => [...panel.querySelectorAll("summary, button")].filter((e) => e.offsetParent);
  panel.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const list = stops();
    const next = list[list.indexOf(document.activeElement) + step];
    if (next) { event.preventDefault(); next.focus(); const e = owner(next); if (e) select(numbers(e.dataset.r), "panel"); }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { select([], "page"); said.textContent = ""; } });

  const switches = {
    extracted(on) { clean.hidden = !on; frame.hidden = on; },
    plain(on) { if (page) page.documentElement.classList.toggle("ne-plain", on); },
    styles(on) {
      if (!page) return;
      for (const sheet of page.querySelectorAll("style[data-ne-page]")) sheet.disabled = on;
      for (const e of page.querySelectorAll("[style], [data-ne-style]")) {
        if (on) { e.dataset.neStyle = e.getAttribute("style"); e.removeAttribute("style"); }
        else if (e.dataset.neStyle !== undefined) { e.style.cssText = e.dataset.neStyle; delete e.dataset.neStyle; }
      }
      flatten();
    },
  };
  document.querySelector(".switches").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    switches[button.dataset.switch](on);
  });

  frame.addEventListener("load", attach);
  if (frame.contentDocument && frame.contentDocument.readyState === "complete") attach();
})();
