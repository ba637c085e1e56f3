import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { Endpoints } from '../open-evidence.ts';
import type { Cycle } from '../cycles.ts';
import { answer } from './answers.ts';
import type { Handler } from './misbehaviour.ts';

export interface NpmPackage {
  readonly latest: string;
  readonly versions: Readonly<Record<string, { readonly deprecated?: string; readonly engines?: { readonly node: string } }>>;
}
export interface PlantedAdvisory {
  readonly id: string;
  readonly ecosystem: string;
  readonly name: string;
  readonly summary: string;
  readonly severity: string;
  readonly fixed: string;
  readonly withdrawn?: string;
}
export interface DocumentedLibrary {
  readonly id: string;
  readonly title: string;
  readonly state?: string;
  readonly updated?: string;
  readonly trust?: number;
  /** Instead of a document about itself. */
  readonly text?: string;
}

/** What the services of this world know. */
export interface Knowledge {
  npm: Record<string, NpmPackage>;
  pypi: Record<string, { readonly version: string; readonly yanked?: string; readonly requiresPython?: string }>;
  go: Record<string, { readonly version: string; readonly manifest?: string }>;
  maven: Record<string, { readonly versions: readonly string[]; readonly updated?: string }>;
  images: Record<string, readonly string[]>;
  github: Record<string, { readonly tag: string; readonly published: string; readonly prerelease?: boolean }>;
  products: Record<string, readonly Cycle[]>;
  advisories: PlantedAdvisory[];
  libraries: DocumentedLibrary[];
  /** `npm:name@version` that deps.dev calls deprecated. */
  deprecatedBySecondOpinion: Record<string, string>;
  /** Mirrors leave deprecations out, and answer 405 to advisories. */
  isMirror: boolean;
  /** Dumps of advisories by ecosystem: a zip each. */
  dumps: Record<string, Buffer>;
}

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** The services that evidence comes from, on one random port of this machine, speaking their documented contracts. */
export class FixtureWorld {
  readonly knows: Knowledge;
  readonly seen: Seen[] = [];
  readonly #server: Server;
  #misbehaving: { readonly matches: (path: string) => boolean; readonly handler: Handler }[] = [];

  private constructor(knows: Knowledge) {
    this.knows = knows;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(knows: Partial<Knowledge> = {}): Promise<FixtureWorld> {
    const world = new FixtureWorld({ ...emptyKnowledge(), ...knows });
    await new Promise<void>((resolve) => {
      world.#server.listen(0, '127.0.0.1', resolve);
    });
    return world;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  endpoints(): Endpoints {
    const at = (path: string): string => `${this.url}/${path}`;
    return {
      npm: at('npm'),
      pypi: at('pypi'),
      go: at('goproxy'),
      maven: at('maven2'),
      oci: at('oci'),
      ociTokens: at('oci-tokens/'),
      github: at('github'),
      endoflife: at('endoflife'),
      osv: at('osv'),
      osvDumps: at('dumps'),
      depsDev: at('depsdev'),
      context7Api: at('context7/api'),
      context7Mcp: 'off',
    };
  }

  /** From now on, whatever is asked below such a path goes wrong in this way. */
  misbehave(matches: (path: string) => boolean, handler: Handler): void {
    this.#misbehaving.push({ matches, handler });
  }
  behave(): void {
    this.#misbehaving = [];
    this.seen.length = 0;
  }

  /** Requests below a path. */
  asked(prefix: string): readonly Seen[] {
    return this.seen.filter(({ path }) => path.startsWith(prefix));
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    try {
      const body = await bodyOf(request);
      this.seen.push({ method: request.method ?? 'GET', path, headers: request.headers, body });
      const wrong = this.#misbehaving.find(({ matches }) => matches(path.replace(/^\/moved/, '')));
      if (wrong) wrong.handler(request, response);
      else answer(this.knows, { method: request.method ?? 'GET', path, headers: request.headers, body }, response, this.url);
    } catch {
      response.destroy();
    }
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = Buffer.concat(parts);
  return (request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString('utf8');
}

const emptyKnowledge = (): Knowledge => ({
  npm: {
    request: { latest: '2.88.2', versions: { '2.88.2': { deprecated: 'request has been deprecated, see issue 3142' } } },
  },
  pypi: {},
  go: {},
  maven: {},
  images: {},
  github: {},
  products: {},
  advisories: [
    {
      id: 'GHSA-35jh-r3h4-6jhm',
      ecosystem: 'npm',
      name: 'lodash',
      summary: 'Command injection in lodash',
      severity: 'HIGH',
      fixed: '4.17.21',
    },
  ],
  libraries: [],
  deprecatedBySecondOpinion: {},
  isMirror: false,
  dumps: {},
});
