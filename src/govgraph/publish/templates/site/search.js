"use strict";
// Looks for parts of names, and for the first letters of their pinyin. Every value becomes text, never markup.
(function () {
  const MOST = 40;
  const data = JSON.parse(document.getElementById("names").textContent);
  const field = document.getElementById("search"), list = document.getElementById("results");
  const letters = new Map();
  for (const [found, characters] of Object.entries(data.initials)) for (const c of characters) letters.set(c, found);
  function initials(name) { return Array.from(name, (c) => letters.get(c) || c.toLowerCase()); }
  function spelt(name, query) {
    const parts = initials(name);
    for (let at = 0; at + query.length <= parts.length; at++) {
      let n = 0;
      while (n < query.length && parts[at + n].includes(query[n])) n++;
      if (n === query.length) return true;
    }
    return false;
  }
  function rank(row, query, latin) {
    const names = [row[2], ...row[3]].map((name) => name.toLowerCase());
    if (names.includes(query)) return 0;
    if (names[0].startsWith(query)) return 1;
    if (names.some((name) => name.includes(query))) return 2;
    return latin && names.some((name) => spelt(name, query)) ? 3 : -1;
  }
  function item(row) {
    const li = document.createElement("li"), a = document.createElement("a"), note = document.createElement("span");
    const kind = data.kinds[row[1]] || ["", row[1], row[1]];
    a.href = row[0];
    a.textContent = row[2];
    note.className = "soft";
    note.textContent = " " + kind[0] + " " + kind[document.documentElement.dataset.lang === "en" ? 2 : 1];
    li.append(a, note);
    return li;
  }
  field.addEventListener("input", function () {
    const query = field.value.trim().normalize("NFKC").toLowerCase(), latin = /^[a-z]{2,}$/.test(query);
    const found = [];
    if (query) data.rows.forEach(function (row, at) {
      const value = rank(row, query, latin);
      if (value >= 0) found.push([value, at]);
    });
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    list.replaceChildren(...found.slice(0, MOST).map((each) => item(data.rows[each[1]])));
    if (query && !found.length) {
      const none = document.createElement("li");
      none.textContent = document.documentElement.dataset.lang === "en" ? "Nothing found" : "没有找到";
      list.replaceChildren(none);
    }
  });
  field.addEventListener("keydown", function (event) {
    const first = list.querySelector("a");
    if (event.key === "Enter" && first) location.href = first.href;
  });
})();
