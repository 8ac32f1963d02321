// SPDX-License-Identifier: Apache-2.0
// Random numbers that a text determines: the same text, the same numbers, on every machine.
'use strict';

/** FNV-1a's hash of a text, 32 bits. */
function hash(text) {
  let h = 0x811c9dc5;
  for (const byte of Buffer.from(text)) h = Math.imul(h ^ byte, 0x01000193) >>> 0;
  return h;
}

class Random {
  constructor(text) { this.state = hash(text); }

  /** In [0, 1): Tommy Ettinger's mulberry32. */
  unit() {
    let t = this.state = (this.state + 0x6d2b79f5) >>> 0;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** In [low, high). */
  real(low, high) { return low + (high - low) * this.unit(); }

  /** An integer from low to high, both included. */
  int(low, high) { return low + Math.floor(this.unit() * (high - low + 1)); }

  /** True with this probability. */
  chance(probability) { return this.unit() < probability; }

  /** One of a list; of {item: weight} by weight. */
  pick(list) {
    if (Array.isArray(list)) return list[this.int(0, list.length - 1)];
    let left = this.real(0, Object.values(list).reduce((a, b) => a + b, 0));
    for (const [item, weight] of Object.entries(list)) if ((left -= weight) < 0) return item;
    return Object.keys(list).pop();
  }

  shuffle(list) {
    const out = [...list];
    for (let i = out.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      [out[i], out[j]] = [out[j], out[i]];
    }
    return out;
  }

  /** `count` of a list, in its order. */
  some(list, count) {
    const chosen = new Set(this.shuffle([...list.keys()]).slice(0, count));
    return list.filter((_, i) => chosen.has(i));
  }

  list(count, make) { return Array.from({ length: count }, (_, i) => make(i)); }
}

module.exports = { Random };
