import { lookUp } from '@archwright/kernel';
const list = (text: string): readonly string[] => text.trim().split(/\s+/);

const READ = list(
  'read view open see look watch search query browse load fetch get download redirect retrieve visit check list scroll lookup look-up listen play display show find consult render poll ask access inspect',
);
const WRITE = list(
  'write post create send upload book order buy purchase pay place submit publish comment like tweet vote record register add update edit delete sign report insert ingest store save reserve log push deliver receive produce generate emit change share click rate review transfer charge issue scan type request enter follow win swipe subscribe bid trade complete answer ship cancel take deposit withdraw shorten move join message email reply react mention tag rent borrow lend renew cast attend apply hire deploy trigger invoke verify approve refund redeem earn invest notify alert ring forward follow bookmark pin capture measure sample track route dispatch pick pack print dial transcribe translate classify label detect scrape return file sell enrol check-in arrive',
);
const STREAM = list('stream broadcast call');
const JOB = list(
  'process crawl refresh index sync export import aggregate train transcode encode calculate compute archive replicate',
);
/** Verbs that say nothing about what happens: the object does. */
const LIGHT = list(
  'make run do perform handle serve have hold use need carry keep retain last contain fall proceed average weigh occupy require own manage host remember peak grow double triple respond reach support cover expect allow spend cost drop collect track cache want wait stay live finish begin start happen occur drive connect install own lead move end result become convert vary travel run-up complete',
);

export type ActivityKind = 'read' | 'write' | 'stream' | 'job';
const KIND = new Map<string, ActivityKind>();
for (const [kind, verbs] of [
  ['write', WRITE],
  ['read', READ],
  ['stream', STREAM],
  ['job', JOB],
] as const)
  for (const verb of verbs) KIND.set(verb, kind);
const LIGHT_SET = new Set(LIGHT);

const IRREGULAR: Readonly<Record<string, string>> = {
  sent: 'send',
  sold: 'sell',
  kept: 'keep',
  held: 'hold',
  bought: 'buy',
  paid: 'pay',
  made: 'make',
  ran: 'run',
  wrote: 'write',
  written: 'write',
  seen: 'see',
  saw: 'see',
  won: 'win',
  took: 'take',
  taken: 'take',
  got: 'get',
  did: 'do',
  fell: 'fall',
  grew: 'grow',
  has: 'have',
  had: 'have',
  spent: 'spend',
  drove: 'drive',
  running: 'run',
  getting: 'get',
  winning: 'win',
  dropped: 'drop',
  logged: 'log',
  shipped: 'ship',
  transferred: 'transfer',
  tagged: 'tag',
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
};

/** Base forms that are hardly ever nouns, so that a word before them need not be plural: "the US send positions". */
const NEVER_NOUN = new Set(
  list(
    'borrow lend apply invoke verify approve notify transcribe translate classify send receive keep store deliver create publish generate produce emit buy pay browse write add make see get upload submit retrieve fetch serve process handle ingest arrive happen occur contain',
  ),
);
export const isLight = (base: string): boolean => LIGHT_SET.has(base);
export const isNeverNoun = (word: string): boolean => NEVER_NOUN.has(word.toLowerCase());

/** The base form of a verb of the vocabulary, or undefined when the word is none: sends, sending, sent → send. */
export function verbBase(word: string): string | undefined {
  const lower = word.toLowerCase();
  const known = (base: string): boolean => KIND.has(base) || LIGHT_SET.has(base) || base === 'be';
  const irregular = lookUp(IRREGULAR, lower);
  if (irregular) return irregular;
  const stems = [lower, lower.replace(/s$/, ''), lower.replace(/es$/, ''), lower.replace(/ies$/, 'y')];
  for (const ending of [/ed$/, /ing$/])
    if (ending.test(lower)) {
      const stem = lower.replace(ending, '');
      stems.push(stem, `${stem}e`, stem.replace(/i$/, 'y'));
    }
  return stems.find(known);
}

/** How an activity with this verb, or this deverbal noun, uses data; undefined for light and unknown verbs. */
export const kindOfVerb = (verb: string): ActivityKind | undefined => KIND.get(verb);

const DEVERBAL: Readonly<Record<string, string>> = {
  payment: 'pay',
  delivery: 'deliver',
  reservation: 'reserve',
  booking: 'book',
  login: 'log-in',
  logon: 'log-in',
  impression: 'view',
  pageview: 'view',
  registration: 'register',
  signup: 'register',
  subscription: 'subscribe',
  purchase: 'buy',
  transaction: 'record',
  visit: 'visit',
  hit: 'view',
  lookup: 'look-up',
  query: 'query',
  play: 'play',
  withdrawal: 'withdraw',
  suggestion: 'suggest',
  insertion: 'insert',
  completion: 'complete',
  redirection: 'redirect',
  conversion: 'convert',
};

/** Verbs whose noun is a thing and not an event: "500 million places", "log files". */
const THINGS = new Set(
  list(
    'place book record log file report index list store ship train sign issue type rate show mail return edit tag reply access find rent move load',
  ),
);

/** The verb inside an event noun (payment → pay, view → view), if it is one. */
export function verbInNoun(head: string): string | undefined {
  const listed = lookUp(DEVERBAL, head);
  if (listed) return listed;
  if (KIND.has(head) && !THINGS.has(head)) return head;
  return undefined;
}
