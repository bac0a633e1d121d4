// Columns to what the page asks of them: the facts of a thing, its years, its places, its neighbours.
G.read = function (data) {
  const said = data.said, things = data.iri.length, facts = said.s.length;
  const D = (G.data = data);
  D.size = things;
  D.facts = facts;
  D.byIri = new Map(data.iri.map((iri, t) => [iri, t]));
  D.str = (n) => data.strings[n];
  D.p = (f) => data.strings[said.p[f]];
  // The facts of each thing, one after the other in one array.
  const start = new Int32Array(things + 1);
  for (let f = 0; f < facts; f++) {
    start[said.s[f] + 1]++;
    if (said.o[f] >= 0 && said.o[f] !== said.s[f]) start[said.o[f] + 1]++;
  }
  for (let t = 0; t < things; t++) start[t + 1] += start[t];
  const fill = start.slice(), list = new Int32Array(start[things]);
  for (let f = 0; f < facts; f++) {
    list[fill[said.s[f]]++] = f;
    if (said.o[f] >= 0 && said.o[f] !== said.s[f]) list[fill[said.o[f]]++] = f;
  }
  D.of = (t) => list.subarray(start[t], start[t + 1]);
  D.degree = (t) => start[t + 1] - start[t];
  D.other = (f, t) => (said.s[f] === t ? said.o[f] : said.s[f]);
  D.date = (f) => D.str(said.f[f]) || (D.p(f) === "figure" && D.str(said.u[f])) || D.str(said.d[f]) || D.str(said.u[f]) || issued(f);
  function issued(f) {
    const first = said.e[f][0];
    const document = first === undefined ? null : data.documents[data.evidence.d[first]];
    return document ? document[4] : "";
  }
  D.year = new Int16Array(facts);
  let figure = 0;
  D.number = new Int32Array(facts).fill(-1); // of a figure in data.figures
  for (let f = 0; f < facts; f++) {
    D.year[f] = parseInt(D.date(f), 10) || 0;
    if (D.p(f) === "figure") D.number[f] = figure++;
  }
  D.doubts = new Map(); // fact to the contradictions that it is a side of
  D.clashes = new Map(); // thing to those about its kind
  D.contradictions.forEach((row, n) => {
    const known = D.str(row[1]) === "type" ? D.clashes : D.doubts;
    for (const side of row.slice(5)) known.set(side, [...(known.get(side) || []), n]);
  });
  D.certainty = (f) => D.str(said.c[f]);
  D.doubtful = (f) => D.doubts.has(f) || (D.certainty(f) === "inferred" && !ORDER_OF_THINGS.has(D.p(f)));
  places(data, said);
  D.initiatives = data.iri.map(() => G.NONE);
  for (let f = 0; f < facts; f++) {
    const s = said.s[f], o = said.o[f];
    if (data.kind[s] === "Initiative") add(s, s), o >= 0 && add(o, s);
    if (o >= 0 && data.kind[o] === "Initiative") add(o, o), add(s, o);
  }
  function add(thing, initiative) {
    const list = D.initiatives[thing];
    if (!list.includes(initiative)) D.initiatives[thing] = [...list, initiative];
  }
};

G.NONE = [];
const ORDER_OF_THINGS = new Set(["postIn", "jurisdiction", "within", "partOf"]); // follow from names; no doubt hangs on them

// The places above each thing's own, the largest first; one array for all things of a place.
function places(data, said) {
  const above = new Map(), chains = new Map([[-1, G.NONE]]);
  for (let f = 0; f < said.s.length; f++) {
    if (data.strings[said.p[f]] === "within" && !above.has(said.s[f])) above.set(said.s[f], said.o[f]);
  }
  function chain(place) {
    if (!chains.has(place)) {
      const path = [place];
      while (above.has(path[0]) && !path.includes(above.get(path[0]))) path.unshift(above.get(path[0]));
      chains.set(place, path);
    }
    return chains.get(place);
  }
  data.chain = data.home.map(chain);
}

// What the value of a fact is called: the other thing, or the number.
G.value = function (f, t) {
  const D = G.data;
  if (D.number[f] >= 0) return G.figure(f);
  const other = D.other(f, t);
  return other >= 0 ? D.label[other] : "";
};

G.figure = function (f) {
  const [measure, written] = G.data.figures[G.data.number[f]];
  return measure ? measure + "：" + written : written;
};

G.evidence = function (n) {
  const e = G.data.evidence;
  return { document: G.data.documents[e.d[n]], start: e.a[n], end: e.a[n] + e.n[n], prefix: e.b[n], quote: e.q[n], suffix: e.z[n] };
};

// The word of a relation, as read from thing t.
G.relation = function (f, t) {
  const words = G.words.relations[G.data.p(f)];
  const inverse = t !== undefined && G.data.said.s[f] !== t;
  return words ? words[(inverse ? 2 : 0) + G.tongue] : G.data.p(f);
};
