"use strict";
// Every value that comes from a document is set with textContent; nothing here builds markup from text.
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const panel = document.getElementById("panel");
  const hidden = new Set();
  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(data.edges);
  const ink = getComputedStyle(document.body).color;
  const paper = getComputedStyle(document.body).backgroundColor;
  data.options.nodes.font.color = ink;
  data.options.nodes.font.strokeWidth = 3;
  data.options.nodes.font.strokeColor = paper;
  const network = new vis.Network(document.getElementById("picture"), { nodes: nodes, edges: edges }, data.options);

  function make(tag, text, parent) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (parent) parent.appendChild(element);
    return element;
  }

  function quote(evidence, parent) {
    const [index, start, end, prefix, exact, suffix] = evidence;
    const block = make("blockquote", "", parent);
    block.append(prefix ? "…" + prefix : "");
    make("mark", exact, block);
    block.append(suffix ? suffix + "…" : "");
    const source = data.documents[index];
    if (!source) return;
    const where = make("div", "", block);
    const title = source.title || source.name;
    make("small", [title, source.issued, source.name + " " + start + "–" + end].filter(Boolean).join(" · "), where);
  }

  function link(text, id, parent) {
    const element = make("button", text, parent);
    element.type = "button";
    if (id) element.addEventListener("click", () => show(id, true));
    else element.disabled = true;
    return element;
  }

  function heading(fact) {
    if (fact.p === "figure") return "数字 figures";
    const word = data.words[fact.p] || fact.p;
    return fact.f ? word : word + " ←";
  }

  function facts(id) {
    const groups = new Map();
    for (const fact of data.facts[id] || []) {
      const name = heading(fact);
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(fact);
    }
    for (const [name, list] of groups) {
      make("h3", name + " (" + list.length + ")", panel);
      for (const fact of list) {
        const article = make("article", "", panel);
        if (fact.certainty !== "stated") article.className = "doubt";
        link(fact.o, fact.n, article);
        const notes = [fact.status, fact.period, fact.certainty, fact.rule].filter(Boolean).join(" · ");
        make("div", "", article).appendChild(make("small", notes));
        fact.e.forEach((evidence) => quote(evidence, article));
      }
    }
  }

  function show(id, move) {
    const thing = data.things[id];
    panel.replaceChildren();
    panel.scrollTop = 0;
    make("h2", thing.label, panel);
    const others = thing.names.filter((name) => name !== thing.label);
    make("small", [data.kinds[thing.kind], ...others].join(" · "), panel);
    facts(id);
    if (thing.met.length) {
      make("h3", "见于 mentioned in (" + thing.met.length + ")", panel);
      thing.met.forEach((evidence) => quote(evidence, make("article", "", panel)));
    }
    const address = "#" + encodeURIComponent(thing.label);
    if (location.hash !== address) history.replaceState(null, "", address);
    network.selectNodes([id]);
    if (move) network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: false });
  }

  function search() {
    const box = document.getElementById("search");
    const list = document.getElementById("results");
    box.addEventListener("input", () => {
      const wanted = box.value.trim().toLowerCase();
      list.replaceChildren();
      const named = (id) => [data.things[id].label, ...data.things[id].names];
      const hits = Object.keys(data.things).filter((id) => named(id).some((name) => name.toLowerCase().includes(wanted)));
      hits.sort((a, b) => data.things[a].label.length - data.things[b].label.length);
      list.hidden = !wanted || !hits.length;
      for (const id of wanted ? hits.slice(0, 20) : []) {
        const thing = data.things[id];
        link(thing.label + "　" + data.kinds[thing.kind], id, make("li", "", list)).addEventListener("click", () => {
          list.hidden = true;
        });
      }
    });
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") list.hidden = true;
      const first = list.querySelector("button");
      if (event.key === "Enter" && first && !list.hidden) first.click();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "/" && event.target !== box) {
        event.preventDefault();
        box.focus();
      }
    });
  }

  function legend() {
    for (const button of document.querySelectorAll("#legend button")) {
      const kind = button.dataset.kind;
      const ids = Object.keys(data.things).filter((id) => data.things[id].kind === kind);
      button.querySelector("span").textContent = ids.length;
      button.hidden = !ids.length;
      button.addEventListener("click", () => {
        hidden.has(kind) ? hidden.delete(kind) : hidden.add(kind);
        button.setAttribute("aria-pressed", String(!hidden.has(kind)));
        nodes.update(ids.map((id) => ({ id: id, hidden: hidden.has(kind) })));
      });
    }
  }

  network.on("click", (event) => {
    if (event.nodes.length) show(event.nodes[0], false);
  });
  // index.html#九解一协调 opens at that thing.
  function follow() {
    const wanted = decodeURIComponent(location.hash.slice(1));
    const id = Object.keys(data.things).find((each) => data.things[each].label === wanted);
    if (id) show(id, true);
  }

  search();
  legend();
  network.fit({ animation: false });
  follow();
  window.addEventListener("hashchange", follow);
  const left = data.left ? "，" + data.left + " 个未绘出（见 graph.ttl 与 tables/）" : "";
  document.getElementById("said").textContent =
    "显示 " + data.nodes.length + " 个实体" + left + " · " + data.documents.length + " 份文件 · 不含外部请求";
})();
