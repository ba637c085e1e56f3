import type { WordReading } from '../words/read-words.ts';
import { CAPABILITY_CUES } from './capability.ts';
import { COMPLIANCE_CUES } from './compliance.ts';
import { CONSISTENCY_CUES } from './consistency.ts';
import { readCues } from './cue.ts';
import { type Draft, draftKey } from './draft.ts';
import { impliedCompliance } from './implied-compliance.ts';
import { readRegions } from './region.ts';
import { SHAPE_CUES } from './shape.ts';
import { readTechnologies } from './technology.ts';
import type { TechnologyName } from './technology-mention.ts';

/** Everything a brief requires besides quantities. `all` keeps each mention, so that it is known which text was used. */
export interface Constraints {
  readonly drafts: readonly Draft[];
  readonly all: readonly Draft[];
}

/**
 * Requirements without numbers: compliance (stated, or implied with a reason), regions and residency, providers, existing,
 * prohibited and preferred technology, consistency, capabilities, load shape, query patterns and stage.
 */
export function readConstraints(reading: WordReading, technologies: readonly TechnologyName[]): Constraints {
  const stated = [
    ...readCues(reading, COMPLIANCE_CUES),
    ...readRegions(reading),
    ...readTechnologies(reading, technologies),
    ...readCues(reading, CONSISTENCY_CUES),
    ...readCues(reading, SHAPE_CUES),
    ...readCues(reading, CAPABILITY_CUES),
  ];
  const all = [...stated, ...impliedCompliance(reading, stated)];
  const seen = new Set<string>();
  const drafts = all.filter((made) => !seen.has(draftKey(made)) && seen.add(draftKey(made)));
  return { drafts, all };
}
