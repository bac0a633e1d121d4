// What is known of one thing: its facts by relation, dated, each with the words that say so.
// Every value that comes from a document is set as text; nothing here builds markup from text.
G.make = function (tag, parent, text, name) {
  const element = document.createElement(tag);
  if (text !== undefined && text !== "") element.textContent = text;
  if (name) element.className = name;
  if (parent) parent.appendChild(element);
  return element;
};

G.button = function (parent, text, action, name) {
  const button = G.make("button", parent, text, name);
  button.type = "button";
  if (action) button.addEventListener("click", action);
  else button.disabled = true;
  return button;
};

G.sign = function (kind, parent) {
  const look = G.start.looks[kind];
  const sign = G.make("span", parent, look.sign, "sign");
  sign.style.color = look.color;
  sign.setAttribute("aria-hidden", "true");
};

G.panel = function () {
  const panel = document.getElementById("panel"), t = G.s.thing;
  panel.replaceChildren();
  panel.scrollTop = 0;
  if (t < 0) return welcome(panel);
  const D = G.data;
  const title = G.make("h2", panel);
  title.tabIndex = -1;
  G.sign(D.kind[t], title);
  title.append(D.label[t]);
  const kind = G.words.kinds[D.kind[t]][G.tongue];
  G.make("p", panel, `${kind} · ${D.degree(t)} ${G.t("facts")} · ${D.docs[t].length} ${G.t("docs")}`, "soft");
  if (D.names[t]) G.make("p", panel, G.t("names") + "：" + D.names[t].split("\n").join("、"), "soft");
  course(panel, D.course[t]);
  const bar = G.make("p", panel, "", "bar");
  if (G.s.ego !== t) G.button(bar, G.t("around"), () => G.go({ ego: t, thing: t, mode: "things", view: "graph" }));
  G.button(bar, G.t("link"), (event) => G.copy(G.address(), event.target));
  clashes(panel, t);
  groups(t).forEach((group) => section(panel, t, group));
  links(panel, t);
  if (D.met[t].length) {
    G.make("h3", panel, `${G.t("met")} (${D.docs[t].length})`);
    D.met[t].forEach((n) => quote(G.make("article", panel), n));
  }
  G.make("p", panel, G.t("iri") + " " + D.base + D.iri[t], "soft iri");
};

const LISTED = 14; // documents

// What there is, for those who do not know what to ask: the initiatives and bodies of which most is said.
function welcome(panel) {
  G.make("p", panel, G.t("hint"));
  G.make("h3", panel, G.t("start"));
  for (const kind of ["Initiative", "Body", "Person"]) {
    const best = G.shown.things.filter((t) => G.data.kind[t] === kind && G.data.docs[t].length).slice(0, 5);
    const row = G.make("p", panel, "", "start");
    for (const t of best) {
      const item = G.make("span", row);
      G.sign(kind, item);
      G.button(item, G.short(G.data.label[t]), () => G.show(t), "thing").title = G.data.label[t];
    }
  }
  sources(panel);
}

// Which documents this is made of; each leads to all that it says.
function sources(panel) {
  const documents = G.data.documents, told = ([, name, title, , issued]) => [title || name, issued];
  G.make("h3", panel, `${G.t("source")} (${documents.length.toLocaleString("en")})`);
  documents.slice(0, LISTED).forEach((each, n) => {
    const line = G.make("p", panel, "", "source"), [title, issued] = told(each);
    G.button(line, title, () => { G.s.chosen.source = new Set([n]); G.go({ view: "table", list: "facts" }); }, "thing").title = each[1];
    if (issued) G.make("span", line, " " + issued, "soft");
  });
  if (documents.length > LISTED) G.make("p", panel, `… ${(documents.length - LISTED).toLocaleString("en")}`, "soft");
}

// Of an initiative: level, owner, years, parts.
function course(panel, known) {
  if (!known) return;
  const [level, owner, first, last, parts] = known, years = first === last ? first : `${first}–${last}`;
  const rows = { level: level && G.words.levels[level][G.tongue], owner, years, parts };
  const said = Object.keys(rows).filter((name) => rows[name]).map((name) => `${G.t(name)}：${rows[name]}`);
  G.make("p", panel, said.join(" · "), "soft");
}

