// The picture: what is drawn of the selection, never more than CAP nodes, and how it looks.
G.CAP = 1500;
G.FEW = 300; // things that can be read at once; the rest when asked for
const HUB = 6, GROUPS = 40, SOME = 3; // as publish/overview.py has them

G.open = function (options) {
  G.nodes = new vis.DataSet();
  G.edges = new vis.DataSet();
  G.options = options;
  G.look = G.colors();
  G.net = new vis.Network(document.getElementById("picture"), { nodes: G.nodes, edges: G.edges }, G.dress());
  G.net.once("afterDrawing", () => (G.timing.first = performance.now()));
};

G.colors = function () {
  const style = getComputedStyle(document.documentElement);
  const color = (name) => style.getPropertyValue(name).trim();
  return { ink: color("--text"), paper: color("--back"), edge: color("--edge"), doubt: color("--doubt"), ring: color("--ring") };
};

G.dress = function () {
  const options = structuredClone(G.options);
  Object.assign(options.nodes.font, { color: G.look.ink, strokeWidth: 3, strokeColor: G.look.paper });
  options.nodes.chosen = false;
  options.edges.chosen = false;
  return options;
};

// The links between shown things, one for each pair; through a hidden post a person is linked to its body.
G.pairs = function (has) {
  const D = G.data, said = D.said, pairs = new Map();
  const posts = G.s.chosen.kind.has("Post");
  const add = (a, b, f, kind) => {
    const key = a < b ? a * D.size + b : b * D.size + a;
    if (!pairs.has(key)) pairs.set(key, { a, b, facts: [], kind });
    pairs.get(key).facts.push(f);
  };
  for (let f = 0; f < D.facts; f++) {
    const a = said.s[f], b = said.o[f];
    if (b < 0 || a === b) continue;
    if (has(a) && has(b)) { if (G.shown.fact[f]) add(a, b, f, "said"); }
    else if (posts && D.p(f) === "holds" && has(a)) {
      for (const g of D.of(b)) if (D.p(g) === "postIn" && said.s[g] === b && has(said.o[g])) add(a, said.o[g], f, "via");
    }
  }
  for (const [a, p, b] of D.links) if (has(a) && has(b)) add(a, b, p, "link");
  return [...pairs.values()];
};

G.draw = function () {
  const s = G.s;
  let groups = s.mode === "overview" && s.ego < 0 ? G.groups() : null;
  if (groups && groups.length < 2) groups = null;
  s.grouped = !!groups;
  return groups ? drawGroups(groups) : drawThings();
};

function drawThings() {
  const D = G.data, all = G.shown.things;
  const most = Math.min(G.CAP, G.s.wide || D.size <= G.FEW ? G.CAP : G.FEW);
  const things = all.slice(0, most);
  for (const t of [G.s.ego, G.s.thing]) if (t >= 0 && G.shown.has[t] && !things.includes(t)) things[things.length - 1] = t;
  const drawn = new Set(things);
  const pairs = G.pairs((t) => drawn.has(t));
  const degree = new Map();
  for (const pair of pairs) for (const t of [pair.a, pair.b]) degree.set(t, (degree.get(t) || 0) + 1);
  const fixed = G.start.mode === "things" && G.s.ego < 0;
  const where = fixed ? new Map(things.map((t) => [t, G.start.at.get("n" + t)])) : G.place(things, pairs.map((p) => [p.a, p.b]), G.s.ego);
  G.drawn = { things, left: all.length - things.length, groups: null };
  G.paint(things.map((t) => thingNode(t, where.get(t), degree.get(t) || 0)), pairs.map(thingEdge));
}

function thingNode(t, [x, y], degree) {
  const look = G.start.looks[G.data.kind[t]], hub = degree >= HUB || t === G.s.ego;
  const node = { id: "n" + t, label: G.short(G.data.label[t]), x, y, shape: look.shape, color: look.color, size: hub ? 18 : 11 };
  if (G.data.clashes.has(t)) node.shapeProperties = { borderDashes: [4, 3] };
  return node;
}

function thingEdge(pair, n) {
  const D = G.data, link = pair.kind === "link";
  const doubtful = link ? pair.facts.includes("possiblySame") : pair.facts.every((f) => D.doubtful(f)) || pair.facts.some((f) => D.doubts.has(f));
  const bare = !link && pair.facts.every((f) => !D.said.e[f].length);
  const words = link ? pair.facts.map((p) => G.words.relations[p][G.tongue]) : pair.facts.map((f) => G.relation(f));
  const edge = { id: "e" + n, from: "n" + pair.a, to: "n" + pair.b, dashes: doubtful ? [6, 5] : false };
  edge.color = { color: doubtful ? G.look.doubt : G.look.edge, opacity: bare ? 0.35 : 0.9, inherit: false };
  edge.width = bare ? 1 : Math.min(4, 1 + pair.facts.length / 2);
  edge.title = [...new Set(words)].join("、") + (pair.kind === "via" ? "（" + G.t("viapost") + "）" : "");
  edge.facts = link ? [] : pair.facts;
  return edge;
}

