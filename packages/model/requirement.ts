import type { Interval, Place, Unit } from '@archwright/kernel';

/**
 * How a requirement came to be. `rule` is a repository's own rule; `derived` follows from other requirements; `read-by-model`
 * was found by a language model in words that really stand at its place.
 */
export const REQUIREMENT_ORIGINS = ['stated', 'answered', 'derived', 'assumed', 'rule', 'read-by-model'] as const;
export type RequirementOrigin = (typeof REQUIREMENT_ORIGINS)[number];

/**
 * What a requirement is about. A closed list: an unknown key in a specification is an error, since an ignored typo becomes
 * a wrong design. Quantities are in base units.
 */
export const REQUIREMENT_KEYS = {
  // scale
  users: 'people (or other actors) in all; subject = who',
  'users.daily': 'active a day; subject = who',
  'users.monthly': 'active a month; subject = who',
  'users.concurrent': 'connected at once; subject = who',
  population: 'things that exist: devices, tenants, hotels, rooms; subject = what',
  volume: 'rate of an activity in 1/s over its window; subject = activity id',
  'volume.peak': 'peak rate of an activity in 1/s; subject = activity id',
  'data.rate': 'incoming data in B/s; subject = what arrives',
  'data.total': 'data held, in B; subject = what',
  size: 'bytes of one thing; subject = what',
  share: 'share of one thing among another, 0-1; subject = what',
  ratio: 'ratio between two things; subject = which',
  'peak-factor': 'peak ÷ mean, ≥ 1',
  growth: 'growth a year as a ratio (0.2 = 20 %)',
  'read-write-ratio': 'reads for each write',
  replicas: 'copies beyond the first',
  duration: 'a time span of the domain (stay, window, interval) in s; subject = what',
  retention: 'how long data is kept, in s; subject = what, absent = everything',
  // quality
  latency: 'response time in s; subject = activity or absent; detail = percentile (p50, p95, p99, max)',
  availability: 'share of time in service, 0-1',
  durability: 'share of data that survives a year, 0-1',
  rpo: 'data that may be lost, in s',
  rto: 'time to recover, in s',
  consistency: 'strong | read-your-writes | eventual; subject = what',
  delivery: 'at-most-once | at-least-once | exactly-once effects; subject = what',
  // constraints
  budget: 'money for infrastructure in USD/month',
  'team.size': 'engineers',
  timeline: 'time to the first release, in s',
  'hourly-rate': 'a loaded hour of an engineer, in USD/h',
  region: 'where users or servers are: a region id (eu, us, apac, global, or a named place)',
  residency: 'where data must stay: a region id',
  compliance: 'a regime: gdpr, hipaa, pci-dss, soc-2, iso-27001, ...',
  provider: 'a cloud that is given',
  existing: 'a technology already in use; subject = catalogue id when known',
  prohibition: 'a technology or kind that must not be used; subject = catalogue id, kind or word',
  preference: 'a technology or kind that is wished for; subject = catalogue id, kind or word',
  // shape
  'query-pattern': 'lookup | aggregation | search | range | graph | vector',
  'load-shape': 'steady | daily | spiky | batch',
  capability: 'something the design must do: audit-trail, multi-tenant, real-time, offline, replay, ...; subject = capability id',
  stage: 'early | growing | mature',
} as const;
export type RequirementKey = keyof typeof REQUIREMENT_KEYS;

/** One typed fact of the brief. Either `quantity` or `value` is set. */
export interface Requirement {
  /** Unique and stable: key, subject, and a number where a key repeats, e.g. `retention.raw-points`. */
  readonly id: string;
  readonly key: RequirementKey;
  /** What or whom it is about, as a slug. */
  readonly subject?: string;
  /** Percentile, comparator or unit remark. */
  readonly detail?: string;
  readonly quantity?: Interval & { readonly unit: Unit };
  readonly value?: string;
  readonly origin: RequirementOrigin;
  readonly at?: Place;
  /** A sentence for a reader: "1,000,000 notifications a day". */
  readonly statement: string;
  /** For `assumed`: why this value. */
  readonly reason?: string;
  /** Figure that carries the quantity, when it has one. */
  readonly figure?: string;
}

export type Intent = 'design' | 'choose' | 'compare' | 'estimate' | 'review' | 'explain';
