// The page: what is chosen, its address, its language and its light; and the start, picture first.
G.t = (name) => G.words.ui[name][G.tongue];

G.filtered = () => G.FACETS.some((facet) => G.s.chosen[facet].size);

// Everything follows from the state: select, draw, count, tell.
G.update = function () {
  G.select();
  for (const view of ["graph", "table", "timeline"]) {
    document.getElementById(view).hidden = G.s.view !== view; // first: a picture is as large as its window
    document.getElementById("tab-" + view).setAttribute("aria-selected", String(G.s.view === view));
  }
  G.redraw();
  G.filters();
  G.path();
  if (G.s.view === "table") G.table();
  if (G.s.view === "timeline") G.timeline();
  G.tell();
  G.remember();
};

G.redraw = function () {
  G.draw();
  G.fade();
  if (G.few && G.s.ego < 0) G.fit([...G.near1]);
};

G.tell = function () {
  const said = document.getElementById("said"), box = document.getElementById("left");
  said.textContent = G.said();
  box.replaceChildren();
  const left = G.drawn.left, beyond = G.beyond;
  if (beyond) box.append(`${beyond.toLocaleString("en")} ${G.t("beyond")} `);
  if (left) {
    box.append(`${left.toLocaleString("en")} ${G.t("left")} `);
    if (!G.s.wide && G.drawn.things.length < G.CAP) G.button(box, G.t("more"), () => G.go({ wide: true }));
    G.button(box, G.t("see"), () => G.go({ view: "table", list: "left" }));
  }
  G.say(said.textContent + (left ? `, ${left} ${G.t("left")}` : ""));
};

G.said = function () {
  const D = G.data, zh = !G.tongue, number = (n) => n.toLocaleString("en");
  const drawn = G.drawn.groups ? G.shown.things.length : G.drawn.things.length;
  return zh ? `显示 ${number(drawn)} / 共 ${number(D.size)} 个实体 · ${number(G.shown.facts.length)} 条事实`
    : `${number(drawn)} of ${number(D.size)} entities · ${number(G.shown.facts.length)} facts`;
};

G.say = (text) => (document.getElementById("live").textContent = text);

// A step that can be taken back.
G.past = [];
G.go = function (change) {
  G.past.push(G.address());
  Object.assign(G.s, change);
  G.update();
  if ("thing" in change || "ego" in change) G.panel();
};

G.back = function () {
  const before = G.past.pop();
  if (before) { G.restore(before.split("#")[1] || ""); G.update(); G.panel(); }
  else if (G.s.thing >= 0 || G.filtered() || G.s.ego >= 0) G.home();
};

G.home = function () {
  const kept = G.s.by;
  G.s = Object.assign(G.state(), { by: kept, mode: G.start.mode });
  G.update();
  G.panel();
};

// A thing: where it is drawn it is pointed at, else its neighbourhood is drawn.
G.show = function (t) {
  const drawn = G.nodes.get("n" + t) && G.s.ego < 0;
  G.past.push(G.address());
  G.s.thing = t;
  if (drawn) {
    G.fade();
    G.fit(G.few ? [...G.near1] : undefined);
    G.remember();
    G.path();
  } else {
    G.s.ego = t;
    G.update();
  }
  G.panel();
  G.say(G.data.label[t]);
  document.body.classList.remove("drawer");
  if (matchMedia("(max-width: 52rem)").matches) document.getElementById("panel").scrollIntoView();
};

// A click on a node: a thing is told of, a group is opened.
G.follow = function (id) {
  if (id[0] === "n") return G.show(+id.slice(1));
  const group = G.drawn.groups[+id.slice(1)];
  if (group.value === "rest") return G.others(group.of);
  if (G.s.by === "initiative") return G.go({ ego: group.value, thing: group.value });
  G.past.push(G.address());
  if (G.s.by === "kind") {
    G.s.chosen.kind = new Set(Object.keys(G.start.looks).filter((kind) => kind !== group.value));
    G.s.mode = "things";
  } else {
    G.s.chosen.place = new Set([group.value]);
    G.s.thing = group.value;
    if (group.count <= G.FEW) G.s.mode = "things";
  }
  G.update();
  G.panel();
};

// What is in no group of its own: as a filter where it can be named in an address, else all things as a table.
G.others = function (values) {
  if (values.length > 100) return G.go({ mode: "things", view: "table", list: "things" });
  G.past.push(G.address());
  G.s.chosen[G.s.by] = new Set(values);
  G.s.mode = "things";
  G.update();
  G.panel();
};

