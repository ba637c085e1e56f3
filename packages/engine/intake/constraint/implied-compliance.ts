import { findInSentence, phrasePattern } from '../words/phrase-pattern.ts';
import { isPersonNoun } from '../words/generic-noun.ts';
import { isNegated } from '../words/negation.ts';
import type { Sentence, WordReading } from '../words/read-words.ts';
import { type Draft, draft, placeOf } from './draft.ts';

interface Implication {
  readonly value: string;
  readonly statement: string;
  /** Region that must be named too; absent = anywhere. */
  readonly region?: RegExp;
  /** Any noun for a person shows it, besides the patterns. */
  readonly aboutPeople?: boolean;
  readonly patterns: readonly string[];
  readonly reason: string;
}

/**
 * What a brief implies without naming it. The reasons are summaries of the scope of each regime: GDPR Art. 3 and 4(1), 45 CFR
 * 160.103, PCI DSS v4 scope, Cal. Civ. Code 1798.140, COPPA 16 CFR 312.2, FERPA 34 CFR 99.3.
 */
const IMPLICATIONS: readonly (Implication & { readonly compiled: readonly ReturnType<typeof phrasePattern>[] })[] = [
  {
    value: 'hipaa',
    statement: 'HIPAA applies',
    region: /^us$/,
    patterns: [
      'patient|ehr|emr|phi',
      'health|medical|clinical|patient record|data|history|information|file',
      'hospital|clinic|telemedicine|telehealth',
      'prescription|diagnosis',
      'health|medical insurance|plan|claim',
    ],
    reason: 'health information about identifiable patients, handled in the USA',
  },
  {
    value: 'pci-dss',
    statement: 'PCI DSS applies',
    patterns: [
      'card|credit-card number|detail|data|payment|transaction',
      'credit|debit|payment|bank card',
      'pay|pays|paid|paying|charge|charges|payments ~2 by|with card|cards',
      'store|stores|storing|take|takes|accept|accepts|process|processes card',
      'card acquiring|acquirer|issuing|issuer|processing',
      'cardholder',
    ],
    reason: 'payment cards are taken: card data is stored, processed or transmitted, by us or by a provider for us',
  },
  {
    value: 'gdpr',
    statement: 'GDPR applies',
    region: /^eu$/,
    aboutPeople: true,
    patterns: ['personal data|information'],
    reason: 'people in the EU are named, and what is kept about them is personal data',
  },
  {
    value: 'uk-gdpr',
    statement: 'UK GDPR applies',
    region: /^uk$/,
    aboutPeople: true,
    patterns: ['personal data|information'],
    reason: 'people in the United Kingdom are named, and what is kept about them is personal data',
  },
  {
    value: 'ccpa',
    statement: 'CCPA applies',
    region: /^california$/,
    aboutPeople: true,
    patterns: [],
    reason: 'consumers in California are named',
  },
  {
    value: 'coppa',
    statement: 'COPPA applies',
    region: /^us$/,
    patterns: ['child|kid|pupil', 'under 13', 'under the age of'],
    reason: 'a service for children in the USA',
  },
  {
    value: 'ferpa',
    statement: 'FERPA applies',
    region: /^us$/,
    patterns: ['student record|grade|data|transcript', 'education record', 'school district'],
    reason: 'education records of students in the USA',
  },
  {
    value: 'lgpd',
    statement: 'LGPD applies',
    region: /^brazil$/,
    aboutPeople: true,
    patterns: [],
    reason: 'people in Brazil are named, and what is kept about them is personal data',
  },
].map((implication) => ({ ...implication, compiled: implication.patterns.map(phrasePattern) }));

function firstMention(reading: WordReading, implication: (typeof IMPLICATIONS)[number]): Draft['at'] {
  const inSentence = (sentence: Sentence): Draft['at'] => {
    for (const pattern of implication.compiled)
      for (const { from, to } of findInSentence(pattern, sentence))
        if (!isNegated(sentence.words, from)) return placeOf(reading, sentence, from, to);
    const person = implication.aboutPeople ? sentence.phrases.find(({ head }) => isPersonNoun(head)) : undefined;
    return person && placeOf(reading, sentence, person.from, person.to);
  };
  for (const sentence of reading.sentences) {
    const at = inSentence(sentence);
    if (at) return at;
  }
  return undefined;
}

/** Regimes that follow from what is handled and where, with the reason; those already stated are not repeated. */
export function impliedCompliance(reading: WordReading, stated: readonly Draft[]): readonly Draft[] {
  const regions = stated
    .filter(({ key }) => key === 'region' || key === 'residency')
    .flatMap(({ value, detail }) => [value ?? '', detail ?? '']);
  const named = new Set(stated.filter(({ key }) => key === 'compliance').map(({ value }) => value));
  return IMPLICATIONS.filter(
    ({ value, region }) => !named.has(value) && (!region || regions.some((name) => region.test(name))),
  ).flatMap((implication) => {
    const at = firstMention(reading, implication);
    return at
      ? [
          draft({
            key: 'compliance',
            value: implication.value,
            origin: 'derived',
            reason: implication.reason,
            statement: implication.statement,
            at,
          }),
        ]
      : [];
  });
}
