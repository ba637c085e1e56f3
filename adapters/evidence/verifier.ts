import type { Claim, Evidence, Tier } from '@archwright/model';
import { observe, plain } from './observation.ts';
import { type Failure, failed, type Outcome } from './outcome.ts';
import type { Found, Session } from './session.ts';
import type { Subject } from './subject.ts';

/** A source of observations. What it cannot answer is an outcome too; it never throws. */
export interface Verifier {
  readonly id: string;
  /** As the reader sees it: `npm registry`. */
  readonly name: string;
  /** `versions` are asked first; `details` about the versions those found. */
  readonly phase: 'versions' | 'details';
  /** Whether the source could know this subject at all. */
  supports(subject: Subject): boolean;
  verify(subject: Subject, session: Session): Promise<readonly Outcome[]>;
  /** Ends what the source keeps running. */
  close?(): Promise<void>;
}

/** What can be asked of a source here: mirrors and proxies leave things out, and what is left out proves nothing. */
export interface Capability {
  readonly what: string;
  readonly isProven: boolean;
  readonly reason: string;
}

export interface Said {
  readonly claim: Claim;
  readonly value: string;
  readonly about?: string;
  readonly version?: string;
  readonly sourceAsOf?: string;
}

const LONGEST_VALUE = 400;

/** What a found answer says, as observations of one source. */
export function observed(
  { name }: Pick<Verifier, 'name'>,
  tier: Tier,
  subject: Subject,
  found: Found<unknown>,
  said: readonly Said[],
): readonly Outcome[] {
  const { locator, digest, retrievedAt, origin, etag } = found;
  const observations = said.map(({ value, ...one }): Evidence =>
    observe({
      subject: subject.id,
      ...one,
      value: plain(value, LONGEST_VALUE),
      source: name,
      locator,
      retrievedAt,
      digest,
      tier,
      origin,
      ...(etag !== undefined && { etag }),
    }),
  );
  return [{ kind: 'observed', source: name, observations }, ...(found.instead ? [failed(name, found.instead)] : [])];
}

export const silent = ({ name }: Pick<Verifier, 'name'>, failure: Failure): readonly Outcome[] => [failed(name, failure)];
