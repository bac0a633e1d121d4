// The text with the least contrast to what is behind it: the ratio of WCAG 2, and which text it is.
[...document.querySelectorAll('h1,h2,h3,p,button,label span,label b,summary,cite,mark,blockquote,footer span,td,th')]
.filter(e => e.offsetParent && e.textContent.trim() && !e.disabled && !e.closest('.sign')).map(e => {
  const part = (c) => { const m = c.match(/[\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
  const over = (a, b) => a.slice(0, 3).map((v, i) => v * a[3] + b[i] * (1 - a[3]));
  let back = null; const stack = []; for (let x = e; x; x = x.parentElement) stack.push(part(getComputedStyle(x).backgroundColor));
  back = [255, 255, 255]; for (const c of stack.reverse()) back = over(c, back);
  const light = (c) => c.map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
  const a = light(over(part(getComputedStyle(e).color), back)), b = light(back);
  return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.tagName + ' ' + e.className + ' ' + e.textContent.slice(0, 20)];
}).sort((a, b) => a[0] - b[0])[0]
