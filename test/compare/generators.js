// SPDX-License-Identifier: Apache-2.0
// All generators of random cases: a file of families/ exports {name: function of a Case}. The name is the
// operator's, or tells what a chain of several consists of.
'use strict';
const fs = require('fs'), path = require('path');
const { Case } = require('./case.js');

const generators = {};
for (const file of fs.readdirSync(path.join(__dirname, 'families')).sort()) {
  for (const [name, generate] of Object.entries(require(`./families/${file}`))) {
    if (name in generators) throw new Error(`two generators are called ${name}`);
    generators[name] = generate;
  }
}

/** The case `OPERATOR/NUMBER` of a seed. */
function build(seed, id) {
  const made = new Case(`${seed}/${id}`);
  generators[id.split('/')[0]](made);
  return made;
}

module.exports = { names: Object.keys(generators), build };
