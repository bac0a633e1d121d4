"use strict";
// YASGUI on this endpoint alone: no completion from elsewhere, prefixes from the graph, labels beside IRIs.
(() => {
  const given = JSON.parse(document.getElementById("given").textContent);
  const place = document.getElementById("editor"), base = place.dataset.base;
  const Yasgui = window.Yasgui.default || window.Yasgui;
  const endpoint = `${location.origin}/sparql`;
  const heads = Object.entries(given.prefixes).sort().map(([name, iri]) => `PREFIX ${name}: <${iri}>`);
  const needed = (text) => heads.filter((line) => {
    const name = line.split(" ")[1];
    return text.includes(name) && !text.includes(`PREFIX ${name}`);
  });
  const first = "SELECT ?person ?name ?post WHERE {\n  ?person a gg:Person ; rdfs:label ?name ; org:holds ?held .\n  ?held rdfs:label ?post .\n}\nLIMIT 50";
  const start = given.query || `${needed(first).join("\n")}\n\n${first}`;
  Yasgui.Yasqe.defaults.autocompleters = ["prefixes", "variables"].filter((name) => name in Yasgui.Yasqe.Autocompleters);
  Yasgui.Yasqe.defaults.value = start;
  Yasgui.Yasqe.defaults.createShareableLink = null;
  if (Yasgui.Yasqe.Autocompleters.prefixes) Yasgui.Yasqe.Autocompleters.prefixes.get = async () => heads.map((line) => line.slice(7));
  const yasgui = new Yasgui(place, {
    requestConfig: { endpoint, method: "POST" },
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    copyEndpointOnNewTab: false, persistenceId: null, populateFromUrl: false, autofocus: false, resizeable: true,
    yasqe: { value: start, persistenceId: null, createShareableLink: null, showQueryButton: true },
    yasr: { persistenceId: null, prefixes: given.prefixes },
  });
  const tab = yasgui.getTab() || yasgui.addTab(true);
  tab.setQuery(start);
  const yasqe = tab.getYasqe();
  window.editor = { yasgui, tab, yasqe };

  document.getElementById("examples").addEventListener("change", (event) => {
    const chosen = given.examples[event.target.value];
    if (chosen) { tab.setQuery(chosen.text); yasqe.query(); }
  });

  const cut = document.getElementById("cut");
  const ask = (accept) => fetch("/sparql", { method: "POST", headers: { Accept: accept, "Content-Type": "application/sparql-query" }, body: yasqe.getValue() });
  yasqe.on("queryResponse", (_, response) => {
    const headers = response?.headers;
    const said = headers?.get ? headers.get("x-govgraph-cut") : headers?.["x-govgraph-cut"];
    cut.hidden = !said;
    cut.querySelector("b").textContent = said || "";
  });
  document.getElementById("csv").addEventListener("click", async () => {
    const answer = await ask("text/csv");
    if (!answer.ok) { yasqe.query(); return; }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", await answer.text()], { type: "text/csv" }));
    link.download = "govgraph.csv"; link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });

  // Labels: whatever IRI of the graph a result shows gets its name, and leads to its page here.
  const known = new Map();
  const label = async () => {
    const links = [...place.querySelectorAll(".yasr a.iri:not([data-labelled])")];
    if (!links.length) return;
    const iris = links.map((link) => { link.dataset.labelled = "1"; return link.getAttribute("href"); });
    const fresh = [...new Set(iris)].filter((iri) => iri && !known.has(iri)).slice(0, 200);
    if (fresh.length) {
      const answer = await fetch("/labels", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(fresh) });
      if (answer.ok) Object.entries(await answer.json()).forEach(([iri, told]) => known.set(iri, told));
    }
    links.forEach((link, i) => {
      const [name, path] = known.get(iris[i]) || ["", ""];
      if (path) { link.href = path; link.target = "_self"; }
      if (name && !link.parentElement.querySelector(".gg-label")) {
        const span = document.createElement("span");
        span.className = "gg-label"; span.textContent = name;
        link.after(span);
      }
    });
  };
  new MutationObserver(() => { clearTimeout(label.timer); label.timer = setTimeout(label, 60); }).observe(place, { childList: true, subtree: true });
  if (given.query) yasqe.query();
  document.body.dataset.ready = "1";
})();
