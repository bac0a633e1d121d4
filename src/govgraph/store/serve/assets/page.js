"use strict";
// Search while typing, source text in place, the neighbourhood on demand. Every page works without this.
(() => {
  const box = document.getElementById("search"), list = document.getElementById("hits");
  let hits = [], at = -1, asked = 0, timer = 0;

  const close = () => { list.hidden = true; at = -1; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); };
  const choose = (to) => {
    at = (to + hits.length) % hits.length;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    box.setAttribute("aria-activedescendant", `hit${at}`);
    list.children[at].scrollIntoView({ block: "nearest" });
  };
  const show = (found) => {
    hits = found;
    list.replaceChildren(...found.map((hit, i) => {
      const item = document.createElement("li"), note = document.createElement("small");
      item.id = `hit${i}`; item.setAttribute("role", "option"); item.setAttribute("aria-selected", "false");
      note.textContent = [hit.word, hit.note, hit.name === hit.label ? "" : hit.name].filter(Boolean).join(" · ");
      item.append(hit.label, note);
      item.addEventListener("mousedown", (event) => { event.preventDefault(); location.assign(hit.path); });
      return item;
    }));
    list.hidden = !found.length;
    box.setAttribute("aria-expanded", String(!!found.length));
    at = -1;
  };
  const ask = async () => {
    const mine = ++asked, q = box.value.trim();
    if (!q) { close(); return; }
    const answer = await fetch(`/search?q=${encodeURIComponent(q)}`);
    if (answer.ok && mine === asked) show(await answer.json());
  };
  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 80); });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown" && hits.length) { event.preventDefault(); choose(at + 1); }
    else if (event.key === "ArrowUp" && hits.length) { event.preventDefault(); choose(at < 0 ? hits.length - 1 : at - 1); }
    else if (event.key === "Enter" && at >= 0) { event.preventDefault(); location.assign(hits[at].path); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.closest("input, textarea, select, [contenteditable], .CodeMirror")) { event.preventDefault(); box.focus(); }
  });

  // The page of source text, under the quotation that it is asked for.
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-page]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const quote = link.closest("blockquote"), open = quote.querySelector(".source");
    if (open) { open.remove(); link.setAttribute("aria-expanded", "false"); return; }
    const address = new URL(link.href);
    address.hash = ""; address.searchParams.set("part", "1");
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok) { location.assign(link.href); return; }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".source");
    page.removeAttribute("id");
    page.querySelectorAll("[id]").forEach((each) => each.removeAttribute("id"));
    quote.append(document.importNode(page, true));
    link.setAttribute("aria-expanded", "true");
    const text = quote.querySelector("pre"), mark = quote.querySelector("mark", text), shown = text.querySelector("mark") || mark;
    text.scrollTop = Math.max(0, shown.offsetTop - text.offsetTop - text.clientHeight / 3);
  });

  const around = document.getElementById("around");
  around?.addEventListener("toggle", () => {
    if (!around.open || around.querySelector("iframe")) return;
    const frame = document.createElement("iframe");
    frame.src = around.dataset.src; frame.title = around.querySelector("h2").textContent; frame.loading = "lazy";
    around.append(frame);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.report");
    if (!link) return;
    event.preventDefault();
    const form = document.querySelector("form.proposal").cloneNode(true);
    form.hidden = false; form.elements.claim.value = link.dataset.claim;
    form.addEventListener("submit", async (sent) => {
      sent.preventDefault();
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (answer.ok) form.classList.add("done");
    });
    link.replaceWith(form); form.elements.reason.focus();
  });
})();
