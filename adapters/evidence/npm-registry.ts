import { createHash } from 'node:crypto';
import type { Evidence, Technology } from '@archwright/model';
import type { EvidenceSource, Observation } from './observation.ts';

/** A document larger than this is not a package's metadata. */
const LARGEST_BYTES = 32 * 1024 * 1024;

export interface NpmRegistryOptions {
  /** Base URL without a trailing slash. */
  readonly registry: string;
  readonly timeoutMs: number;
}

interface Packument {
  readonly 'dist-tags'?: Readonly<Record<string, string>>;
  readonly versions?: Readonly<Record<string, { readonly deprecated?: string | boolean }>>;
  readonly time?: Readonly<Record<string, string>>;
}

/**
 * The npm registry: existence, current version, deprecation. A missing `deprecated` field is not "maintained", and `time` is not
 * used to rank versions: mirrors re-date old releases.
 */
export function npmRegistry({ registry, timeoutMs }: NpmRegistryOptions): EvidenceSource {
  return {
    id: 'npm',
    covers: ({ identifiers }) => identifiers.npm !== undefined,
    observe: async (technology, now) => {
      const name = technology.identifiers.npm!;
      const locator = `${registry}/${name.replace('/', '%2f')}`;
      try {
        const response = await fetch(locator, {
          headers: { accept: 'application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8' },
          signal: AbortSignal.timeout(timeoutMs),
        });
        if (!response.ok) return noAnswer(`answered ${response.status} for ${name}`);
        const body = await response.text();
        if (body.length > LARGEST_BYTES) return noAnswer(`answer for ${name} is larger than ${LARGEST_BYTES} bytes`);
        return read(JSON.parse(body) as Packument, body, technology, locator, now);
      } catch (error) {
        return noAnswer(`no answer for ${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
  };
}

const noAnswer = (reason: string): Observation => ({ kind: 'no-answer', source: 'npm registry', reason });

function read(document: Packument, body: string, technology: Technology, locator: string, now: Date): Observation {
  const version = document['dist-tags']?.['latest'];
  const known = version === undefined ? undefined : document.versions?.[version];
  if (version === undefined || !known) return noAnswer(`the document of ${technology.identifiers.npm} names no current version`);
  const base = {
    subject: technology.id,
    source: 'npm registry',
    locator,
    retrievedAt: now.toISOString(),
    digest: `sha256:${createHash('sha256').update(body).digest('hex')}`,
    origin: 'live' as const,
  };
  const evidence: Evidence[] = [{ ...base, claim: 'version', value: version }];
  if (known.deprecated) evidence.push({ ...base, claim: 'deprecated', value: String(known.deprecated) });
  return { kind: 'observed', evidence };
}
