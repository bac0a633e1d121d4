// Where things stand that the page itself brings together: the same things, the same picture; nothing moves.
// Trees of things around their best-connected ones, as circles packed around circles (as publish/layout.py does).
const LEAF = 24, GAP = 8, WIDE = 1.3, TURN = 2.4;

G.place = function (things, edges, root) {
  const inside = new Set(things), near = new Map(things.map((t) => [t, []]));
  for (const [a, b] of edges) if (inside.has(a) && inside.has(b) && a !== b) near.get(a).push(b), near.get(b).push(a);
  const groups = new Map();
  for (const t of things) {
    const home = root >= 0 ? 0 : G.data.home[t];
    if (!groups.has(home)) groups.set(home, []);
    groups.get(home).push(t);
  }
  const circles = [...groups.values()].map((group) => packed(forest(group, near, root)));
  const where = new Map();
  for (const [t, x, y] of packed(circles).nodes) where.set(t, [x * WIDE, y]);
  return where;
};

G.bubbles = function (sizes) {
  const where = new Map();
  for (const [n, x, y] of packed(sizes.map(([n, radius]) => ({ radius, nodes: [[n, 0, 0]] }))).nodes) where.set(n, [x * WIDE, y]);
  return where;
};

function forest(group, near, root) {
  const inside = new Set(group), degree = new Map();
  for (const t of group) degree.set(t, near.get(t).filter((other) => inside.has(other)).length);
  const most = (a, b) => (b === root) - (a === root) || degree.get(b) - degree.get(a) || a - b;
  const seen = new Set(), trees = [];
  for (const top of [...group].sort(most)) {
    if (seen.has(top)) continue;
    seen.add(top);
    const order = [top], below = new Map();
    for (const t of order) {
      const fresh = [...new Set(near.get(t))].filter((other) => inside.has(other) && !seen.has(other)).sort(most);
      fresh.forEach((other) => seen.add(other));
      below.set(t, fresh);
      order.push(...fresh);
    }
    const done = new Map();
    for (const t of order.reverse()) {
      const inner = packed(below.get(t).map((child) => done.get(child)), LEAF);
      done.set(t, centred([[t, 0, 0], ...inner.nodes]));
    }
    trees.push(done.get(top));
  }
  return trees;
}

function centred(nodes) {
  let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
  for (const [, x, y] of nodes) {
    left = Math.min(left, x), right = Math.max(right, x), top = Math.min(top, y), bottom = Math.max(bottom, y);
  }
  const dx = (left + right) / 2, dy = (top + bottom) / 2;
  const moved = nodes.map(([t, x, y]) => [t, x - dx, y - dy]);
  const radius = Math.max(...moved.map(([, x, y]) => Math.hypot(x, y)));
  return { radius: radius + LEAF + (nodes.length > 1 ? GAP : 0), nodes: moved };
}

function packed(circles, middle) {
  const taken = middle ? [[0, 0, middle]] : [], nodes = [];
  const turn = TURN * circles.reduce((sum, circle) => sum + circle.nodes.length, 0);
  let angle = 0, spiral = 0, step = 1, last = -1, radius = 0;
  for (const circle of [...circles].sort((a, b) => b.radius - a.radius)) {
    if (taken.length && circle.radius !== last) {
      (spiral = taken[0][2] + circle.radius), (step = Math.max(LEAF, circle.radius) / 3), (angle = turn), (last = circle.radius);
    }
    let x = taken.length ? spiral * Math.cos(angle) : 0, y = taken.length ? spiral * Math.sin(angle) : 0;
    while (!open(x, y, circle.radius)) {
      angle += step / spiral;
      spiral += (step * step) / (2 * Math.PI * spiral);
      (x = spiral * Math.cos(angle)), (y = spiral * Math.sin(angle));
    }
    taken.push([x, y, circle.radius]);
    radius = Math.max(radius, Math.hypot(x, y) + circle.radius);
    for (const [t, dx, dy] of circle.nodes) nodes.push([t, x + dx, y + dy]);
  }
  return { radius, nodes };
  function open(x, y, own) {
    for (let i = taken.length - 1; i >= 0; i--) {
      const [a, b, other] = taken[i], far = (own + other) * 0.999;
      if ((x - a) ** 2 + (y - b) ** 2 < far * far) return false;
    }
    return true;
  }
}
