import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceSource, Observation } from './observation.ts';

const DAY_MS = 86_400_000;

/** Remembers a source's observations for a day in a folder; a broken or unwritable cache is no cache. */
export function cached(source: EvidenceSource, folder: string, maxAgeMs = DAY_MS): EvidenceSource {
  const fileOf = (key: string) =>
    join(folder, `${createHash('sha256').update(`${source.id}:${key}`).digest('hex').slice(0, 32)}.json`);
  return {
    ...source,
    observe: async (technology, now) => {
      const file = fileOf(JSON.stringify([technology.id, technology.identifiers]));
      const kept = await readKept(file, now, maxAgeMs);
      if (kept) return kept;
      const observation = await source.observe(technology, now);
      if (observation.kind === 'observed') await keep(file, folder, observation);
      return observation;
    },
  };
}

async function readKept(file: string, now: Date, maxAgeMs: number): Promise<Observation | undefined> {
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as Extract<Observation, { kind: 'observed' }>;
    const age = now.getTime() - Date.parse(kept.evidence[0]?.retrievedAt ?? '');
    if (!(age >= 0 && age < maxAgeMs)) return undefined;
    return { kind: 'observed', evidence: kept.evidence.map((one) => ({ ...one, origin: 'cache' as const })) };
  } catch {
    return undefined;
  }
}

async function keep(file: string, folder: string, observation: Observation): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const temporary = `${file}.${process.pid}`;
    await writeFile(temporary, JSON.stringify(observation));
    await rename(temporary, file);
  } catch {
    // The next run asks again.
  }
}
