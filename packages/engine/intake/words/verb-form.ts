import { lookUp } from '@archwright/kernel';
import { VERBS } from './verb-lexicon.ts';

export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

/** base: past, participle */
const IRREGULAR: Readonly<Record<string, readonly [string, string]>> = {
  be: ['was', 'been'],
  have: ['had', 'had'],
  see: ['saw', 'seen'],
  get: ['got', 'got'],
  give: ['gave', 'given'],
  take: ['took', 'taken'],
  make: ['made', 'made'],
  send: ['sent', 'sent'],
  buy: ['bought', 'bought'],
  sell: ['sold', 'sold'],
  pay: ['paid', 'paid'],
  keep: ['kept', 'kept'],
  write: ['wrote', 'written'],
  read: ['read', 'read'],
  find: ['found', 'found'],
  build: ['built', 'built'],
  hold: ['held', 'held'],
  lose: ['lost', 'lost'],
  leave: ['left', 'left'],
  lend: ['lent', 'lent'],
  spend: ['spent', 'spent'],
  win: ['won', 'won'],
  choose: ['chose', 'chosen'],
  know: ['knew', 'known'],
  show: ['showed', 'shown'],
  draw: ['drew', 'drawn'],
  run: ['ran', 'run'],
  begin: ['began', 'begun'],
  come: ['came', 'come'],
  go: ['went', 'gone'],
  tell: ['told', 'told'],
  think: ['thought', 'thought'],
  feed: ['fed', 'fed'],
  withdraw: ['withdrew', 'withdrawn'],
  fall: ['fell', 'fallen'],
  rise: ['rose', 'risen'],
  grow: ['grew', 'grown'],
  become: ['became', 'become'],
  hear: ['heard', 'heard'],
  feel: ['felt', 'felt'],
  mean: ['meant', 'meant'],
  stand: ['stood', 'stood'],
  sit: ['sat', 'sat'],
  lie: ['lay', 'lain'],
  type: ['typed', 'typed'],
  bid: ['bid', 'bid'],
  set: ['set', 'set'],
  let: ['let', 'let'],
  cost: ['cost', 'cost'],
  split: ['split', 'split'],
  cast: ['cast', 'cast'],
  fit: ['fit', 'fit'],
  put: ['put', 'put'],
  hit: ['hit', 'hit'],
};

const DOUBLING = /(?:[^aeiou]|^)[aeiou][bdgmnprt]$/;
const NOT_DOUBLED = new Set([
  'open',
  'enter',
  'filter',
  'monitor',
  'answer',
  'order',
  'register',
  'offer',
  'deliver',
  'visit',
  'edit',
  'audit',
  'render',
  'trigger',
  'upload',
  'discover',
  'limit',
  'remember',
  'deposit',
  'happen',
  'consider',
  'exhibit',
  'credit',
  'inspect',
  'collect',
]);

function regular(base: string): { readonly s: string; readonly past: string; readonly ing: string } {
  const stem =
    DOUBLING.test(base) && !NOT_DOUBLED.has(base)
      ? base + base.at(-1)
      : base === 'cancel' || base === 'label'
        ? `${base}l`
        : base;
  if (/[^aeiou]y$/.test(base)) return { s: `${base.slice(0, -1)}ies`, past: `${base.slice(0, -1)}ied`, ing: `${base}ing` };
  if (base.endsWith('ee')) return { s: `${base}s`, past: `${base}d`, ing: `${base}ing` };
  if (base.endsWith('e')) return { s: `${base}s`, past: `${base}d`, ing: `${base.slice(0, -1)}ing` };
  const s = /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
  return { s, past: `${stem}ed`, ing: `${stem}ing` };
}

function forms(): ReadonlyMap<string, readonly { readonly lemma: string; readonly form: VerbForm }[]> {
  const found = new Map<string, { lemma: string; form: VerbForm }[]>();
  const add = (word: string, lemma: string, form: VerbForm): void => {
    found.set(word, [...(found.get(word) ?? []), { lemma, form }]);
  };
  for (const lemma of VERBS.keys()) {
    const { s, past, ing } = regular(lemma);
    const irregular = lookUp(IRREGULAR, lemma);
    add(lemma, lemma, 'base');
    add(s, lemma, 's');
    add(ing, lemma, 'ing');
    if (!irregular) add(past, lemma, 'participle');
    if (irregular) add(irregular[0], lemma, irregular[0] === irregular[1] ? 'participle' : 'past');
    if (irregular && irregular[0] !== irregular[1]) add(irregular[1], lemma, 'participle');
  }
  for (const word of ['canceled', 'canceling', 'labeled', 'labeling']) {
    const lemma = word.startsWith('cancel') ? 'cancel' : 'label';
    add(word, lemma, word.endsWith('ed') ? 'participle' : 'ing');
  }
  return found;
}

const FORMS = forms();

/** The verb a word may be a form of; regular pasts count as participles, since the two look alike. */
export function verbForm(word: string, wanted?: VerbForm): { readonly lemma: string; readonly form: VerbForm } | undefined {
  const all = FORMS.get(word);
  return wanted ? all?.find(({ form }) => form === wanted) : all?.[0];
}

/** Base of a regular form of a verb outside the lexicon: `calibrates` → `calibrate`, `gutted` → `gut`. A guess. */
export function guessBase(word: string, form: VerbForm): string {
  if (form === 's')
    return word
      .replace(/(?<=[^aeiou])ies$/, 'y')
      .replace(/(?<=(?:ss|sh|ch|x))es$/, '')
      .replace(/(?<=[^s])s$/, '');
  if (form === 'base' || form === 'past') return word;
  const stem = word.replace(form === 'ing' ? /ing$/ : /ed$/, '');
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return /(?:[^aeiou][aeiou][bcdgkmpstvz]|[aeiou][crsvz]|[^aeiou]l|at|iz|is|ur|ag|in)$/.test(stem) &&
    !/(?:er|or|en|it|ow|x)$/.test(stem)
    ? `${stem}e`
    : stem;
}
