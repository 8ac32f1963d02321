// SPDX-License-Identifier: Apache-2.0
// Operators on strings.
'use strict';
const V = require('../values.js');

const generators = {};
const WORDS = ['Monday', 'tuesday', 'WEDNESDAY', 'été', 'ÉTÉ', 'straße', 'ΣΊΣΥΦΟΣ', '', 'a b', ' lead', 'trail ', 'a,b,,c', '日本語', 'x--y---z', 'foo@bar.com', '12', '-3.5', 'the cat'];
const strings = (c, dims, words = WORDS) => c.input(V.tensor('string', dims, c.r.list(V.size(dims), () => c.r.pick(words))));

generators.StringConcat = (c) => {
  c.at(20);
  const dims = c.dims(0, 3), [a, b] = c.r.shuffle([dims, c.broadcastable(dims)]);
  c.result(c.op('StringConcat', [strings(c, a), strings(c, b)]));
};
generators.StringSplit = (c) => {
  c.at(20);
  const dims = c.r.list(c.r.int(0, 3), () => c.r.int(1, 4)), delimiter = c.r.pick([',', '-', '--', ' ', '', 'a', null]);
  c.result(c.op('StringSplit', [strings(c, dims, delimiter ? WORDS.filter((w) => w) : WORDS)], { ...(delimiter === null ? {} : { delimiter }), ...(delimiter && c.r.chance(0.5) ? { maxsplit: c.r.int(0, 3) } : {}) }, 2));
};
generators.RegexFullMatch = (c) => {
  c.at(20);
  c.result(c.op('RegexFullMatch', [strings(c, c.dims(0, 3))], { pattern: c.r.pick(['[a-z]+', '.*', '\\d+', '(\\w+)@(\\w+)\\.com', '[^,]*', '-?\\d+(\\.\\d+)?', '(?i)monday', '\\p{Greek}+', 'a|b|', '.{3}', '']) }));
};
generators.StringNormalizer = (c) => {
  c.at(10);
  const dims = c.r.pick([[c.r.int(1, 6)], [1, c.r.int(1, 6)]]), attributes = {};
  if (c.r.chance(0.7)) attributes.case_change_action = c.r.pick(['LOWER', 'UPPER', 'NONE']);
  if (c.r.chance(0.5)) attributes.is_case_sensitive = c.r.int(0, 1);
  if (c.r.chance(0.6)) attributes.stopwords = c.r.some(['monday', 'Monday', 'été', '12', 'x', ''], c.r.int(1, 3));
  attributes.locale = 'C.UTF-8';
  c.result(c.op('StringNormalizer', [strings(c, dims)], attributes));
};
generators.TfIdfVectorizer = (c) => {
  c.at(9);
  const r = c.r, text = r.chance(0.3), n = r.int(1, 9), dims = r.pick([[n], [r.int(1, 3), n]]), least = r.int(1, 2), most = r.int(least, 3), grams = r.list(most, (i) => r.int(i + 1 === most ? 1 : 0, 3)), pool = [], counts = [];
  const seen = new Set();
  grams.forEach((count, i) => { counts.push(pool.length); for (let k = 0; k < count; k++) { const g = r.list(i + 1, () => r.int(0, 4)); if (!seen.has(String(g))) { seen.add(String(g)); pool.push(...g); } } });
  const total = seen.size, weighted = r.chance(0.5);
  const indexes = weighted ? [...Array(total).keys()] : r.shuffle([...Array(total + r.int(0, 2)).keys()]).slice(0, total);
  const attributes = { mode: r.pick(['TF', 'IDF', 'TFIDF']), min_gram_length: least, max_gram_length: most, max_skip_count: r.int(0, 3), ngram_counts: counts, ngram_indexes: indexes };
  if (weighted) attributes.weights = { floats: r.list(total, () => r.int(1, 5) / 2) };
  const x = text ? strings(c, dims, ['w0', 'w1', 'w2', 'w3', 'w4', 'w5']) : c.input(V.random(r, r.pick(['int32', 'int64']), dims, (q) => q.int(0, 5)));
  c.result(c.op('TfIdfVectorizer', [x], text ? { ...attributes, pool_strings: pool.map((p) => `w${p}`) } : { ...attributes, pool_int64s: pool }));
};
module.exports = generators;
