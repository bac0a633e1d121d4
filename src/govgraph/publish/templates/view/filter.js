// Which things and facts are shown, and how many each choice of each filter would show.
G.FACETS = ["kind", "place", "initiative", "year", "source", "certainty"];
const OF_FACTS = { year: 8, source: 16, certainty: 32 };
const BITS = { kind: 1, place: 2, initiative: 4, ...OF_FACTS, ego: 64 };
const INVERSE = 127;

G.state = function () {
  const chosen = {};
  for (const facet of G.FACETS) chosen[facet] = new Set();
  return { chosen, mode: "things", by: "place", view: "graph", list: "facts", thing: -1, ego: -1, wide: false };
};

// The values that a thing or a fact has for a filter.
G.values = {
  kind: (t) => [G.data.kind[t]],
  place: (t) => (G.data.chain[t].length ? G.data.chain[t] : [-1]),
  initiative: (t) => G.data.initiatives[t],
  year: (f) => [G.data.year[f]],
  source: (f) => [...new Set(G.data.said.e[f].map((n) => G.data.evidence.d[n]))],
  certainty: (f) => (G.data.doubts.has(f) ? [G.data.certainty(f), "doubt"] : [G.data.certainty(f)]),
};

// The legend hides what is chosen in it; every other filter keeps what is chosen.
function fails(facet, item) {
  const chosen = G.s.chosen[facet];
  if (!chosen.size) return false;
  const values = G.values[facet](item);
  if (facet === "kind") return chosen.has(values[0]);
  return !values.some((value) => chosen.has(value));
}

G.select = function () {
  const D = G.data, said = D.said;
  const thing = new Uint8Array(D.size), fact = new Uint8Array(D.facts);
  for (const facet of G.FACETS) {
    if (!G.s.chosen[facet].size) continue;
    const masks = facet in OF_FACTS ? fact : thing;
    for (let i = 0; i < masks.length; i++) if (fails(facet, i)) masks[i] |= BITS[facet];
  }
  G.beyond = 0;
  if (G.s.ego >= 0) {
    const near = G.near(G.s.ego);
    for (let t = 0; t < D.size; t++) if (!near.has(t)) thing[t] |= BITS.ego;
  }
  const strict = Object.keys(OF_FACTS).some((facet) => G.s.chosen[facet].size);
  const touched = new Uint8Array(D.size);
  for (let f = 0; f < D.facts; f++) {
    if (fact[f]) continue;
    touched[said.s[f]] = 1;
    if (said.o[f] >= 0) touched[said.o[f]] = 1;
  }
  const open = (f, without) => !((thing[said.s[f]] & ~without) && (said.o[f] < 0 || thing[said.o[f]] & ~without));
  const shown = { things: [], facts: [], has: new Uint8Array(D.size), fact: new Uint8Array(D.facts) };
  for (let t = 0; t < D.size; t++) if (!thing[t] && (!strict || touched[t])) shown.things.push(t), (shown.has[t] = 1);
  for (let f = 0; f < D.facts; f++) if (!fact[f] && open(f, 0)) shown.facts.push(f), (shown.fact[f] = 1);
  shown.counts = counts(thing, fact, strict, touched, open);
  return (G.shown = shown);
};

// How many things (of facts: facts) each value has under all other filters.
function counts(thing, fact, strict, touched, open) {
  const D = G.data, found = {};
  for (const facet of G.FACETS) {
    const number = (found[facet] = new Map()), others = INVERSE & ~BITS[facet], values = G.values[facet];
    const plus = (value) => number.set(value, (number.get(value) || 0) + 1);
    if (facet in OF_FACTS) {
      for (let f = 0; f < D.facts; f++) if (!(fact[f] & others) && open(f, 0)) values(f).forEach(plus);
    } else {
      for (let t = 0; t < D.size; t++) if (!(thing[t] & others) && (!strict || touched[t])) values(t).forEach(plus);
    }
  }
  return found;
}

// A thing, its neighbours (at most 250, of each kind in turn) and theirs (at most 60); what is beyond is counted.
G.near = function (centre) {
  const D = G.data, near = new Set([centre]);
  const all = around([centre]), first = inTurn(all).slice(0, 250);
  G.beyond = all.length - first.length;
  const second = first.length <= 60 ? around(first.filter((t) => D.degree(t) <= 40)).slice(0, 60) : [];
  return new Set([centre, ...first, ...second]);
  function around(from) {
    const found = new Set();
    for (const t of from) {
      for (const f of D.of(t)) {
        const other = D.other(f, t);
        if (other >= 0 && !near.has(other)) found.add(other);
      }
    }
    found.forEach((t) => near.add(t));
    return [...found];
  }
};

function inTurn(things) {
  const rows = new Map(), kind = (t) => G.data.kind[t];
  const turn = new Map(things.map((t) => { rows.set(kind(t), (rows.get(kind(t)) || 0) + 1); return [t, rows.get(kind(t))]; }));
  return [...things].sort((a, b) => turn.get(a) - turn.get(b) || a - b);
}

G.nameOf = function (facet, value) {
  const D = G.data, said = (group) => (G.words[group][value] || [value, value])[G.tongue];
  if (facet === "kind") return said("kinds");
  if (facet === "certainty") return said("certainty");
  if (facet === "year") return value ? String(value) : G.t("unknown");
  if (facet === "source") return value >= 0 ? D.documents[value][2] || D.documents[value][1] : G.t("unknown");
  return value >= 0 ? D.label[value] : G.t("none");
};
