import type { Capability } from './capability.ts';
import type { DecisionPointId } from './catalogue.ts';
import type { Demand } from './demand.ts';

/** A hard limit on the whole design that was stated, answered or ruled; assumed ones are reported, never enforced. */
export interface Constraints {
  /** USD/month. */
  readonly budget?: number;
  /** Hours a month the team can give to operation. */
  readonly runHours?: number;
  /** Hours of building until the first release. */
  readonly buildHours?: number;
  /** 0-1. */
  readonly availability?: number;
  /** p99 of the strictest synchronous operation, s. */
  readonly latency?: number;
  /** Acknowledged data that the loss of a server or its zone may cost, s. */
  readonly rpo?: number;
  /** Time after such a loss until everything serves again, s. */
  readonly rto?: number;
  /** Words no chosen option may match: option ids, technology ids, tags, kinds. */
  readonly prohibited: readonly Prohibition[];
  /** Decision points settled by the user or the repository. */
  readonly pinned: readonly Pin[];
}
export interface Prohibition {
  readonly word: string;
  /** Requirement that says so. */
  readonly requirement: string;
}
export interface Pin {
  readonly decision: DecisionPointId;
  /** Options that fulfil it: any of these ids. */
  readonly options: readonly string[];
  readonly requirement: string;
}

/** What `decide` is asked: the demand as numbers, the capabilities asked for, and the limits. */
export interface Problem {
  readonly demand: Demand;
  /** Capabilities the chosen option of a point must provide. */
  readonly needs: Partial<Record<DecisionPointId, readonly Capability[]>>;
  /** Capabilities that some chosen option must provide, wherever. */
  readonly anywhere: readonly Capability[];
  /** Points the workload does not have: their `none` option is taken without being weighed. */
  readonly absent: readonly DecisionPointId[];
  readonly constraints: Constraints;
  /** A running design: what it has is built already, and leaving it costs the hours given. */
  readonly incumbent?: {
    readonly options: Readonly<Partial<Record<DecisionPointId, string>>>;
    readonly switching: Readonly<Partial<Record<DecisionPointId, number>>>;
  };
}
