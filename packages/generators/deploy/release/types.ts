/** How one platform takes a new image. The functions are Bash; `$1` is the unit, `$2` the share of traffic in percent. */
export interface ReleaseCommands {
  /** Programs that must be there. */
  readonly tools: readonly string[];
  /** Variables that must be set besides IMAGE and DIGEST. */
  readonly variables: readonly string[];
  /** Shares of traffic, ascending to 100; one step where the platform moves instances instead of traffic. */
  readonly steps: readonly number[];
  /** Functions of its own. */
  readonly helpers?: readonly string[];
  /** Applies the expand migrations of the new image, before anything else of it runs; `$1` is a unit that reaches the store. */
  readonly migrate?: readonly string[];
  /** Prints what runs now, so that it can be restored. */
  readonly current: readonly string[];
  /** Starts the new version without traffic where the platform can, and waits until it is ready. */
  readonly prepare: readonly string[];
  readonly shift: readonly string[];
  /** `$2` is what `current` printed. */
  readonly restore: readonly string[];
  readonly note: string;
}

/** A function that has nothing to do. */
export const NOTHING = [':'];
