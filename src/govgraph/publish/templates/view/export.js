// What is shown, to take away: picture, table, graph; always with where it comes from.
const SPACE = "http://www.w3.org/2000/svg";
const MARKS = {
  dot: (r) => ["circle", { r }], square: (r) => ["rect", { x: -r, y: -r, width: 2 * r, height: 2 * r }],
  diamond: (r) => points([[0, -r], [r, 0], [0, r], [-r, 0]]), triangle: (r) => points([[0, -r * 1.1], [r, r * 0.8], [-r, r * 0.8]]),
  triangleDown: (r) => points([[0, r * 1.1], [r, -r * 0.8], [-r, -r * 0.8]]),
  hexagon: (r) => points([0, 1, 2, 3, 4, 5].map((n) => [r * Math.cos((n * Math.PI) / 3), r * Math.sin((n * Math.PI) / 3)])),
  star: (r) => points([...Array(10).keys()].map((n) => { const a = (n * Math.PI) / 5 - Math.PI / 2, s = n % 2 ? r * 0.45 : r * 1.2; return [s * Math.cos(a), s * Math.sin(a)]; })),
};

function points(list) {
  return ["polygon", { points: list.map(([x, y]) => x.toFixed(1) + "," + y.toFixed(1)).join(" ") }];
}

function draw(parent, tag, attributes, text) {
  const element = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, typeof value === "number" ? +value.toFixed(1) : value);
  if (text !== undefined) element.textContent = G.clean(text);
  parent.appendChild(element);
  return element;
}

// Characters that no XML may hold.
G.clean = (text) => String(text).replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");

