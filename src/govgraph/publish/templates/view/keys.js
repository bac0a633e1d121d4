// Everything but dragging by keyboard.
G.keys = function () {
  const picture = document.getElementById("picture"), views = { g: "graph", t: "table", l: "timeline" };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "checkbox";
    if (event.key === "Escape" && document.getElementById("help").open) return;
    if (typing) return;
    if (event.key === "/") { event.preventDefault(); document.getElementById("search").focus(); }
    else if (event.key === "Escape" || event.key === "Backspace") { event.preventDefault(); G.back(); }
    else if (event.key === "?") document.getElementById("help").showModal();
    else if (event.key === "+" || event.key === "=") G.zoom(1.3);
    else if (event.key === "-") G.zoom(1 / 1.3);
    else if (event.key === "0") G.fit();
    else if (event.key === "f") G.drawer();
    else if (views[event.key]) G.go({ view: views[event.key] });
  });
  picture.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (way) { event.preventDefault(); G.walk(way); }
    if (event.key === "Enter" && G.cursor) { G.follow(G.cursor); document.querySelector("#panel h2")?.focus(); }
  });
  picture.addEventListener("blur", () => G.point(null));
};

// To the nearest node that lies in a direction.
G.walk = function ([dx, dy]) {
  const nodes = G.nodes.get(), from = (G.cursor && G.nodes.get(G.cursor)) || nodes[0];
  if (!from) return;
  let best = G.cursor ? null : from, least = Infinity;
  for (const node of G.cursor ? nodes : []) {
    const x = node.x - from.x, y = node.y - from.y, ahead = x * dx + y * dy, aside = Math.abs(x * dy - y * dx);
    if (ahead <= 0 || node.id === from.id || aside > 2 * ahead) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) (best = node), (least = cost);
  }
  if (best) G.point(best.id);
};

G.point = function (id) {
  G.cursor = id;
  const ring = document.getElementById("cursor");
  ring.hidden = !id;
  if (!id) return;
  const node = G.nodes.get(id);
  let at = G.net.canvasToDOM({ x: node.x, y: node.y });
  const box = document.getElementById("picture");
  if (at.x < 20 || at.y < 20 || at.x > box.clientWidth - 20 || at.y > box.clientHeight - 20) {
    G.net.moveTo({ position: { x: node.x, y: node.y } });
    at = G.net.canvasToDOM({ x: node.x, y: node.y });
  }
  const size = Math.max(14, node.size * G.net.getScale() + 8);
  Object.assign(ring.style, { left: at.x - size + "px", top: at.y - size + "px", width: 2 * size + "px", height: 2 * size + "px" });
  G.say(id[0] === "n" ? `${G.data.label[+id.slice(1)]}, ${G.words.kinds[G.data.kind[+id.slice(1)]][G.tongue]}` : node.label.replace("\n", " "));
};
