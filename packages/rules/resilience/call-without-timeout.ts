import { defineRule } from '../rule.ts';

export const callWithoutTimeout = defineRule({
  id: 'resilience/call-without-timeout',
  title: 'A call without a timeout',
  severity: 'warning',
  why: 'A slow dependency holds the caller’s threads until the caller is slow too; without a limit the slowness travels to the user.',
  fix: 'Give every call a timeout below what its own caller waits.',
  falsePositiveWhen: 'The client library’s default is known and short.',
  references: ['https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/'],
  detect: ({ architecture: { connections } }) =>
    connections
      .filter(({ timeoutMs }) => timeoutMs === undefined)
      .map(({ id, from, to }) => ({ place: id, message: `${from} waits for ${to} without a limit` })),
});