// The whole picture as it is drawn, also what is outside of the window, with its legend and its source.
// Names are as large as can be read when it is shown so many pixels wide.
G.picture = function (shown = 1400, nodes = G.nodes.get()) {
  const at = new Map(nodes.map((node) => [node.id, node]));
  const xs = nodes.map((n) => n.x), ys = nodes.map((n) => n.y), bounds = (list) => (list.length ? [Math.min(...list), Math.max(...list)] : [0, 0]);
  const [west, east] = bounds(xs), [north, south] = bounds(ys), pad = 90 + (east - west) * 0.06;
  const width = Math.max(480, east - west + 2 * pad), left = (west + east - width) / 2, unit = width / shown;
  const top = north - pad, height = south - north + 2 * pad + 60 * unit;
  const svg = document.createElementNS(SPACE, "svg");
  svg.setAttribute("viewBox", [left, top, width, height].map((n) => n.toFixed(0)).join(" "));
  svg.setAttribute("width", width.toFixed(0));
  svg.setAttribute("height", height.toFixed(0));
  svg.setAttribute("font-family", "system-ui, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif");
  draw(svg, "title", {}, G.t("title"));
  draw(svg, "rect", { x: left, y: top, width, height, fill: G.look.paper });
  for (const edge of G.edges.get()) {
    const a = at.get(edge.from), b = at.get(edge.to);
    if (!a || !b || edge.hidden) continue; // what is outside of the part has no place
    const color = (edge.color && edge.color.color) || G.look.edge, dash = edge.dashes ? { "stroke-dasharray": "6 5" } : {};
    draw(svg, "line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: color, "stroke-width": edge.width || 1, ...dash });
  }
  const size = 13 * unit, named = G.written(1 / unit, 13);
  for (const node of nodes) {
    const group = draw(svg, "g", { transform: `translate(${node.x.toFixed(1)} ${node.y.toFixed(1)})`, opacity: node.opacity ?? 1 });
    const [tag, attributes] = MARKS[node.shape](node.size);
    draw(group, tag, { ...attributes, fill: node.color, stroke: node.borderWidth === 4 ? G.look.ring : "none", "stroke-width": 4 });
    if (named.has(node.id)) node.name.split("\n").forEach((line, n, lines) => {
      const y = named.get(node.id) > 0 ? node.size + size * (n + 1.05) : -node.size - size * (lines.length - n - 0.7);
      const place = { y, "text-anchor": "middle", "font-size": size, fill: G.look.ink };
      draw(group, "text", { ...place, stroke: G.look.paper, "stroke-width": 3 * unit, "paint-order": "stroke" }, line);
    });
  }
  legend(svg, left + 20 * unit, top + height - 44 * unit, unit);
  return svg;
};

function legend(svg, x, y, unit) {
  const box = draw(svg, "g", { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${unit.toFixed(3)})` });
  let at = 8;
  for (const [kind, look] of Object.entries(G.start.looks)) {
    const word = G.words.kinds[kind][G.tongue], group = draw(box, "g", { transform: `translate(${at} 0)` });
    const [tag, attributes] = MARKS[look.shape](7);
    draw(group, tag, { ...attributes, fill: look.color });
    draw(group, "text", { x: 14, y: 5, "font-size": 14, fill: G.look.ink }, word);
    at += 34 + word.length * (G.tongue ? 8 : 15);
  }
  draw(box, "text", { x: 0, y: 28, "font-size": 12, fill: G.look.ink }, `${G.t("title")} · ${G.said()} · ${G.data.base}`);
}

G.svg = () => '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(G.picture());

G.png = function () {
  const picture = G.picture(), scale = Math.min(2, 8000 / Math.max(picture.viewBox.baseVal.width, picture.viewBox.baseVal.height));
  const url = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(picture)], { type: "image/svg+xml" }));
  return new Promise((done, failed) => {
    const image = new Image(), canvas = document.createElement("canvas");
    image.onerror = failed;
    image.onload = () => {
      canvas.width = image.width * scale;
      canvas.height = image.height * scale;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(url);
      canvas.toBlob(done, "image/png");
    };
    image.src = url;
  });
};

// A cell that a spreadsheet would run as a formula is given an apostrophe.
function cell(value) {
  let text = String(value).replace(/\0/g, "");
  if (/^ *[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text)) text = "'" + text;
  return /[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
}

G.csv = function () {
  const D = G.data, s = D.said;
  const rows = [["subject", "relation", "object", "date", "status", "certainty", "rule", "document", "issued", "start", "end", "quote", "iri_subject", "iri_object"]];
  for (const f of G.shown.facts) {
    const first = s.e[f][0], e = first === undefined ? null : G.evidence(first), o = s.o[f];
    const source = e && e.document ? [e.document[1], e.document[4], e.start, e.end, e.quote] : ["", "", "", "", ""];
    rows.push([D.label[s.s[f]], D.p(f), o >= 0 ? D.label[o] : G.figure(f), D.date(f), D.str(s.t[f]), D.certainty(f), D.str(s.r[f]), ...source,
      D.base + D.iri[s.s[f]], o >= 0 ? D.base + D.iri[o] : ""]);
  }
  return "\uFEFF" + rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
};

const IRIS = { holds: "org:holds", postIn: "org:postIn", attendee: "schema:attendee", succeededBy: "dcterms:isReplacedBy" };

G.turtle = function () {
  const D = G.data, s = D.said, text = (value) => '"' + String(value).replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r") + '"';
  const iri = (tail) => `<${D.base}${tail}>`, predicate = (name) => IRIS[name] || "gg:" + name, lines = [
    "@prefix dcterms: <http://purl.org/dc/terms/> .", "@prefix gg: <https://w3id.org/govgraph/ns#> .", "@prefix oa: <http://www.w3.org/ns/oa#> .",
    "@prefix org: <http://www.w3.org/ns/org#> .", "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .",
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .", "@prefix schema: <https://schema.org/> .", "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .", ""];
  const told = new Set(G.shown.things), documents = new Set();
  for (const f of G.shown.facts) told.add(s.s[f]), s.o[f] >= 0 && told.add(s.o[f]);
  for (const t of [...told].sort((a, b) => a - b)) {
    lines.push(`${iri(D.iri[t])} a gg:${D.kind[t]} ;`, ...(D.names[t] ? D.names[t].split("\n") : []).map((name) => `    skos:altLabel ${text(name)}@zh ;`), `    rdfs:label ${text(D.label[t])}@zh .`);
  }
  for (const f of G.shown.facts) {
    const subject = iri(D.iri[s.s[f]]), figure = D.number[f] >= 0 ? D.figures[D.number[f]] : null;
    const coming = D.p(f) === "holds" && ["proposed", "planned"].includes(D.str(s.t[f]));
    if (!figure && !coming) lines.push(`${subject} ${predicate(D.p(f))} ${iri(D.iri[s.o[f]])} .`);
    if (!D.claims || !s.e[f].length || D.claims[f] === "") continue;
    const node = iri(D.claims[f]);
    lines.push(figure ? `${node} a gg:Figure ; gg:about ${subject} ; gg:measure ${text(figure[0])}@zh ; gg:asWritten ${text(figure[1])}@zh ; gg:value ${text(figure[2])} ; gg:unit ${text(figure[3])}@zh .`
      : `${node} a gg:Claim ; rdf:subject ${subject} ; rdf:predicate ${predicate(D.p(f))} ; rdf:object ${iri(D.iri[s.o[f]])} .`);
    lines.push(`${node} gg:rule ${text(D.str(s.r[f]))} ; gg:certainty <https://w3id.org/govgraph/code#certainty-${encodeURIComponent(D.certainty(f)).replace(/[^\w%-]/g, "")}> .`);
    for (const n of s.e[f]) {
      const e = G.evidence(n), place = `${D.claims[f]}-${e.start}-${e.end}`;
      documents.add(e.document);
      lines.push(`${node} gg:evidence ${iri(place)} .`, `${iri(place)} a gg:Evidence ; oa:hasSource ${iri(e.document[0])} ; oa:exact ${text(e.quote)} ; oa:start ${e.start} ; oa:end ${e.end} .`);
    }
  }
  for (const d of documents) lines.push(`${iri(d[0])} a gg:Document ; rdfs:label ${text(d[2] || d[1])}@zh ; gg:fileName ${text(d[1])} .`);
  return lines.join("\n") + "\n";
};

G.gexf = function () {
  const D = G.data, x = (value) => G.clean(value).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const things = G.drawn.groups ? G.shown.things.slice(0, G.CAP) : G.drawn.things, has = new Set(things);
  const nodes = things.map((t) => {
    const node = G.nodes.get("n" + t), place = node ? `<viz:position x="${node.x.toFixed(1)}" y="${(-node.y).toFixed(1)}" z="0"/>` : "";
    return `<node id="${x(D.iri[t])}" label="${x(D.label[t])}"><attvalues><attvalue for="0" value="${D.kind[t]}"/><attvalue for="1" value="${x(D.home[t] >= 0 ? D.label[D.home[t]] : "")}"/></attvalues>${place}</node>`;
  });
  const edges = [];
  for (const f of G.shown.facts) {
    const a = D.said.s[f], b = D.said.o[f];
    if (b >= 0 && has.has(a) && has.has(b)) edges.push(`<edge id="${f}" source="${x(D.iri[a])}" target="${x(D.iri[b])}" label="${x(D.p(f))}"><attvalues><attvalue for="0" value="${x(D.date(f))}"/><attvalue for="1" value="${x(D.certainty(f))}"/></attvalues></edge>`);
  }
  const declared = (kind, names) => `<attributes class="${kind}">${names.map((n, i) => `<attribute id="${i}" title="${n}" type="string"/>`).join("")}</attributes>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"><graph defaultedgetype="directed">${declared("node", ["kind", "place"])}${declared("edge", ["date", "certainty"])}<nodes>\n${nodes.join("\n")}\n</nodes><edges>\n${edges.join("\n")}\n</edges></graph></gexf>\n`;
};

G.exports = { png: ["image/png", G.png], svg: ["image/svg+xml", G.svg], csv: ["text/csv", G.csv], ttl: ["text/turtle", G.turtle], gexf: ["application/xml", G.gexf] };

G.save = async function (form) {
  const [type, make] = G.exports[form], content = await make();
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  anchor.download = "govgraph." + form;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
};

// Two pages at most: the picture with its legend, and what the panel tells.
G.paper = function () {
  const box = document.getElementById("paper"), kept = G.look;
  box.replaceChildren();
  G.look = { ...kept, ink: "#1b1b1b", paper: "#ffffff", edge: "#777777" };
  G.make("h1", box, G.t("title") + (G.s.thing >= 0 ? " · " + G.data.label[G.s.thing] : ""));
  box.appendChild(G.picture(680, G.few ? G.nodes.get([...G.near1]) : undefined));
  G.look = kept;
  if (G.s.thing < 0) return;
  const facts = G.make("div", box, "", "facts");
  for (const child of document.getElementById("panel").children) facts.appendChild(child.cloneNode(true));
  for (const details of facts.querySelectorAll("details")) details.open = true;
  shorten(box, facts);
};

// As many facts as one page holds; how many more there are is printed too.
function shorten(box, facts) {
  const articles = [...facts.querySelectorAll("article")], all = articles.length;
  const note = G.make("p", null, "0", "soft");
  facts.children[1].after(note);
  while (articles.length > 80) articles.pop().remove();
  box.classList.add("measured");
  while (articles.length && facts.scrollWidth > facts.clientWidth + 1) articles.pop().remove();
  box.classList.remove("measured");
  for (const details of facts.querySelectorAll("details")) if (!details.querySelector("article")) details.remove();
  for (const head of facts.querySelectorAll(":scope > h3")) if (head.nextElementSibling?.tagName !== "ARTICLE") head.remove();
  const left = all - articles.length;
  left ? (note.textContent = `${left} ${G.t("unprinted")}`) : note.remove();
}
