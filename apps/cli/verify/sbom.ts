import { createHash } from 'node:crypto';
import { packageUrl } from '@archwright/evidence';
import type { Asked } from './look-ups.ts';
import type { Row } from './rows.ts';

export interface SbomInput {
  readonly subject: string;
  readonly rows: readonly { readonly asked: Asked; readonly row: Row }[];
  /** ISO time. */
  readonly now: Date;
  readonly toolVersion: string;
}

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info', 'none'];

/**
 * A software bill of materials: every package and runtime with its package URL, and the known vulnerabilities of each. The serial
 * number is that of its content, so the same input gives the same bytes.
 *
 * @source https://cyclonedx.org/docs/1.6/json/
 */
export function cycloneDx({ subject, rows, now, toolVersion }: SbomInput): object {
  const components = [...new Map(rows.map((one) => [refOf(one), componentOf(one)])).values()];
  const vulnerabilities = rows.flatMap(vulnerabilitiesOf);
  const body = {
    metadata: {
      timestamp: now.toISOString(),
      tools: { components: [{ type: 'application', name: 'archwright', version: toolVersion }] },
      component: { type: 'application', 'bom-ref': 'subject', name: subject },
    },
    components,
    dependencies: [
      { ref: 'subject', dependsOn: [...new Set(rows.filter(({ asked }) => asked.scope !== 'transitive').map(refOf))] },
    ],
    vulnerabilities: [...new Map(vulnerabilities.map((one) => [one['bom-ref'], one])).values()],
  };
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serial(body),
    version: 1,
    ...body,
  };
}

/** A version-8 UUID of the content. */
function serial(body: object): string {
  const hex = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

type Entry = SbomInput['rows'][number];

const refOf = ({ asked, row }: Entry): string =>
  asked.used
    ? packageUrl(asked.used, row.version)
    : `pkg:generic/${encodeURIComponent(asked.lookUp.judged.id)}${row.version === undefined ? '' : `@${encodeURIComponent(row.version)}`}`;

function componentOf(entry: Entry): object {
  const { asked, row } = entry;
  const { used } = asked;
  const [group, name] = used?.name.startsWith('@')
    ? used.name.split('/')
    : used?.ecosystem === 'maven'
      ? used.name.split(':')
      : [undefined, used?.name ?? row.name];
  const sha512 = /^sha512-([A-Za-z0-9+/=]{80,100})$/.exec(used?.integrity ?? '')?.[1];
  const properties = [
    { name: 'archwright:evidence', value: row.status },
    { name: 'archwright:reason', value: row.reason },
    ...(row.endOfLife === undefined ? [] : [{ name: 'archwright:endOfLife', value: row.endOfLife }]),
    ...(row.deprecated === undefined ? [] : [{ name: 'archwright:deprecated', value: row.deprecated }]),
  ];
  return {
    type: asked.scope === 'runtime' ? 'platform' : used ? 'library' : 'application',
    'bom-ref': refOf(entry),
    ...(group !== undefined && { group }),
    name,
    ...(row.version !== undefined && { version: row.version }),
    scope: asked.scope === 'development' ? 'excluded' : 'required',
    ...(sha512 !== undefined && { hashes: [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }] }),
    purl: refOf(entry),
    properties,
  };
}

function vulnerabilitiesOf(entry: Entry): readonly { readonly 'bom-ref': string }[] {
  return entry.row.finding.evidence
    .filter(({ claim, version }) => claim === 'advisory' && version === entry.row.version)
    .map(({ value, source, locator }) => {
      const [, id = value, title = ''] = /^([^:]{3,80}): (.*)$/s.exec(value) ?? [];
      const word = /\((\w+)\)$/.exec(title)?.[1]?.replace('moderate', 'medium');
      return {
        'bom-ref': `${id}/${refOf(entry)}`,
        id,
        source: { name: source, url: locator },
        ...(word !== undefined && SEVERITIES.includes(word) && { ratings: [{ severity: word, method: 'other' }] }),
        description: title,
        affects: [{ ref: refOf(entry) }],
      };
    });
}
