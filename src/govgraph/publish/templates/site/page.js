"use strict";
// Both languages are in the page; this shows one. It also marks the characters that the address names.
(function () {
  const root = document.documentElement, button = document.getElementById("language");
  function kept() { try { return localStorage.getItem("govgraph-language"); } catch { return null; } }
  function keep(language) { try { localStorage.setItem("govgraph-language", language); } catch { /* not allowed: then not kept */ } }
  function show(language) {
    root.dataset.lang = language;
    root.lang = language === "zh" ? "zh-Hans" : "en";
    button.textContent = language === "zh" ? "EN" : "中文";
  }
  button.hidden = false;
  button.addEventListener("click", function () {
    show(root.dataset.lang === "zh" ? "en" : "zh");
    keep(root.dataset.lang);
  });
  const wanted = kept() || (/^zh/i.test(navigator.language || "zh") ? "zh" : "en");
  show(wanted === "en" ? "en" : "zh");
  function point() {
    const span = /^#c(\d+)-(\d+)$/.exec(location.hash);
    for (const mark of document.querySelectorAll("mark[data-start]")) {
      mark.classList.toggle("here", !!span && +mark.dataset.start >= +span[1] && +mark.dataset.end <= +span[2]);
    }
  }
  addEventListener("hashchange", point);
  point();
})();
