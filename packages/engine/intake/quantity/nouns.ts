import { lookUp } from '@archwright/kernel';
const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  persons: 'person',
  children: 'child',
  men: 'man',
  women: 'woman',
  movies: 'movie',
  cookies: 'cookie',
  selfies: 'selfie',
  caches: 'cache',
  buses: 'bus',
  statuses: 'status',
  viruses: 'virus',
  campuses: 'campus',
  indices: 'index',
  indexes: 'index',
  vertices: 'vertex',
  analyses: 'analysis',
  theses: 'thesis',
  lives: 'life',
  shelves: 'shelf',
  urls: 'url',
  ids: 'id',
  dau: 'user',
  daus: 'user',
  mau: 'user',
  maus: 'user',
  ccu: 'user',
};
const UNCHANGED = new Set(
  'data media news series species sms access address business class process status bus analysis redis kubernetes address gas bonus campus virus lens less always across express https dns aws gps sales goods analytics logistics basis crisis iris canvas atlas chaos'.split(
    ' ',
  ),
);

/** The singular of an English noun, lower case: queries → query, matches → match, people → person. */
export function singular(word: string): string {
  const lower = word.toLowerCase();
  const irregular = lookUp(IRREGULAR, lower);
  if (irregular) return irregular;
  if (UNCHANGED.has(lower) || lower.length < 4 || !lower.endsWith('s') || /(?:ss|us|is)$/.test(lower)) return lower;
  if (lower.endsWith('ies')) return lower.length > 4 ? `${lower.slice(0, -3)}y` : lower.slice(0, -1);
  if (/(?:sses|xes|ches|shes|zzes)$/.test(lower)) return lower.slice(0, -2);
  return lower.slice(0, -1);
}

/** The plural of a singular noun, for labels: query → queries, match → matches, person → people. */
export function plural(noun: string): string {
  if (noun === 'person') return 'people';
  if (UNCHANGED.has(noun) && !noun.endsWith('ss')) return noun;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh|z)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** Whether the word has the form of a plural. */
export const isPlural = (word: string): boolean => singular(word) !== word.toLowerCase();

const ACTORS = new Set(
  'user person customer client member subscriber player viewer visitor shopper buyer seller merchant driver rider passenger courier dispatcher doctor nurse patient student teacher pupil employee staff engineer developer agent guest author creator friend admin participant contact consumer recipient human citizen resident worker applicant candidate follower listener streamer trader learner man woman child colleague advertiser publisher reader writer partner vendor supplier clinician physician parent pharmacist technician'.split(
    ' ',
  ),
);
const NOT_ACTORS = new Set(
  'order number folder letter server counter cluster container router sensor meter parameter character filter identifier header footer banner offer reminder paper transfer newsletter voucher computer printer scanner trailer charger reader-device monitor error vector motor processor connector editor factor power layer buffer pointer register tracker locker tower manner matter newspaper poster quarter semester water theater centre center register render user-order flyer ledger transmitter controller elevator shelter ladder answer weather river flower trigger cover dinner summer winter corner border drawer sticker wrapper chapter ticker finger timer freezer cooler boiler heater mixer burner breaker tanker detector indicator compressor radiator refrigerator actuator inverter transformer converter adapter floor door colour color flavour flavor behaviour behavior favor favour'.split(
    ' ',
  ),
);

/** Whether a singular noun names somebody who acts; an unknown agent noun (-er, -or, -ist) counts. */
export const isActor = (head: string): boolean =>
  ACTORS.has(head) || (!NOT_ACTORS.has(head) && /(?:[a-z]{3}er|[a-z]{3}or|ist)$/.test(head));

const SAME: readonly (readonly string[])[] = [
  ['message', 'text', 'chat'],
  ['search', 'query', 'lookup'],
  ['photo', 'picture', 'image'],
  ['link', 'url'],
  ['letter', 'character', 'keystroke'],
  ['email', 'mail'],
  ['user', 'person', 'member', 'account', 'customer', 'people'],
  ['view', 'read'],
  ['login', 'sign-in', 'signin', 'logon'],
  ['file', 'attachment', 'document'],
  ['measurement', 'reading', 'sample', 'datapoint'],
  ['reservation', 'booking'],
  ['purchase', 'order'],
  ['ride', 'trip'],
  ['send', 'message', 'notification'],
  ['write', 'create', 'post'],
];
const SYNONYMS = new Map<string, Set<string>>();
for (const group of SAME) for (const word of group) SYNONYMS.set(word, new Set([...(SYNONYMS.get(word) ?? []), ...group]));

/** Whether two singular nouns name the same thing in the field's vocabulary (query and search). */
export const sameThing = (a: string, b: string): boolean => a === b || (SYNONYMS.get(a)?.has(b) ?? false);

/** Nouns that stand for whatever record the system keeps. */
export const isGenericRecord = (head: string): boolean =>
  /^(?:record|row|entry|item|object|document|event|entity|payload|body)$/.test(head);