G.path = function () {
  const box = document.getElementById("path"), s = G.s, D = G.data;
  box.replaceChildren();
  const away = s.ego >= 0 || G.filtered() || s.thing >= 0;
  box.hidden = !away;
  G.button(box, G.t("all"), G.home);
  const place = s.chosen.place.size === 1 ? [...s.chosen.place][0] : -1;
  for (const each of place >= 0 && s.ego < 0 ? D.chain[place] : []) {
    box.append(" › ");
    G.button(box, D.label[each], each === place ? null : () => { s.chosen.place = new Set([each]); G.go({ mode: "overview", by: "place" }); });
  }
  if (s.ego >= 0) { box.append(" › "); G.button(box, D.label[s.ego], null); }
  for (const button of document.querySelectorAll("#by button")) {
    const on = button.dataset.by === "things" ? !s.grouped && s.ego < 0 : s.grouped && s.by === button.dataset.by;
    button.setAttribute("aria-pressed", String(on));
  }
};

// The address names things by their IRI, so that it survives the next build.
const SHORT = { kind: "k", place: "p", initiative: "i", year: "y", source: "d", certainty: "c" };

G.address = function () {
  const s = G.s, D = G.data, parts = [];
  const named = (facet, value) => (value === -1 ? "-" : facet === "source" ? D.documents[value][0] : facet === "place" || facet === "initiative" ? D.iri[value] : value);
  if (s.thing >= 0) parts.push("n=" + D.iri[s.thing]);
  if (s.ego >= 0) parts.push("o=" + D.iri[s.ego]);
  for (const facet of G.FACETS) if (s.chosen[facet].size) parts.push(SHORT[facet] + "=" + [...s.chosen[facet]].map((value) => named(facet, value)).sort().join(","));
  if (s.mode !== G.start.mode) parts.push("m=" + s.mode);
  if (s.by !== "place") parts.push("b=" + s.by);
  if (s.view !== "graph") parts.push("v=" + s.view);
  if (s.list !== "facts") parts.push("r=" + s.list);
  if (s.wide) parts.push("w=1");
  if (G.asked.l) parts.push("l=" + (G.tongue ? "en" : "zh"));
  if (G.asked.t) parts.push("t=" + G.theme);
  return location.href.split("#")[0] + (parts.length ? "#" + parts.join("&") : "");
};

G.remember = function () {
  const address = G.address();
  if (address !== location.href) try { history.replaceState(null, "", address); } catch { /* a page in a frame has no address */ }
};

G.restore = function (hash) {
  const D = G.data, asked = G.parsed(hash), s = (G.s = Object.assign(G.state(), { mode: G.start.mode }));
  const thing = (iri) => (D.byIri.has(iri) ? D.byIri.get(iri) : -2);
  if (asked.n) s.thing = thing(asked.n);
  if (asked.o) s.ego = thing(asked.o);
  if (asked.name) s.thing = D.label.indexOf(asked.name);
  const gone = s.thing === -2 || s.ego === -2;
  if (gone) s.thing = s.ego = -1;
  for (const facet of G.FACETS) {
    for (const word of asked[SHORT[facet]] ? asked[SHORT[facet]].split(",") : []) {
      const value = word === "-" ? -1 : facet === "source" ? D.documents.findIndex((d) => d[0] === word) : facet === "year" ? +word
        : facet === "place" || facet === "initiative" ? thing(word) : word;
      if (value !== -2 && !(facet === "source" && value < 0 && word !== "-")) s.chosen[facet].add(value);
    }
  }
  const one = (value, allowed, name) => { if (allowed.includes(value)) s[name] = value; };
  one(asked.m, ["things", "overview"], "mode");
  one(asked.b, ["initiative", "kind"], "by");
  one(asked.v, ["table", "timeline"], "view");
  one(asked.r, ["things", "left"], "list");
  s.wide = asked.w === "1";
  return !gone;
};

G.parsed = function (hash) {
  if (hash && !hash.includes("=")) {
    try { return { name: decodeURIComponent(hash) }; } catch { return {}; }
  }
  return Object.fromEntries(new URLSearchParams(hash.replace(/\+/g, "%2B")));
};

G.speak = function () {
  document.documentElement.lang = G.tongue ? "en" : "zh-Hans";
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = G.t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", G.t(element.dataset.label));
    if (element.tagName === "BUTTON") element.title = G.t(element.dataset.label);
  }
  document.getElementById("search").placeholder = G.t("search");
  for (const button of document.querySelectorAll("#legend button[data-kind]")) button.querySelector("i").textContent = G.words.kinds[button.dataset.kind][G.tongue];
};

G.light = function (theme) {
  G.theme = theme;
  document.documentElement.dataset.theme = theme;
};

G.drawer = () => document.body.classList.toggle("drawer");

