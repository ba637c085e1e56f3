#!/usr/bin/env node
// The two answers that a score of designs has to beat: one that names everything the catalogue knows, and one that names nothing.
//   node score-design.mjs CASES.json --command "node scripts/score-baseline.mjs every"
//   node score-design.mjs CASES.json --command "node scripts/score-baseline.mjs none"
// Takes and ignores what `archwright design` takes. An answer that lists everything meets most components and breaks most
// prohibitions; it has no figure.
import { catalogue } from '../apps/cli/dist/engine.js';

const every = process.argv[2] === 'every';
const options = every ? catalogue.options.map(({ id, name }) => ({ id, name, verdict: 'chosen' })) : [];
const components = every ? catalogue.technologies.map(({ id, name, kind }) => ({ name, kind, technology: id })) : [];
const mechanisms = every ? catalogue.mechanisms.map(({ id, name }) => ({ id, name })) : [];
console.log(
  JSON.stringify({ figures: [], decisions: [{ options }], architecture: { components, mechanisms }, gate: { passed: false } }),
);
