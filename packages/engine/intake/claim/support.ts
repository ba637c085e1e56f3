import type { RequirementKey } from '@archwright/model';
import { CAPABILITY_CUES } from '../constraint/capability.ts';

/**
 * Words of which one must stand in a quote before it can mean the key. A model judges what a sentence says; without such a
 * word its judgement is a question to the user, so that a deceived model cannot turn any number into any requirement.
 */
const KEY_WORDS: Readonly<Partial<Record<RequirementKey, RegExp>>> = {
  users: /\b(?:user|customer|people|person|member|visitor|client|subscriber|account|player|student|patient|guest|audience)/i,
  'users.daily': /\b(?:dau|a day|per day|daily|each day|every day)\b/i,
  'users.monthly': /\b(?:mau|a month|per month|monthly|each month|every month)\b/i,
  'users.concurrent': /concurrent|simultaneous|at once|at the same time|at a time|online|connected|together/i,
  'volume.peak': /peak|rush|busiest|burst|spike|at most|maximum|up to|black friday|worst/i,
  retention: /\b(?:keep|kept|retain|retention|stor|histor|archiv|delet|remov|hold|held|discard|years? back)/i,
  latency: /\b(?:second|ms|millisecond|fast|quick|respon|latency|wait|within|slow|instant|load)/i,
  availability: /avail|uptime|\bup\b|downtime|\bdown\b|outage|nines|reliab/i,
  durability: /durab|lost|lose|loss|surviv/i,
  rpo: /\b(?:rpo|los[st]|lose|losing|back ?ups?)\b/i,
  rto: /\b(?:rto|recover|restor|back up|back online|downtime|outage|failover)/i,
  budget: /budget|cost|spend|pay|afford|money|price|[$€£]|usd|bill/i,
  'team.size': /\b(?:engineer|developer|dev|devs|team|people|person|programmer|of us|founder|staff|colleague)/i,
  timeline: /\b(?:launch|live|release|ship|deadline|ready|month|week|quarter|mvp|start|until|by)\b/i,
  growth: /grow|increas|doubl|tripl|more (?:each|every)|a year|yearly|annual/i,
  'peak-factor': /peak|average|normal|usual|rush|burst|spike|busy|busiest/i,
  'read-write-ratio': /\b(?:read|write|view|quer|post|writ)/i,
  'hourly-rate': /hour|rate|\bh\b/i,
};

/** Values of keys that take words, each with what a quote must speak of. */
const VALUE_WORDS: Readonly<Partial<Record<RequirementKey, Readonly<Record<string, RegExp>>>>> = {
  'query-pattern': {
    aggregation:
      /total|sum|average|mean|count|chart|trend|dashboard|statistic|report|group|histogram|top|per (?:day|week|month|year|region)|rank|analy/i,
    lookup: /look|find|fetch|open|single|by (?:id|key|number|name)|get|show/i,
    search: /search|full.?text|keyword|find|match|fuzzy/i,
    range: /between|range|recent|latest|last|newest|tail|since|history|period|timeline/i,
    graph: /friend|follow|relation|network|path|connect|graph|link/i,
    vector: /similar|semantic|embedding|recommend|nearest|like this/i,
    geo: /near|map|location|distance|within|radius|around/i,
  },
  'load-shape': {
    steady: /steady|constant|even|flat|all day|around the clock|24/i,
    daily: /day|night|office|business hours|morning|evening|working hours/i,
    spiky: /spik|burst|rush|sudden|flash|launch|viral|campaign|sale|event|peak/i,
    batch: /batch|night|hourly|job|import|file|once a/i,
  },
  consistency: {
    strong: /strong|exact|never|must not|always|double|twice|correct|immediately|guarantee/i,
    'read-your-writes': /own|their|just|after|immediately|right away/i,
    eventual: /eventual|later|stale|delay|lag|minutes? old|seconds? old|soon|fine|acceptable/i,
  },
  delivery: {
    'at-most-once': /lose|lost|drop|skip|at most/i,
    'at-least-once': /at least|never los|not lose|no loss|must arrive|guarantee|retry|redeliver/i,
    'exactly-once': /exactly|once|twice|double|duplicate/i,
  },
  stage: {
    early: /early|start|mvp|prototype|pilot|new|founder|seed|idea|first|pre-/i,
    growing: /grow|scal|expand|series|traction/i,
    mature: /mature|established|enterprise|years|existing|large/i,
  },
};

const SHORTEST_STEM = 5;
const CAPABILITY_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  CAPABILITY_CUES.map(({ subject = '', statement }) => [subject, stems(`${subject} ${statement}`)]),
);

/** First letters of the words long enough to mean something. */
function stems(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z]{4,30}/g) ?? [];
  return new Set(words.map((word) => word.slice(0, SHORTEST_STEM)));
}

/** Values the key can take, where it takes few. */
export const valuesOf = (key: RequirementKey): readonly string[] | undefined =>
  key === 'capability' ? [...CAPABILITY_WORDS.keys()] : VALUE_WORDS[key] && Object.keys(VALUE_WORDS[key]);

/** Whether a quote speaks of the key at all; keys without a word list are carried by the unit of their quantity. */
export const speaksOf = (key: RequirementKey, quote: string): boolean => KEY_WORDS[key]?.test(quote) ?? true;

/** Whether a quote speaks of a value of the key. */
export function speaksOfValue(key: RequirementKey, value: string, quote: string): boolean {
  if (key !== 'capability') return VALUE_WORDS[key]?.[value]?.test(quote) ?? false;
  const wanted = CAPABILITY_WORDS.get(value);
  return wanted !== undefined && [...stems(quote)].some((stem) => wanted.has(stem));
}
