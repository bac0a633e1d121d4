"use strict";
// The page's data: base64 of zlib, unpacked by the browser, or by our own hands where the browser cannot.
const G = { timing: {} };

G.bytes = function (text) {
  if (typeof Uint8Array.fromBase64 === "function") return Uint8Array.fromBase64(text);
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return bytes;
};

G.unpack = async function (text) {
  const bytes = G.bytes(text.trim());
  if (typeof DecompressionStream !== "function") {
    return JSON.parse(new TextDecoder().decode(G.inflate(bytes.subarray(2))));
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
};

// RFC 1951; slow and small. Browsers from before 2023 need it.
G.inflate = function (input) {
  let out = new Uint8Array(input.length * 8 + 1024);
  let size = 0, at = 0, bits = 0, held = 0;
  function need(n) {
    while (held < n) { bits |= input[at++] << held; held += 8; }
    const value = bits & ((1 << n) - 1);
    bits >>>= n;
    held -= n;
    return value;
  }
  function room(n) {
    if (size + n <= out.length) return;
    const wider = new Uint8Array((size + n) * 2);
    wider.set(out);
    out = wider;
  }
  function tree(lengths) {
    const count = new Uint16Array(16), next = new Uint16Array(16), symbols = new Uint16Array(lengths.length);
    for (const length of lengths) if (length) count[length]++;
    for (let i = 1; i < 16; i++) next[i] = next[i - 1] + count[i - 1];
    lengths.forEach((length, symbol) => { if (length) symbols[next[length]++] = symbol; });
    return { count, symbols };
  }
  function symbol(huffman) {
    let code = 0, first = 0, index = 0;
    for (let length = 1; length < 16; length++) {
      code |= need(1);
      const n = huffman.count[length];
      if (code - n < first) return huffman.symbols[index + code - first];
      index += n;
      first = (first + n) << 1;
      code <<= 1;
    }
    throw new Error("corrupt data");
  }
  const BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
  const EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
  const FAR = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
  const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
  function fixed() {
    const lengths = [];
    for (let i = 0; i < 288; i++) lengths.push(i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
    return [tree(lengths), tree(new Array(30).fill(5))];
  }
  function dynamic() {
    const literals = need(5) + 257, distances = need(5) + 1, codes = need(4) + 4, lengths = new Array(19).fill(0);
    for (let i = 0; i < codes; i++) lengths[ORDER[i]] = need(3);
    const how = tree(lengths), all = [];
    while (all.length < literals + distances) {
      const code = symbol(how);
      if (code < 16) all.push(code);
      else {
        const value = code === 16 ? all[all.length - 1] : 0;
        const times = code === 16 ? 3 + need(2) : code === 17 ? 3 + need(3) : 11 + need(7);
        for (let i = 0; i < times; i++) all.push(value);
      }
    }
    return [tree(all.slice(0, literals)), tree(all.slice(literals))];
  }
  for (let last = 0; !last;) {
    last = need(1);
    const kind = need(2);
    if (kind === 0) {
      bits = held = 0;
      const length = input[at] | (input[at + 1] << 8);
      room(length);
      out.set(input.subarray(at + 4, at + 4 + length), size);
      at += 4 + length;
      size += length;
      continue;
    }
    const [literal, distance] = kind === 1 ? fixed() : dynamic();
    for (let code = symbol(literal); code !== 256; code = symbol(literal)) {
      room(260);
      if (code < 256) { out[size++] = code; continue; }
      const length = BASE[code - 257] + need(EXTRA[code - 257]);
      const step = symbol(distance);
      const far = FAR[step] + need(step < 2 ? 0 : (step >> 1) - 1);
      for (let i = 0; i < length; i++, size++) out[size] = out[size - far];
    }
  }
  return out.subarray(0, size);
};