// Who comes first, then what was decided, then how much, then what follows from names.
const RANK = ["leadBody", "participant", "holds", "attendee", "proposedBy", "draftedBy", "reviewedBy", "adoptedBy", "issuedBy", "revisedBy", "repealedBy", "actedOnBy", "hasPart", "figure", "postIn", "partOf", "jurisdiction", "within"];

// Facts by relation and direction, and in these by what they lead to: one heading for what several documents say.
function groups(t) {
  const D = G.data, found = new Map();
  for (const f of D.of(t)) {
    const forward = D.said.s[f] === t, name = D.p(f) + (forward ? "" : "<"), value = G.value(f, t);
    if (!found.has(name)) found.set(name, { word: G.relation(f, t), quoted: 0, values: new Map() });
    const group = found.get(name), other = D.other(f, t) + "\n" + value;
    if (D.said.e[f].length) group.quoted++;
    if (!group.values.has(other)) group.values.set(other, []);
    group.values.get(other).push(f);
  }
  const early = (facts) => facts.map((f) => D.date(f)).sort()[0];
  for (const group of found.values()) {
    group.values.forEach((facts) => facts.sort((a, b) => (D.date(a) < D.date(b) ? -1 : 1)));
    group.list = [...group.values.values()].sort((a, b) => (early(a) < early(b) ? -1 : early(a) > early(b) ? 1 : a[0] - b[0]));
  }
  const rank = (name) => RANK.indexOf(name.replace("<", ""));
  return [...found].sort(([a, one], [b, two]) => (two.quoted > 0) - (one.quoted > 0) || rank(a) - rank(b)).map(([, group]) => group);
}

function section(panel, t, group) {
  const box = G.make("details", panel);
  box.open = group.quoted > 0 || group.list.length < 8;
  G.make("h3", G.make("summary", box), `${group.word} (${group.list.length})`);
  let shown = 0;
  const more = G.button(box, G.t("more"), grow, "more");
  grow();
  function grow() {
    for (const facts of group.list.slice(shown, shown + 50)) box.insertBefore(entry(t, facts), more);
    shown += 50;
    more.hidden = shown >= group.list.length;
  }
}

function entry(t, facts) {
  const D = G.data, article = G.make("article"), f = facts[0], other = D.other(f, t);
  const value = G.value(f, t);
  if (other >= 0) {
    G.sign(D.kind[other], article);
    G.button(article, value, () => G.show(other), "thing");
  } else G.make("strong", article, value);
  facts.forEach((each) => statement(article, each));
  if (facts.some((each) => D.doubtful(each))) article.classList.add("doubt");
  article.dataset.facts = facts.join(" ");
  const edge = () => G.edges && G.edges.get({ filter: (e) => (e.facts || []).includes(f) })[0];
  article.addEventListener("mouseenter", () => { const e = edge(); if (e) G.net.selectEdges([e.id]); });
  article.addEventListener("mouseleave", () => G.net.unselectAll());
  return article;
}

function statement(parent, f) {
  const D = G.data, box = G.make("div", parent, "", "said");
  G.make("p", box, G.notes(f).join(" · "), "soft");
  for (const n of D.doubts.get(f) || []) against(box, f, n);
  if (!D.said.e[f].length) return G.make("p", box, G.t("nosource"), "soft");
  D.said.e[f].forEach((n) => quote(box, n));
  const bar = G.make("p", box, "", "bar");
  G.button(bar, G.t("cite"), (event) => G.copy(G.citation(f), event.target));
  G.button(bar, G.t("wrong"), (event) => G.copy(G.complaint(f), event.target));
}

G.notes = function (f) {
  const D = G.data, s = D.said, word = (group, value) => value && (G.words[group][value] || [value, value])[G.tongue];
  const until = D.str(s.u[f]), figure = D.number[f] >= 0 ? D.figures[D.number[f]] : null;
  const notes = [word("status", D.str(s.t[f]))];
  if (figure) notes.push(until && G.t("period") + " " + until, figure[5] >= 0 && G.t("reported") + " " + D.label[figure[5]]);
  else notes.push(D.str(s.f[f]) && G.t("since") + " " + D.str(s.f[f]), until && G.t("until") + " " + until);
  notes.push(D.str(s.d[f]) && G.t("said") + " " + D.str(s.d[f]), word("certainty", D.certainty(f)));
  notes.push(D.str(s.r[f]) && G.t("rule") + " " + D.str(s.r[f]));
  return notes.filter(Boolean);
};

