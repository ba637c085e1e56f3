import type { Design, Operation } from '@archwright/model';
import type { Shape } from './entity-schemas.ts';
import type { SchemeKind } from './security.ts';
import type { Transport } from './stream.ts';

/** What the parts of one document share. */
export interface Context {
  readonly design: Design;
  readonly scheme: SchemeKind;
  readonly transport: Transport;
  /** Entity id → schema name and shape of what callers read. */
  readonly read: ReadonlyMap<string, { readonly name: string; readonly shape: Shape }>;
  readonly ids: ReadonlyMap<Operation, string>;
  readonly paths: ReadonlyMap<Operation, string>;
  /** The operation reads or changes one thing that can be read and changed on the same path. */
  readonly isTagged: (operation: Operation) => boolean;
}
