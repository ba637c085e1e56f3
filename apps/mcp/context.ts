import type { Host, TimeLimits } from './host.ts';
import type { DesignStore } from './store/design-store.ts';
import type { Pool } from './work/pool.ts';

/** What every server instance of one process shares: over HTTP there may be one instance for each request. */
export interface Context {
  readonly host: Host;
  readonly pool: Pool;
  readonly store: DesignStore;
  readonly timeLimits: TimeLimits;
}