// At most forty groups of the selection: places at the deepest level that has no more, initiatives, or kinds.
G.groups = function () {
  const D = G.data, group = new Map(), members = new Map();
  const join = (value, t) => {
    group.has(t) || group.set(t, value);
    members.has(value) || members.set(value, 0);
    members.set(value, members.get(value) + 1);
  };
  if (G.s.by === "place") {
    const level = depth(G.shown.things);
    for (const t of G.shown.things) join(D.chain[t].length ? D.chain[t][Math.min(level, D.chain[t].length) - 1] : -1, t);
  } else if (G.s.by === "kind") for (const t of G.shown.things) join(D.kind[t], t);
  else for (const t of G.shown.things) for (const i of D.initiatives[t]) join(i, t);
  const largest = [...members].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const some = G.s.by === "place" ? largest.filter(([, count]) => count >= SOME) : largest;
  let kept = some.length ? some : largest;
  if (largest.length > Math.min(GROUPS, kept.length)) kept = kept.slice(0, GROUPS - 1);
  const told = kept.map(([value, count]) => ({ value, count, name: G.nameOf(G.s.by, value) }));
  const rest = largest.filter(([value]) => !kept.some((one) => one[0] === value));
  if (rest.length) told.push({ value: "rest", count: rest.reduce((sum, each) => sum + each[1], 0), name: G.t("other") + " " + rest.length, of: rest.map(([value]) => value).filter(apart) });
  const known = new Set(kept.map(([value]) => value));
  function apart(value) { // a place that holds a group would bring all of that group along
    return G.s.by !== "place" || !kept.some(([group]) => group >= 0 && D.chain[group].includes(value));
  }
  told.of = (t) => (group.has(t) ? (known.has(group.get(t)) ? group.get(t) : "rest") : undefined);
  return told;
};

function depth(things) {
  const paths = new Map(); // of each chain of places, how many things
  let level = 1;
  for (const t of things) {
    const path = G.data.chain[t];
    if (path.length) paths.set(path, (paths.get(path) || 0) + 1);
    level = Math.max(level, path.length);
  }
  for (; level > 1; level--) {
    const tops = new Map();
    for (const [path, count] of paths) {
      const top = path[Math.min(level, path.length) - 1];
      tops.set(top, (tops.get(top) || 0) + count);
    }
    if ([...tops.values()].filter((count) => count >= SOME).length < GROUPS) break;
  }
  return level;
}

function drawGroups(groups) {
  const D = G.data, said = D.said, shared = new Map(), alone = new Set([-1, "rest", undefined]);
  const most = Math.max(...groups.filter((g) => g.value !== "rest").map((g) => g.count));
  const radius = (g) => 16 + 54 * Math.sqrt(Math.min(g.count, most) / most);
  const number = new Map(groups.map((g, n) => [g.value, n]));
  for (const f of G.shown.facts) {
    const a = groups.of(said.s[f]), b = said.o[f] >= 0 ? groups.of(said.o[f]) : undefined;
    if (alone.has(a) || alone.has(b) || a === b) continue;
    const key = [number.get(a), number.get(b)].sort((x, y) => x - y).join(" ");
    shared.set(key, (shared.get(key) || 0) + 1);
  }
  const first = G.start.mode === "overview" && G.s.by === "place" && !G.filtered();
  const where = first ? new Map(groups.map((g, n) => [n, G.start.at.get("g" + g.value)])) : G.bubbles(groups.map((g, n) => [n, radius(g) + 46]));
  const nodes = groups.map((g, n) => {
    const [x, y] = where.get(n);
    const label = G.short(String(g.name)) + "\n" + g.count.toLocaleString("en");
    return { id: "g" + n, label, x, y, shape: "dot", size: radius(g), color: groupColor(g) };
  });
  const edges = [...shared].map(([key, times], n) => {
    const [a, b] = key.split(" ");
    const color = { color: G.look.edge, opacity: 0.6, inherit: false };
    return { id: "e" + n, from: "g" + a, to: "g" + b, width: Math.min(12, 1 + Math.log2(times)), title: times + " " + G.t("facts"), color };
  });
  G.drawn = { things: [], left: 0, groups };
  G.paint(nodes, edges);
}

function groupColor(g) {
  const looks = G.start.looks;
  if (g.value === "rest" || g.value === -1) return looks.Post.color;
  return G.s.by === "kind" ? looks[g.value].color : G.s.by === "initiative" ? looks.Initiative.color : looks.Place.color;
}

// The chosen thing and its neighbours stay; the rest fades, it does not vanish.
G.fade = function () {
  const t = G.s.thing, on = t >= 0 && !!G.nodes.get("n" + t);
  const near = (G.near1 = new Set(on ? ["n" + t] : []));
  if (on) G.edges.forEach((edge) => { if (edge.from === "n" + t || edge.to === "n" + t) near.add(edge.from), near.add(edge.to); });
  const few = (G.few = near.size > 1 && G.s.ego !== t);
  G.nodes.update(G.nodes.map((node) => ({ id: node.id, ...ringed(node.id === "n" + t), opacity: !few || near.has(node.id) ? 1 : 0.2 })));
  G.edges.update(G.edges.map((edge) => ({ id: edge.id, hidden: few && edge.from !== "n" + t && edge.to !== "n" + t })));
  G.label();
  function ringed(chosen) {
    return { borderWidth: chosen ? 4 : 1, shadow: chosen ? { enabled: true, color: G.look.ring, size: 18, x: 0, y: 0 } : false };
  }
};
