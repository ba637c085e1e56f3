/** Ends and hand-overs of packages that no registry shows, each with who said so. */
export interface LifecycleEntry {
  /** Package URLs without version. */
  readonly packages: readonly string[];
  /** In a few words, for a reader. */
  readonly what: string;
  /** ISO date, as exact as the source is. */
  readonly since: string;
  readonly replacement?: string;
  /** Only versions below this are meant. */
  readonly below?: string;
  readonly source: { readonly title: string; readonly url: string; readonly readOn: string };
}

export const LIFECYCLE: readonly LifecycleEntry[] = [
  {
    packages: [
      'pkg:npm/lucia',
      'pkg:npm/%40lucia-auth/adapter-prisma',
      'pkg:npm/%40lucia-auth/adapter-drizzle',
      'pkg:npm/%40lucia-auth/adapter-postgresql',
    ],
    what: 'ended in March 2025, no fixes any more; the registry shows no notice (issue 1787 asked for one)',
    since: '2025-03',
    replacement: 'better-auth, or sessions of your own as the project teaches them',
    source: {
      title: 'lucia-auth/lucia discussion 1714 and README at e1ef2bc6',
      url: 'https://github.com/lucia-auth/lucia/discussions/1714',
      readOn: '2026-08-08',
    },
  },
  {
    packages: ['pkg:npm/next-auth', 'pkg:npm/%40auth/core', 'pkg:npm/%40auth/express'],
    what: 'handed over to the Better Auth team: security and urgent fixes only, new projects are pointed to Better Auth',
    since: '2025-09-22',
    replacement: 'better-auth',
    source: {
      title: 'Auth.js joins Better Auth, quoted in notum-cz/strapi-next-monorepo-starter issue 35',
      url: 'https://www.better-auth.com/blog/authjs-joins-better-auth',
      readOn: '2026-08-16',
    },
  },
  {
    packages: ['pkg:npm/kafkajs'],
    what: 'unmaintained: no release since 2.2.4',
    since: '2023-02-27',
    replacement: '@confluentinc/kafka-javascript',
    source: {
      title: 'tulios/kafkajs, tag v2.2.4 and commit history',
      url: 'https://github.com/tulios/kafkajs',
      readOn: '2026-11-22',
    },
  },
  {
    packages: ['pkg:npm/bull'],
    what: 'superseded by BullMQ, bug fixes only',
    since: '2026-09-28',
    replacement: 'bullmq',
    source: { title: 'OptimalBits/bull README', url: 'https://github.com/OptimalBits/bull', readOn: '2026-11-22' },
  },
  {
    packages: ['pkg:npm/nats'],
    what: 'version 2 replaced by the @nats-io packages',
    since: '2025-01-01',
    replacement: '@nats-io/transport-node',
    source: { title: 'nats-io/nats.js README', url: 'https://github.com/nats-io/nats.js', readOn: '2026-11-22' },
  },
  {
    packages: ['pkg:npm/zod'],
    below: '4.0.0',
    what: 'the API of version 3 is superseded by version 4',
    since: '2025-07-01',
    replacement: 'zod 4',
    source: { title: 'npm, zod 4.x line', url: 'https://zod.dev/v4/changelog', readOn: '2026-11-22' },
  },
];
