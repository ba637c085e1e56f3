import type { Diagnostic, FigureBook, Outcome } from '@archwright/kernel';
import type { Activity, Requirement, Term } from '@archwright/model';
import type { Mention } from '../quantity/mention.ts';
import { tokenise } from '../quantity/tokens.ts';
import { applyAnswers, mergeAnswers, readAnswers } from './answers.ts';
import { readConstraints } from './constraints.ts';
import { findContradictions } from './contradictions.ts';
import type { Demand, Stream } from './demand.ts';
import { readLatencies, readRetentions } from './durations.ts';
import { deriveKeySpace } from './key-space.ts';
import { keepLeftovers } from './leftovers.ts';
import { deriveHeld } from './memory.ts';
import { readOccupancy } from './occupancy.ts';
import { readPeaks } from './peaks.ts';
import { readMembers, readPopulations } from './populations.ts';
import { readRatios } from './ratios.ts';
import { readPopulationShares, readShares } from './shares.ts';
import { inheritSizes, readSizes } from './sizes.ts';
import { deriveStorage } from './storage.ts';
import { readChildren } from './child-streams.ts';
import { readStreams } from './streams.ts';

/** What the quantities of a brief say and imply; figures are in the book. */
export interface DerivedDemand {
  readonly requirements: Requirement[];
  readonly activities: Activity[];
  readonly populations: Term[];
}

/** A brief with more quantities than this is a data file; the rest is reported. */
const MOST_MENTIONS = 300;

/**
 * Turns the quantities of a brief into typed requirements, and derives from them the figures an architect would compute:
 * rates, peaks, bandwidth, storage, records, memory, concurrency. General relations only: rate = population × frequency,
 * flow = rate × size, stock = flow × duration, Little's law, shares, nested populations.
 *
 * @param mentions - of `readQuantities(text)`
 * @param book - receives every figure; use a fresh book for each call
 * @param known - `answers`: requirements that were answered; they replace what the brief says under the same key and subject.
 *   `inBursts`: the brief says that the load comes in bursts
 * @diagnostics `brief/contradiction`, `brief/too-many-quantities`
 */
export function deriveDemand(
  text: string,
  mentions: readonly Mention[],
  book: FigureBook,
  { answers = [], inBursts = false }: { readonly answers?: readonly Requirement[]; readonly inBursts?: boolean } = {},
): Outcome<DerivedDemand> {
  const considered = mentions.slice(0, MOST_MENTIONS);
  const demand: Demand = {
    text,
    tokens: tokenise(text),
    mentions: considered,
    order: new Map(considered.map((mention, index) => [mention, index])),
    book,
    populations: [],
    streams: [],
    flows: [],
    requirements: [],
    diagnostics: [],
    used: new Set(),
    referents: new Map(),
    inBursts,
    answers: answers.filter(({ quantity }) => quantity !== undefined),
  };
  buildNetwork(demand);
  const requirements = mergeAnswers(demand.requirements, answers);
  const value = { requirements, activities: demand.streams.map(activityOf), populations: termsOf(demand) };
  return { value, diagnostics: [...demand.diagnostics, ...tooMany(mentions), ...findContradictions(demand)] };
}

/** Each step reads what the ones before it left in the network. */
function buildNetwork(demand: Demand): void {
  readAnswers(demand);
  readConstraints(demand);
  readPopulations(demand);
  readMembers(demand);
  const retentions = readRetentions(demand);
  readPopulationShares(demand);
  readStreams(demand);
  readChildren(demand);
  readShares(demand);
  readChildren(demand);
  readOccupancy(demand);
  readRatios(demand);
  readSizes(demand);
  applyAnswers(demand);
  inheritSizes(demand);
  readPeaks(demand);
  readLatencies(demand);
  deriveStorage(demand, retentions);
  deriveHeld(demand, retentions);
  deriveKeySpace(demand);
  keepLeftovers(demand);
}

const activityOf = (stream: Stream): Activity => ({
  id: stream.id,
  verb: stream.verb,
  object: stream.object.replaceAll('-', ' '),
  kind: stream.kind,
  meanRate: stream.mean.id,
  ...(stream.actor !== undefined && { actor: stream.actor }),
  ...(stream.peak && { peakRate: stream.peak.id }),
  ...(stream.bytes && { bytes: stream.bytes.id }),
  ...(stream.retention && { retention: stream.retention.id }),
  ...(stream.at && { at: stream.at }),
});

/** One term a noun, with the largest count it has. */
function termsOf(demand: Demand): Term[] {
  const terms = new Map<string, Term>();
  for (const { noun, figure, at } of demand.populations.toSorted((a, b) => b.figure.likely - a.figure.likely)) {
    const known = terms.get(noun);
    terms.set(
      noun,
      known ? { ...known, mentions: known.mentions + 1 } : { name: noun, mentions: 1, population: figure.id, ...(at && { at }) },
    );
  }
  return [...terms.values()];
}

const tooMany = (mentions: readonly Mention[]): Diagnostic[] =>
  mentions.length <= MOST_MENTIONS
    ? []
    : [
        {
          code: 'brief/too-many-quantities',
          severity: 'warning',
          message: `The brief holds ${mentions.length} quantities; the first ${MOST_MENTIONS} were used.`,
          hint: 'Leave tables of data out of the brief.',
        },
      ];
