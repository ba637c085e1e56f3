import { createHash } from 'node:crypto';
import type { Answer, Design } from '@archwright/model';

export interface StoredDesign {
  readonly id: string;
  readonly answer: Answer;
  readonly bytes: number;
}

/** The designs of this process, the most recently used ones: a client reads their files, asks why, compares. */
export interface DesignStore {
  put(answer: Answer): StoredDesign;
  get(id: string): StoredDesign | undefined;
  /** Most recently used last. */
  list(): readonly StoredDesign[];
}

export interface StoreLimits {
  readonly designs: number;
  readonly bytes: number;
}
const LIMITS: StoreLimits = { designs: 24, bytes: 96 * 1024 * 1024 };

export function createDesignStore(limits: StoreLimits = LIMITS): DesignStore {
  const kept = new Map<string, StoredDesign>();
  const trim = (): void => {
    let bytes = [...kept.values()].reduce((sum, one) => sum + one.bytes, 0);
    for (const [id, one] of kept) {
      // The newest stays even when it is larger than the whole budget: its caller is about to read it.
      if ((kept.size <= limits.designs && bytes <= limits.bytes) || kept.size === 1) return;
      kept.delete(id);
      bytes -= one.bytes;
    }
  };
  const touch = (one: StoredDesign): StoredDesign => {
    kept.delete(one.id);
    kept.set(one.id, one);
    return one;
  };
  return {
    put(answer) {
      const stored = touch({ id: designId(answer.design), answer, bytes: bytesOf(answer) });
      trim();
      return stored;
    },
    get(id) {
      const found = kept.get(id);
      return found && touch(found);
    },
    list: () => [...kept.values()],
  };
}

/** The same request designed on the same day has the same id, whatever its look-ups said. */
function designId({ brief, requirements, decisions, date, seed, catalogueAsOf }: Design): string {
  const chosen = decisions.map(({ id, chosen }) => [id, chosen]);
  const asked = requirements.map(({ id, statement, origin }) => [id, statement, origin]);
  return createHash('sha256')
    .update(JSON.stringify([brief, asked, chosen, date, seed, catalogueAsOf]))
    .digest('hex')
    .slice(0, 12);
}

const bytesOf = ({ artefacts, response }: Answer): number =>
  artefacts.reduce((sum, { content }) => sum + content.length, response.length);
