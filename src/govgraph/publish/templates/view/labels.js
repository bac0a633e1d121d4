// What is written in the picture, and how the picture fits its window.
// Names keep their size at every scale. Each stands under its node, or above it, where it covers no other name and no
// node; the larger, better-connected thing comes first, and may cover small ones. Where all have had their turn, a name
// may cover one small node.
const LABEL = 14, LINE = 8, NAME = 13, HIGH = 1.25, LARGE = 18, WIDEST = 2;

G.short = (label) => (label.length <= LABEL || long(label) <= LABEL ? label : label.slice(0, LABEL - 1) + "…");

// The name of a group in two lines of half its length, so that forty have room.
function folded(label) {
  const [name, count] = label.split("\n"), half = Math.ceil(name.length / 2);
  return (long(name) > LINE ? name.slice(0, half) + "\n" + name.slice(half) : name) + "\n" + count;
}

G.paint = function (nodes, edges) {
  G.nodes.clear();
  G.edges.clear();
  const named = nodes.map((node) => ({ ...node, name: node.id[0] === "g" ? folded(node.label) : node.label, font: { color: G.look.ink, strokeColor: G.look.paper } }));
  G.nodes.add(stretched(named));
  G.edges.add(edges);
  G.fit();
};

// Room for names at all sides, in pixels of the window.
function room(nodes) {
  const box = document.getElementById("picture"), widest = Math.max(0, ...nodes.map((node) => wide(node.name)));
  const side = Math.min((widest * NAME) / 2 + 8, box.clientWidth / 5);
  const high = Math.max(1, ...nodes.map((node) => node.name.split("\n").length)) * NAME * HIGH + 8;
  return { width: Math.max(60, box.clientWidth - 2 * side), height: Math.max(60, box.clientHeight - 2 * high) };
}

function bounds(nodes, across = 1) {
  const edge = (pick, sign) => nodes.reduce((most, n) => Math.max(most, sign * n[pick] * (pick === "x" ? across : 1) + n.size), -Infinity);
  return { west: -edge("x", -1), east: edge("x", 1), north: -edge("y", -1), south: edge("y", 1) };
}

// The picture drawn out to the shape of the window; what stood apart stands apart.
function stretched(nodes) {
  if (nodes.length < 3) return nodes;
  const { west, east, north, south } = bounds(nodes, 1 / WIDE), { width, height } = room(nodes);
  const wanted = (width / height) * ((south - north) / (east - west)), by = Math.min(WIDEST, Math.max(1 / WIDEST, wanted));
  return nodes.map((node) => ({ ...node, x: (node.x / WIDE) * Math.max(1, by), y: node.y / Math.min(1, by) }));
}

G.fit = function (ids) {
  const nodes = ids ? G.nodes.get(ids) : G.nodes.get();
  if (nodes.length) {
    const { west, east, north, south } = bounds(nodes), { width, height } = room(nodes);
    const scale = Math.min(1.3, width / (east - west), height / (south - north));
    G.net.moveTo({ position: { x: (west + east) / 2, y: (north + south) / 2 }, scale });
  }
  G.label();
};

G.zoom = function (factor) {
  G.net.moveTo({ scale: Math.min(6, Math.max(0.02, G.net.getScale() * factor)) });
  G.label();
};

G.label = function () {
  const scale = G.net.getScale(), shown = G.written(scale, NAME), size = Math.max(1, Math.round((10 * NAME) / scale) / 10);
  G.nodes.update(G.nodes.map((node) => {
    const lines = node.name.split("\n").length, up = shown.get(node.id) < 0 ? -(2 * node.size + lines * size + 10) : 0;
    return { id: node.id, label: shown.has(node.id) ? node.name : " ", font: { ...node.font, size, vadjust: up, strokeWidth: Math.max(2, 3 / scale) } };
  }));
};

// Which names have room when a unit of the picture is ``scale`` pixels and letters are ``size`` high, and on which side
// of their nodes: 1 below, -1 above.
G.written = function (scale, size) {
  const names = new Map(), dots = new Map(), shown = new Map(), chosen = G.near1 || new Set();
  const order = G.nodes.get().sort((a, b) => chosen.has(b.id) - chosen.has(a.id) || b.size - a.size || +a.id.slice(1) - b.id.slice(1));
  for (const node of order) if (!G.few || chosen.has(node.id)) take(dots, square(node, scale), node);
  for (const most of [0, 1]) for (const node of order) {
    if (shown.has(node.id) || (G.few && !chosen.has(node.id))) continue;
    const high = node.name.split("\n").length * size * HIGH, half = (wide(node.name) * size) / 2 + 2;
    const x = node.x * scale, cost = (other) => (other === node || (node.size >= LARGE && other.size < LARGE) ? 0 : other.size < LARGE ? 1 : 9);
    for (const side of [1, -1]) {
      const edge = (node.y + side * (node.size + 3)) * scale, top = side > 0 ? edge : edge - high;
      const box = [x - half, top, x + half, top + high];
      if (covered(names, box, () => 1) || covered(dots, box, cost) > most) continue;
      shown.set(node.id, side);
      take(names, box, node);
      break;
    }
  }
  return shown;
};

function square(node, scale) {
  return [node.x - node.size, node.y - node.size, node.x + node.size, node.y + node.size].map((n) => n * scale);
}

// Letters of half and of full width, in heights; of the longest line.
const long = (line) => [...line].reduce((sum, c) => sum + (c.codePointAt(0) < 0x2000 ? 0.58 : 1), 0);
const wide = (text) => Math.max(...text.split("\n").map(long));
const CELL = 64;

function over(box, action) {
  for (let x = Math.floor(box[0] / CELL); x <= box[2] / CELL; x++) for (let y = Math.floor(box[1] / CELL); y <= box[3] / CELL; y++) action(x + " " + y);
}

function take(cells, box, node) {
  over(box, (cell) => (cells.has(cell) ? cells.get(cell) : cells.set(cell, []).get(cell)).push([box, node]));
}

// What a box would cover, by cost; each node once.
function covered(cells, box, cost) {
  const under = new Set();
  over(box, (cell) => { for (const [b, node] of cells.get(cell) || []) if (b[0] < box[2] && box[0] < b[2] && b[1] < box[3] && box[1] < b[3]) under.add(node); });
  return [...under].reduce((sum, node) => sum + cost(node), 0);
}