// The other side of a contradiction, with its own words.
function against(parent, f, n) {
  const D = G.data, row = D.contradictions[n], box = G.make("div", parent, "", "against");
  const verdict = (G.words.verdict[D.str(row[2])] || [D.str(row[2]), D.str(row[2])])[G.tongue];
  G.make("strong", box, `⚠ ${G.t("doubt")}：${verdict}`);
  for (const other of row.slice(5)) {
    if (other === f) continue;
    const subject = D.number[other] >= 0 ? G.figure(other) : `${D.label[D.said.s[other]]} ${G.relation(other)} ${G.value(other, D.said.s[other])}`;
    G.make("p", box, `${G.t("against")}：${subject}`);
    D.said.e[other].slice(0, 1).forEach((e) => quote(box, e));
  }
}

function clashes(panel, t) {
  const D = G.data;
  for (const n of D.clashes.get(t) || []) {
    const box = G.make("div", panel, "", "against"), row = D.contradictions[n];
    G.make("strong", box, `⚠ ${G.t("doubt")}：${G.words.verdict.type[G.tongue]}`);
    for (const other of row.slice(5)) {
      if (other === t) continue;
      G.sign(D.kind[other], box);
      G.button(box, D.label[other] + "（" + G.words.kinds[D.kind[other]][G.tongue] + "）", () => G.show(other), "thing");
    }
  }
}

function links(panel, t) {
  const D = G.data;
  for (const [a, p, b] of D.links) {
    if (a !== t && b !== t) continue;
    const article = G.make("article", panel, "", p === "possiblySame" ? "doubt" : ""), other = a === t ? b : a;
    G.make("p", article, p === "possiblySame" ? G.t("maybe") : G.t(a === t ? "succeededBy" : "succeeds"), "soft");
    G.button(article, D.label[other], () => G.show(other), "thing");
  }
}

function quote(parent, n) {
  const e = G.evidence(n), block = G.make("blockquote", parent);
  block.append(e.prefix ? "…" + e.prefix : "");
  G.make("mark", block, e.quote);
  block.append(e.suffix ? e.suffix + "…" : "");
  if (e.document) G.make("cite", block, G.where(e));
}

G.where = function (e) {
  const [, name, title, number, issued] = e.document;
  return [title || name, number, issued, `${name} ${e.start}–${e.end}`].filter(Boolean).join(" · ");
};

// A sentence that can stand in a footnote.
G.citation = function (f) {
  const D = G.data, s = D.said.s[f];
  const fact = D.number[f] >= 0 ? `${D.label[s]}，${G.figure(f)}` : `${D.label[s]}，${G.relation(f)}：${G.value(f, s)}`;
  const sources = D.said.e[f].map((n) => {
    const e = G.evidence(n), [, name, title, number, issued] = e.document;
    const issuer = e.document[5] >= 0 ? D.label[e.document[5]] + "：" : "";
    return `“${e.quote}”，见${issuer}《${(title || name).replace(/^《|》$/g, "")}》${number ? "（" + number + "）" : ""}${issued ? "，" + issued : ""}，${name} 第 ${e.start}–${e.end} 字`;
  });
  return `${fact}。${sources.join("；")}。${D.base}${D.claims ? D.claims[f] : D.iri[s]}`;
};

G.complaint = function (f) {
  const D = G.data, s = D.said.s[f];
  return [`${D.label[s]} | ${G.relation(f)} | ${G.value(f, s)}`, D.base + (D.claims ? D.claims[f] : D.iri[s]), G.notes(f).join(" · "),
    ...D.said.e[f].map((n) => G.where(G.evidence(n)) + " " + G.evidence(n).quote)].join("\n");
};

G.copy = async function (text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const box = G.make("textarea", document.body, text);
    box.select();
    document.execCommand("copy");
    box.remove();
  }
  G.copiedText = text;
  const before = button.textContent;
  button.textContent = "✓ " + G.t("copied");
  G.say(G.t("copied"));
  setTimeout(() => (button.textContent = before), 1500);
};
