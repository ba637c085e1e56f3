import { highest, orderOf } from '@archwright/engine';
import { failure, type Outcome } from '../outcome.ts';
import { look } from '../session.ts';
import { isPackageName, packageUrl } from '../subject.ts';
import { observed, silent, type Verifier } from '../verifier.ts';

const DAY_MS = 86_400_000;
const MOST_VERSIONS = 5_000;
const verifier = { id: 'maven', name: 'Maven Central', phase: 'versions' as const };

interface Metadata {
  readonly versions: readonly string[];
  readonly release?: string;
  readonly updated?: string;
}

/**
 * Maven Central: every version of an artefact from its `maven-metadata.xml`. `latest` there may be a snapshot, so the highest stable
 * version is taken.
 *
 * @source https://maven.apache.org/repositories/metadata.html
 */
export const mavenCentral = ({ base }: { readonly base: string }): Verifier => ({
  ...verifier,
  supports: ({ packages }) => packages.some(({ ecosystem }) => ecosystem === 'maven'),
  async verify(subject, session) {
    const outcomes: Outcome[] = [];
    for (const one of subject.packages.filter(({ ecosystem }) => ecosystem === 'maven')) {
      if (!isPackageName('maven', one.name)) {
        outcomes.push(...silent(verifier, failure('unsupported', `${one.name.slice(0, 60)} is no coordinate`)));
        continue;
      }
      const [group = '', artifact = ''] = one.name.split(':');
      const found = await look(session, {
        source: 'maven',
        freshMs: DAY_MS,
        request: { url: `${base}/${group.replaceAll('.', '/')}/${artifact}/maven-metadata.xml`, largestBytes: 4 * 1024 * 1024 },
        read: readMetadata,
      });
      if (found.kind !== 'found') {
        outcomes.push(...silent(verifier, found));
        continue;
      }
      const { versions, updated } = found.value;
      const about = packageUrl(one);
      const current = highest(versions, orderOf('maven'));
      const dated = updated === undefined ? {} : { sourceAsOf: updated };
      outcomes.push(
        ...observed(verifier, 'B', subject, found, [
          ...(current === undefined ? [] : [{ claim: 'version' as const, value: current, about, ...dated }]),
          ...(one.version !== undefined && versions.includes(one.version)
            ? [{ claim: 'exists' as const, value: one.version, about, ...dated }]
            : []),
        ]),
      );
    }
    return outcomes;
  },
});

function readMetadata(body: string): Metadata | undefined {
  if (!/<metadata\b/.test(body) || /<!(?:DOCTYPE|ENTITY)/i.test(body)) return undefined;
  const versions = [...body.matchAll(/<version>([\w.+-]{1,120})<\/version>/g)]
    .map(([, version]) => version!)
    .slice(-MOST_VERSIONS);
  const release = /<release>([\w.+-]{1,120})<\/release>/.exec(body)?.[1];
  const [, year, month, day] = /<lastUpdated>(\d{4})(\d{2})(\d{2})\d{6}<\/lastUpdated>/.exec(body) ?? [];
  if (versions.length === 0) return undefined;
  return {
    versions,
    ...(release !== undefined && { release }),
    ...(year !== undefined && { updated: `${year}-${month}-${day}` }),
  };
}
