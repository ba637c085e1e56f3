/** Ends and hand-overs of packages that no registry shows, each with who said so. */
export interface LifecycleEntry {
  /** Package URLs without version. */
  readonly packages: readonly string[];
  /** In a few words, for a reader. */
  readonly what: string;
  /** ISO date, as exact as the source is; absent where it names none. */
  readonly since?: string;
  readonly replacement?: string;
  /** Only versions below this are meant. */
  readonly below?: string;
  /** What was read, and on which day; a page that was only seen quoted is named as quoted. */
  readonly source: { readonly title: string; readonly url: string; readonly readOn: string };
}

export const LIFECYCLE: readonly LifecycleEntry[] = [
  {
    packages: ['pkg:npm/lucia'],
    what: 'ended in March 2025, no fixes any more; the registry shows no notice (issue 1787 asked for one)',
    since: '2025-03',
    replacement: 'better-auth, or sessions of your own as the project teaches them',
    source: {
      title: 'lucia-auth/lucia README at e1ef2bc6; discussion 1714, quoted in issue 1787',
      url: 'https://github.com/lucia-auth/lucia/discussions/1714',
      readOn: '2026-08-08',
    },
  },
  {
    packages: ['pkg:npm/next-auth', 'pkg:npm/%40auth/core'],
    what: 'handed over to the Better Auth team: security and urgent fixes only, new projects are pointed to Better Auth',
    since: '2025-09-22',
    replacement: 'better-auth',
    source: {
      title: '“Auth.js joins Better Auth”, quoted in notum-cz/strapi-next-monorepo-starter issue 35',
      url: 'https://github.com/notum-cz/strapi-next-monorepo-starter/issues/35',
      readOn: '2026-11-30',
    },
  },
  {
    packages: ['pkg:npm/kafkajs'],
    what: 'looking for maintainers, no release since 2.2.4',
    since: '2023-02-27',
    replacement: '@confluentinc/kafka-javascript',
    source: {
      title: 'tulios/kafkajs issue 1603, open and labelled maintainer-wanted; date of the tag v2.2.4',
      url: 'https://github.com/tulios/kafkajs/issues/1603',
      readOn: '2026-11-30',
    },
  },
  {
    packages: ['pkg:npm/bull'],
    what: 'in maintenance mode: bug fixes only, new features go to BullMQ',
    replacement: 'bullmq',
    source: {
      title: 'maintainer of OptimalBits/bull in pull request 2768; README quoted in nestjs/docs.nestjs.com issue 2798',
      url: 'https://github.com/OptimalBits/bull/pull/2768',
      readOn: '2026-11-30',
    },
  },
  {
    packages: ['pkg:npm/nats'],
    what: 'legacy client: since version 3 the client is the @nats-io packages',
    replacement: '@nats-io/transport-node',
    source: {
      title: 'nats-io/nats.js README at 0d82206a',
      url: 'https://github.com/nats-io/nats.js/blob/0d82206acad5f4e80bcb75d0d91600cbca5b7b1c/README.md',
      readOn: '2026-11-30',
    },
  },
  {
    packages: ['pkg:npm/zod'],
    below: '4.0.0',
    what: 'the interface of version 3 is superseded by version 4',
    since: '2025-07-08',
    replacement: 'zod 4',
    source: {
      title: 'release notes of zod 4.0.0, as kept by newreleases.io; day from the project’s page on versioning',
      url: 'https://newreleases.io/project/github/colinhacks/zod/release/v4.0.1',
      readOn: '2026-11-30',
    },
  },
];
