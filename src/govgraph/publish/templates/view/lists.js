// The filters with their counts, and the selection as a table and as a timeline.
const FIRST = 10, ROWS = 200;

G.filters = function () {
  const box = document.getElementById("facets"), open = new Map();
  for (const old of box.querySelectorAll("details")) open.set(old.dataset.facet, [old.open, old.dataset.wide]);
  box.replaceChildren();
  for (const facet of G.FACETS) {
    if (facet !== "kind") facetBox(box, facet, ...(open.get(facet) || [facet === "place" || facet === "initiative", ""]));
  }
  for (const button of document.querySelectorAll("#legend button[data-kind]")) {
    const kind = button.dataset.kind, off = G.s.chosen.kind.has(kind);
    button.querySelector("b").textContent = (G.shown.counts.kind.get(kind) || 0).toLocaleString("en");
    button.hidden = !G.data.kind.includes(kind);
    button.setAttribute("aria-pressed", String(!off));
  }
  document.getElementById("clear").hidden = !G.filtered();
};

function facetBox(box, facet, isOpen, wide) {
  const chosen = G.s.chosen[facet], counts = new Map(G.shown.counts[facet]);
  for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
  if (!counts.size) return;
  const byValue = facet === "year" ? (a, b) => b[0] - a[0] : (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
  const list = [...counts].sort((a, b) => chosen.has(b[0]) - chosen.has(a[0]) || byValue(a, b));
  const details = G.make("details", box);
  details.dataset.facet = facet;
  details.dataset.wide = wide;
  details.open = isOpen || chosen.size > 0;
  G.make("summary", details, G.t(facet) + (chosen.size ? ` (${chosen.size})` : ""));
  for (const [value, count] of list.slice(0, wide ? 100 : FIRST)) {
    const label = G.make("label", details), input = G.make("input", label);
    input.type = "checkbox";
    input.checked = chosen.has(value);
    input.dataset.value = facet + "=" + value;
    input.addEventListener("change", () => {
      input.checked ? chosen.add(value) : chosen.delete(value);
      G.update();
      const again = document.querySelector(`#facets input[data-value="${CSS.escape(facet + "=" + value)}"]`);
      if (again) again.focus();
    });
    G.make("span", label, G.nameOf(facet, value)).title = G.nameOf(facet, value);
    G.make("b", label, count.toLocaleString("en"));
  }
  if (list.length > FIRST) {
    G.button(details, wide ? G.t("fewer") : `${G.t("more")} (${list.length - FIRST})`, () => {
      details.dataset.wide = wide ? "" : "1";
      G.filters();
    }, "more");
  }
}

G.rows = function () {
  if (G.s.list === "facts") return G.shown.facts;
  return G.s.list === "left" ? G.leftOut() : G.shown.things;
};

G.leftOut = function () {
  const drawn = new Set(G.drawn.things);
  return G.drawn.groups ? [] : G.shown.things.filter((t) => !drawn.has(t));
};

G.table = function () {
  const box = document.getElementById("table");
  box.replaceChildren();
  const bar = G.make("p", box, "", "bar");
  const lists = { facts: [G.t("fact"), G.shown.facts.length], things: [G.t("entity"), G.shown.things.length], left: [G.t("notdrawn"), G.leftOut().length] };
  for (const [name, [word, count]] of Object.entries(lists)) {
    const button = G.button(bar, `${word} (${count.toLocaleString("en")})`, () => { G.s.list = name; G.table(); G.remember(); });
    button.setAttribute("aria-pressed", String(G.s.list === name));
  }
  const rows = G.rows(), isFacts = G.s.list === "facts";
  if (!rows.length) return G.make("p", box, G.t("empty"), "soft");
  const table = G.make("table", box), head = G.make("tr", G.make("thead", table)), body = G.make("tbody", table);
  const columns = isFacts ? ["subject", "relation", "object", "date", "certainty", "document", "quote"] : ["entity", "kind", "place", "degree", "docs"];
  for (const name of columns) G.make("th", head, G.t(name)).scope = "col";
  paged(rows, box, (row) => (isFacts ? factRow : thingRow)(G.make("tr", body), row));
};

function paged(rows, box, write) {
  let shown = 0;
  const more = G.button(box, "", grow, "more");
  grow();
  function grow() {
    rows.slice(shown, shown + ROWS).forEach(write);
    shown += ROWS;
    more.hidden = shown >= rows.length;
    more.textContent = `${G.t("more")} (${(rows.length - shown).toLocaleString("en")})`;
  }
}

function thingCell(row, t) {
  const cell = G.make("td", row);
  G.sign(G.data.kind[t], cell);
  G.button(cell, G.data.label[t], () => G.show(t), "thing");
}

function factRow(row, f) {
  const D = G.data, s = D.said.s[f], o = D.said.o[f], first = D.said.e[f][0];
  const e = first === undefined ? null : G.evidence(first);
  if (D.doubtful(f)) row.className = "doubt";
  thingCell(row, s);
  G.make("td", row, G.relation(f));
  o >= 0 ? thingCell(row, o) : G.make("td", row, G.figure(f));
  G.make("td", row, D.date(f));
  G.make("td", row, G.nameOf("certainty", D.certainty(f)) + (D.doubts.has(f) ? " ⚠" : ""));
  G.make("td", row, e && e.document ? e.document[2] || e.document[1] : "");
  const cell = G.make("td", row, "", "quoted");
  if (e) G.make("mark", cell, e.quote);
}

function thingRow(row, t) {
  const D = G.data;
  thingCell(row, t);
  G.make("td", row, G.words.kinds[D.kind[t]][G.tongue]);
  G.make("td", row, D.home[t] >= 0 ? D.label[D.home[t]] : "");
  G.make("td", row, String(D.degree(t)), "n");
  G.make("td", row, String(D.docs[t].length), "n");
}

G.timeline = function () {
  const D = G.data, box = document.getElementById("timeline"), dated = new Map(), years = new Map();
  box.replaceChildren();
  const told = G.shown.facts.filter((f) => D.said.e[f].length && !ORDER_OF_THINGS.has(D.p(f)));
  const facts = told.filter((f) => D.date(f));
  for (const f of facts) {
    years.set(D.year[f], (years.get(D.year[f]) || 0) + 1);
    const date = D.date(f);
    dated.has(date) || dated.set(date, []);
    dated.get(date).push(f);
  }
  if (!facts.length) return G.make("p", box, G.t("empty"), "soft");
  bars(box, years);
  const undated = told.length - facts.length;
  if (undated) G.make("p", box, `${undated} ${G.t("facts")} ${G.t("undated")}`, "soft");
  const list = G.make("div", box, "", "dates");
  const dates = [...dated.keys()].sort();
  paged(dates, box, (date) => {
    const day = G.make("section", list);
    G.make("h3", day, date);
    for (const f of dated.get(date)) moment(day, f);
  });
};

function moment(day, f) {
  const D = G.data, line = G.make("p", day, "", D.doubtful(f) ? "doubt" : ""), s = D.said.s[f], o = D.said.o[f];
  G.sign(D.kind[s], line);
  G.button(line, D.label[s], () => G.show(s), "thing");
  G.make("span", line, " " + G.relation(f) + " ", "soft");
  if (o >= 0) G.button(line, D.label[o], () => G.show(o), "thing");
  else G.make("strong", line, G.figure(f));
  const status = D.str(D.said.t[f]);
  if (status) G.make("span", line, " " + (G.words.status[status] || [status, status])[G.tongue], "soft");
}

// Facts a year; a bar is the filter of its year.
function bars(box, years) {
  const chart = G.make("div", box, "", "bars"), most = Math.max(...years.values());
  for (const [year, count] of [...years].sort((a, b) => a[0] - b[0])) {
    const bar = G.button(chart, "", () => {
      const chosen = G.s.chosen.year;
      chosen.has(year) ? chosen.delete(year) : chosen.add(year);
      G.update();
    });
    bar.setAttribute("aria-pressed", String(G.s.chosen.year.has(year)));
    bar.setAttribute("aria-label", `${year || G.t("unknown")}: ${count} ${G.t("facts")}`);
    G.make("i", bar).style.height = Math.max(3, (70 * count) / most) + "px";
    G.make("b", bar, String(count));
    G.make("span", bar, year ? String(year) : G.t("unknown"));
  }
}
