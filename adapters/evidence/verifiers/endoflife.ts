import type { Cycle } from '../cycles.ts';
import { cycleOf, recommendedCycle, saidOfCycle } from '../cycles.ts';
import { failure } from '../outcome.ts';
import { asArray, asObject, asText, jsonObject, look } from '../session.ts';
import { observed, silent, type Verifier } from '../verifier.ts';

const DAY_MS = 86_400_000;
const verifier = { id: 'endoflife', name: 'endoflife.date', phase: 'versions' as const };

interface Product {
  readonly cycles: readonly Cycle[];
  readonly modified?: string;
}

/**
 * Release lines with their ends of support. Whether a line has ended is computed from its dates on the day of the look-up: the flags of
 * the source were computed when its site was built. The first line listed is the newest, not the one to recommend.
 *
 * @source https://endoflife.date/docs/api/v1/
 */
export const endOfLife = ({ base }: { readonly base: string }): Verifier => ({
  ...verifier,
  supports: ({ lines }) => lines !== undefined,
  async verify(subject, session) {
    const { product, version } = subject.lines!;
    if (!/^[a-z0-9][a-z0-9.-]{0,80}$/.test(product)) return silent(verifier, failure('unsupported', 'no product id'));
    const found = await look(session, {
      source: 'endoflife',
      freshMs: DAY_MS,
      request: {
        url: `${base}/api/v1/products/${product}`,
        headers: { accept: 'application/json' },
        largestBytes: 4 * 1024 * 1024,
      },
      read: readProduct,
    });
    if (found.kind !== 'found') return silent(verifier, found);
    const { cycles, modified } = found.value;
    const today = session.now.toISOString().slice(0, 10);
    const dated = modified === undefined ? {} : { sourceAsOf: modified };
    const recommended = recommendedCycle(cycles, today);
    const used = version === undefined ? undefined : cycleOf(cycles, version);
    const said = saidOfCycle({
      product,
      cycles,
      recommended,
      today,
      ...(version !== undefined && { version }),
      ...(used && { used }),
    });
    return observed(
      verifier,
      'C',
      subject,
      found,
      said.map((one) => ({ ...one, ...dated })),
    );
  },
});

function readProduct(body: string): Product | undefined {
  const document = jsonObject(body);
  const cycles = asArray(asObject(document?.['result'])['releases']).flatMap((one) => readCycle(asObject(one)));
  const modified = asText(document?.['last_modified']) ?? asText(document?.['generated_at']);
  return cycles.length === 0 ? undefined : { cycles, ...(modified !== undefined && { modified }) };
}

function readCycle(release: Readonly<Record<string, unknown>>): readonly Cycle[] {
  const [name, released] = [asText(release['name']), asText(release['releaseDate'])];
  const latest = asObject(release['latest']);
  const [version, date] = [asText(latest['name']), asText(latest['date'])];
  if (name === undefined || released === undefined) return [];
  const end = asText(release['eolFrom']) ?? release['isEol'] === true;
  const lts = asText(release['ltsFrom']) ?? release['isLts'] === true;
  return [{ cycle: name, released, latest: version ?? null, ...(date !== undefined && { latestReleased: date }), eol: end, lts }];
}
