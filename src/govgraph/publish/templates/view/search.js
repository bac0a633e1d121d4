// Search in all names: what is exactly so, what begins so, what holds it; letters also mean first letters of pinyin.
const FOUND = 30;

G.index = function () {
  const D = G.data, text = [], starts = new Int32Array(D.size);
  let length = 1;
  for (let t = 0; t < D.size; t++) {
    const names = (D.names[t] ? D.label[t] + "\n" + D.names[t] : D.label[t]).toLowerCase();
    starts[t] = length;
    length += names.length + 1;
    text.push(names);
  }
  G.names = indexed("\n" + text.join("\n") + "\n", starts);
  G.letters = null;
};

// First letters of each name, made when they are first asked for; a second reading is a second name.
G.lettered = function () {
  const D = G.data, letter = new Map(), text = [], starts = new Int32Array(D.size);
  for (const [letters, characters] of Object.entries(D.initials)) for (const c of characters) letter.set(c, letters);
  let length = 1;
  for (let t = 0; t < D.size; t++) {
    const names = D.names[t] ? [D.label[t], ...D.names[t].split("\n")] : [D.label[t]], read = [];
    for (const name of names) {
      let readings = [""];
      for (const c of name) {
        const known = letter.get(c) || (/[a-z0-9]/i.test(c) ? c.toLowerCase() : "");
        if (!known) continue;
        const options = readings.length <= 8 ? known : known[0];
        readings = options.length > 1 ? readings.flatMap((r) => [...options].map((o) => r + o)) : readings.map((r) => r + options);
      }
      read.push(...readings);
    }
    const joined = read.join("\n");
    starts[t] = length;
    length += joined.length + 1;
    text.push(joined);
  }
  return (G.letters = indexed("\n" + text.join("\n") + "\n", starts));
};

// Names by their first character, so that what begins like a query is found without reading all names.
function indexed(text, starts) {
  const heads = new Map();
  for (let at = 1; at < text.length; at = text.indexOf("\n", at) + 1) {
    const head = heads.get(text[at]);
    if (head) head.push(at);
    else heads.set(text[at], [at]);
  }
  return { text, starts, heads };
}

G.search = function (wanted) {
  const query = wanted.trim().toLowerCase().replace(/\n/g, " "), found = new Set();
  if (!query) return [];
  const wide = (index) => {
    begin(index, query, found);
    scan(index, query, found);
  };
  wide(G.names);
  if (/^[a-z0-9]+$/.test(query)) wide(G.letters || G.lettered());
  return [...found].slice(0, FOUND);
};

// The things with a name that is the query, then those with one that begins so, the best connected first.
function begin({ text, starts, heads }, query, found) {
  const begun = [];
  for (const at of heads.get(query[0]) || []) {
    if (!text.startsWith(query, at)) continue;
    if (text[at + query.length] === "\n") found.add(last(starts, at));
    else if (begun.length < FOUND) begun.push(at);
  }
  for (const at of begun) found.add(last(starts, at));
}

// The things whose names hold a query, each once, the best connected first, as far as there is room.
function scan({ text, starts }, query, found) {
  for (let at = text.indexOf(query); at >= 0 && found.size < FOUND; ) {
    const t = last(starts, at);
    found.add(t);
    const next = t + 1 < starts.length ? starts[t + 1] : text.length;
    at = text.indexOf(query, next);
  }
}

function last(starts, at) {
  let low = 0, high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

G.searchBox = function () {
  const box = document.getElementById("search"), list = document.getElementById("results");
  let chosen = -1;
  const close = () => { list.hidden = true; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); };
  const choose = (n) => {
    const options = [...list.children];
    if (!options.length) return;
    chosen = (n + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === chosen)));
    box.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  };
  const refresh = () => {
    const hits = G.data ? G.search(box.value) : [];
    list.replaceChildren();
    hits.forEach((t, n) => {
      const option = G.make("li", list);
      option.id = "hit" + n;
      option.setAttribute("role", "option");
      G.sign(G.data.kind[t], option);
      option.append(G.data.label[t]);
      const home = G.data.home[t], place = home >= 0 && home !== t ? " · " + G.data.label[home] : "";
      G.make("small", option, G.words.kinds[G.data.kind[t]][G.tongue] + place + " · " + G.data.degree(t));
      option.addEventListener("mousedown", (event) => { event.preventDefault(); close(); G.show(t); });
    });
    if (box.value.trim() && !hits.length) G.make("li", list, G.t("nothing"), "soft");
    list.hidden = !box.value.trim();
    box.setAttribute("aria-expanded", String(!list.hidden));
    chosen = -1;
    if (hits.length) choose(0);
  };
  box.addEventListener("input", refresh);
  box.addEventListener("focus", () => box.value && refresh());
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { close(); box.blur(); event.stopPropagation(); }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); choose(chosen + (event.key === "ArrowDown" ? 1 : -1)); }
    if (event.key === "Enter" && !list.hidden && chosen >= 0) list.children[chosen].dispatchEvent(new MouseEvent("mousedown", { cancelable: true }));
  });
};
