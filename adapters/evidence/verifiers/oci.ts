import { highest, orderOf } from '@archwright/engine/evidence/version-order/index';
import { type Failure, failure } from '../outcome.ts';
import { asArray, asText, type Found, jsonObject, look, type Session } from '../session.ts';
import { sha256 } from '../observation.ts';
import { failureOf, type Reply } from '../transport/transport.ts';
import { observed, silent, type Verifier } from '../verifier.ts';

const DAY_MS = 86_400_000;
const PAGE = 1_000;
const MOST_PAGES = 5;
const NAME = /^[a-z0-9]+(?:[._/-]{1,2}[a-z0-9]+){0,10}$/;
const TAG = /^\d{1,6}(?:\.\d{1,6}){1,3}$/;
const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

export interface ContainerRegistryOptions {
  /** Base URL of the registry: `https://registry-1.docker.io`. */
  readonly base: string;
  /** Where its tokens come from: the realm it names must lie below this. */
  readonly tokens: string;
}

/**
 * Tags of images in a container registry. In the first round the highest version among the tags, where nothing better knows the
 * product; in the second, whether the version named exists as a tag, with its digest, since tags are mutable.
 *
 * @source https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 */
export function containerRegistry(options: ContainerRegistryOptions): readonly [Verifier, Verifier] {
  const name = 'container registry';
  const tags = { id: 'oci', name, phase: 'versions' as const };
  const digests = { id: 'oci-digest', name, phase: 'details' as const };
  return [
    {
      ...tags,
      supports: ({ image, lines, github }) => image !== undefined && lines === undefined && github === undefined,
      async verify(subject, session) {
        const image = subject.image!;
        if (!NAME.test(image)) return silent(tags, failure('unsupported', 'no image name'));
        const found = await listTags(options, image, session);
        if (found.kind !== 'found') return silent(tags, found);
        const { names, isWhole } = found.value;
        const top = highest(
          names.filter((one) => TAG.test(one)),
          orderOf('docker'),
        );
        if (top === undefined) return silent(tags, failure('unsupported', 'no tag of it is a version'));
        // A list that was cut short proves what is in it, not that nothing is above.
        return observed(tags, 'B', subject, found, [
          { claim: isWhole ? 'version' : 'exists', value: top, about: `pkg:docker/${image}` },
        ]);
      },
    },
    {
      ...digests,
      supports: ({ image, named }) => image !== undefined && named !== undefined && TAG.test(named),
      async verify(subject, session) {
        const [image, tag] = [subject.image!, subject.named!];
        if (!NAME.test(image)) return silent(digests, failure('unsupported', 'no image name'));
        const found = await look(session, {
          source: 'oci-digest',
          freshMs: DAY_MS,
          request: {
            url: `${options.base}/v2/${image}/manifests/${tag}`,
            method: 'HEAD',
            headers: { accept: MANIFESTS },
          },
          signIn: () => token(options, image, session),
          read: (_, { headers }) => /^sha256:[0-9a-f]{64}$/.exec(headers.get('docker-content-digest') ?? '')?.[0],
        });
        if (found.kind !== 'found') return silent(digests, found);
        return observed(digests, 'B', subject, { ...found, digest: found.value }, [
          { claim: 'exists', value: tag, about: `pkg:docker/${image}` },
        ]);
      },
    },
  ];
}

interface Tags {
  readonly names: readonly string[];
  readonly isWhole: boolean;
}

/** Pages of tags; they are kept as one answer. */
async function listTags(options: ContainerRegistryOptions, image: string, session: Session): Promise<Found<Tags> | Failure> {
  const first = `${options.base}/v2/${image}/tags/list?n=${PAGE}`;
  const names: string[] = [];
  let url: string | undefined = first;
  let last: Found<{ readonly tags: readonly string[]; readonly next: string | null }> | undefined;
  for (let page = 0; url !== undefined && page < MOST_PAGES; page++) {
    const found: Found<{ readonly tags: readonly string[]; readonly next: string | null }> | Failure = await look(session, {
      source: 'oci',
      freshMs: DAY_MS,
      request: { url },
      signIn: () => token(options, image, session),
      read: (body, reply) => readPage(body, reply, options.base),
    });
    if (found.kind !== 'found') return found;
    names.push(...found.value.tags);
    last = found;
    url = found.value.next ?? undefined;
  }
  return { ...last!, value: { names, isWhole: url === undefined }, locator: first, digest: sha256(names.join('\n')) };
}

function readPage(
  body: string,
  { headers }: Reply,
  base: string,
): { readonly tags: readonly string[]; readonly next: string | null } | undefined {
  const document = jsonObject(body);
  if (!Array.isArray(document?.['tags'])) return undefined;
  const link = /<([^>]{1,500})>[ \t]*;[ \t]*rel="?next"?/.exec(headers.get('link') ?? '')?.[1];
  const next = link === undefined ? undefined : new URL(link, base);
  return {
    tags: asArray(document['tags']).flatMap((one) => asText(one) ?? []),
    next: next?.origin === new URL(base).origin ? next.href : null,
  };
}

/**
 * Token for an anonymous pull, where the registry asks for one. The realm comes from the registry's answer, so it is believed only where
 * it is the place configured for tokens. Nothing of this is kept between runs: it is asked for only when a tag has to be looked up.
 */
async function token(
  { base, tokens }: ContainerRegistryOptions,
  image: string,
  { transport }: Session,
): Promise<Readonly<Record<string, string>>> {
  const greeting = await transport?.ask({ url: `${base}/v2/`, largestBytes: 64 * 1024 });
  if (!transport || !greeting || !('status' in greeting) || greeting.status !== 401) return {};
  const challenge = greeting.headers.get('www-authenticate') ?? '';
  const field = (key: string): string | undefined => new RegExp(`\\b${key}="([^"]{1,300})"`).exec(challenge)?.[1];
  const realm = field('realm');
  if (realm === undefined || !URL.canParse(realm) || !realm.startsWith(tokens)) return {};
  const query = new URLSearchParams({
    scope: `repository:${image}:pull`,
    ...(field('service') && { service: field('service')! }),
  });
  const answer = await transport.ask({ url: `${realm}?${query}`, largestBytes: 256 * 1024 });
  if (!('status' in answer) || failureOf(answer, 0)) return {};
  try {
    const document = jsonObject(answer.body);
    const found = asText(document?.['token']) ?? asText(document?.['access_token']);
    return found === undefined ? {} : { authorization: `Bearer ${found}` };
  } catch {
    return {};
  }
}