G.controls = function () {
  const on = (id, action) => document.getElementById(id).addEventListener("click", action);
  for (const view of ["graph", "table", "timeline"]) on("tab-" + view, () => G.go({ view }));
  for (const button of document.querySelectorAll("#by button")) {
    const by = button.dataset.by;
    button.addEventListener("click", () => G.go(by === "things" ? { mode: "things", ego: -1 } : { mode: "overview", by, ego: -1, view: "graph" }));
  }
  for (const button of document.querySelectorAll("#legend button[data-kind]")) {
    button.addEventListener("click", () => {
      const chosen = G.s.chosen.kind, kind = button.dataset.kind;
      chosen.has(kind) ? chosen.delete(kind) : chosen.add(kind);
      G.update();
    });
  }
  for (const button of document.querySelectorAll("[data-save]")) button.addEventListener("click", () => { G.save(button.dataset.save); document.getElementById("export").open = false; });
  on("clear", () => { for (const facet of G.FACETS) G.s.chosen[facet].clear(); G.update(); });
  on("print", () => window.print());
  on("copy", (event) => G.copy(G.address(), event.currentTarget));
  on("language", () => { G.tongue = 1 - G.tongue; G.asked.l = "1"; G.speak(); G.update(); G.panel(); });
  on("theme", () => { G.light(G.theme === "dark" ? "light" : "dark"); G.asked.t = "1"; G.look = G.colors(); G.net.setOptions(G.dress()); G.update(); });
  on("ask", () => document.getElementById("help").showModal());
  on("in", () => G.zoom(1.3));
  on("out", () => G.zoom(1 / 1.3));
  on("fit", () => G.fit());
  on("drawer", G.drawer);
  G.net.on("click", (event) => {
    if (event.nodes.length) return G.follow(event.nodes[0]);
    const edge = event.edges.length ? G.edges.get(event.edges[0]) : null;
    if (edge && edge.facts && edge.facts.length) G.fact(edge.facts[0]);
  });
  for (const event of ["zoom", "dragStart"]) G.net.on(event, () => G.point(null));
  let waiting = 0;
  const soon = (action) => () => { clearTimeout(waiting); waiting = setTimeout(action, 60); };
  G.net.on("zoom", soon(G.label));
  window.addEventListener("resize", soon(G.redraw));
  window.addEventListener("beforeprint", G.paper);
  window.addEventListener("hashchange", () => { if (G.restore(location.hash.slice(1))) { G.update(); G.panel(); } });
};

// The fact of an edge, in the panel.
G.fact = function (f) {
  G.show(G.data.said.s[f]);
  for (const article of document.querySelectorAll("#panel article[data-facts]")) {
    if (!article.dataset.facts.split(" ").includes(String(f))) continue;
    const box = article.closest("details");
    if (box) box.open = true;
    article.classList.add("pointed");
    article.scrollIntoView({ block: "center" });
    return;
  }
};

G.run = async function () {
  G.start = JSON.parse(document.getElementById("start").textContent);
  G.start.at = new Map(G.start.nodes.map((node) => [node.id, [node.x, node.y]]));
  G.words = G.start.words;
  G.asked = G.parsed(location.hash.slice(1));
  const chinese = (navigator.languages || [navigator.language]).some((language) => /^zh/i.test(language));
  G.tongue = G.asked.l ? +(G.asked.l === "en") : +!chinese;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  G.light(["dark", "light"].includes(G.asked.t) ? G.asked.t : dark ? "dark" : "light");
  G.speak();
  G.open(G.start.options);
  const edge = { color: G.look.edge, opacity: 0.9, inherit: false };
  if (!location.hash) G.paint(G.start.nodes, G.start.edges.map((each) => ({ ...each, color: edge })));
  document.getElementById("said").textContent = G.t("loading");
  await new Promise((done) => setTimeout(done, 0)); // the first picture comes before the data
  try {
    G.read(await G.unpack(document.getElementById("data").textContent));
  } catch (error) {
    document.getElementById("said").textContent = G.t("old");
    throw error;
  }
  G.index();
  const known = G.restore(location.hash.slice(1));
  G.controls();
  G.searchBox();
  G.keys();
  G.update();
  G.panel();
  if (G.s.thing >= 0 && G.s.ego < 0 && !G.nodes.get("n" + G.s.thing)) { G.s.ego = G.s.thing; G.update(); }
  document.getElementById("carried").textContent = [G.data.left && `${G.data.left.toLocaleString("en")} ${G.t("notcarried")}`, !G.data.claims && G.t("partial")].filter(Boolean).join(" · ");
  if (!known) { document.getElementById("left").textContent = G.t("gone"); G.say(G.t("gone")); }
  G.timing.ready = performance.now();
  document.body.dataset.ready = "1";
};

G.run();
