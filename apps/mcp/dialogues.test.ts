/// <reference types="node" />
import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DesignResult } from './results/schemas.ts';
import { type FillForm, type Generation, type HttpServer, overHttp, overStdio, startHttp } from './testing/connect.ts';

const NOTIFY = 'Design a notification service for our e-commerce platform. We have 100K users, expect 1M notifications/day.';
const LOGS = 'I need a database for a high-write logging system.';
const ANALYTICS: Readonly<Record<string, string>> = {
  'telemetry.ingestion-rate': '200,000 events/s',
  'telemetry.retention': '1 year',
  'telemetry.query-pattern': 'aggregation over many records',
};
const LOOKUPS: Readonly<Record<string, string>> = {
  'telemetry.ingestion-rate': '500 events/s',
  'telemetry.retention': '7 days',
  'telemetry.query-pattern': 'look-ups of single records',
};
const DESIGN_MS = 180_000;

let http: HttpServer;
beforeAll(async () => {
  http = await startHttp();
});
afterAll(() => http.stop());

type Connect = (generation: Generation, fill?: FillForm) => Promise<Client>;
const CONNECTIONS: readonly (readonly [string, Generation, Connect])[] = [
  ['stdio', '2025-11-25', overStdio],
  ['stdio', '2026-07-28', overStdio],
  ['HTTP', '2025-11-25', (generation, fill) => overHttp(http.url, generation, fill)],
  ['HTTP', '2026-07-28', (generation, fill) => overHttp(http.url, generation, fill)],
];

/** Calls a tool and fails on an error result: the official client checks the structured content against the schema. */
async function call<T = DesignResult>(client: Client, name: string, args: Record<string, unknown>): Promise<T> {
  const { structuredContent, isError, content } = await client.callTool({ name, arguments: args }, { timeout: DESIGN_MS });
  expect(isError ?? false, JSON.stringify(content).slice(0, 2_000)).toBe(false);
  return structuredContent as T;
}
const storeOf = ({ decisions }: DesignResult): string | undefined =>
  (decisions.find(({ id }) => id === 'append-store') ?? decisions.find(({ id }) => id === 'primary-store'))?.chosen;

describe.each(CONNECTIONS)('over %s, protocol %s', (_, generation, connect) => {
  test(
    'I1: a database for logs is asked about first, and different answers give different databases',
    async () => {
      const client = await connect(generation);
      const asked = await call<{ blocked: boolean; questions: { id: string }[] }>(client, 'clarify', { brief: LOGS });
      expect(asked.blocked).toBe(true);
      expect(asked.questions.slice(0, 3).map(({ id }) => id)).toEqual(Object.keys(ANALYTICS));
      const unanswered = await call(client, 'design', { brief: LOGS, prove: false });
      expect(unanswered).toMatchObject({ outcome: 'questions', decisions: [], fileCount: 0 });
      expect(unanswered.designId).toBeUndefined();

      const analytics = await call(client, 'design', { brief: LOGS, answers: ANALYTICS, prove: false });
      const lookups = await call(client, 'design', { brief: LOGS, answers: LOOKUPS, prove: false });
      for (const answer of [analytics, lookups]) {
        expect(answer).toMatchObject({ outcome: 'answered', depth: 'short', gate: { passed: true } });
        expect(answer.summary?.monthlyCost).toMatch(/\$[\d,.]+/);
      }
      expect(storeOf(analytics)).not.toBe(storeOf(lookups));

      const compared = await call<{ decisions: { id: string }[] }>(client, 'compare', {
        designs: [analytics.designId, lookups.designId],
      });
      expect(compared.decisions.length).toBeGreaterThan(0);
      await client.close();
    },
    DESIGN_MS,
  );

  test(
    'I1: a client that shows forms has its user asked: who declines gets no design, and answers are used',
    async () => {
      const forms: string[][] = [];
      const client = await connect(generation, ({ requestedSchema }) => {
        forms.push(Object.keys(requestedSchema.properties));
        return forms.length === 1 ? { action: 'decline' } : { action: 'accept', content: { ...ANALYTICS } };
      });
      const declined = await call(client, 'design', { brief: LOGS, prove: false });
      expect(declined).toMatchObject({ outcome: 'questions', fileCount: 0 });
      const answer = await call(client, 'design', { brief: LOGS, prove: false });
      expect(answer.outcome).toBe('answered');
      expect(forms).toHaveLength(2);
      expect(forms[1]).toEqual(expect.arrayContaining(Object.keys(ANALYTICS)));
      await client.close();
    },
    DESIGN_MS,
  );

  test(
    'I2: the notification service comes back complete, and every figure and file can be opened',
    async () => {
      const client = await connect(generation);
      const answer = await call(client, 'design', { brief: NOTIFY, prove: false });
      expect(answer).toMatchObject({ outcome: 'answered', depth: 'full', gate: { passed: true, failed: [] } });
      expect(answer.fileCount).toBeGreaterThan(40);
      expect(answer.questions.length).toBeGreaterThan(0);
      const files = Object.fromEntries(
        await Promise.all(
          ['api/openapi.yaml', 'database/schema.sql', 'operate/roadmap.md', 'diagrams/containers.mmd'].map(async (path) => {
            const { contents } = await client.readResource({ uri: `archwright://design/${answer.designId}/${path}` });
            return [path, (contents[0] as { text: string }).text] as const;
          }),
        ),
      );
      expect(files['api/openapi.yaml']).toContain('/api/v1/notifications');
      expect(files['database/schema.sql']).toMatch(/preferences/);
      expect(files['operate/roadmap.md']).toMatch(/10 ×[\s\S]*100 ×/);
      for (const provider of ['E-mail', 'Push', 'SMS']) expect(files['diagrams/containers.mmd']).toContain(provider);

      const figure = await call<{ text: string; figure: { inputs: object } }>(client, 'why', {
        designId: answer.designId,
        name: 'cost.infrastructure',
      });
      expect(figure.text).toContain('source:');
      const decision = await call<{ decision: { options: { verdict: string }[] } }>(client, 'why', {
        designId: answer.designId,
        name: 'primary-store',
      });
      expect(decision.decision.options.map(({ verdict }) => verdict)).toEqual(expect.arrayContaining(['chosen', 'rejected']));
      await client.close();
    },
    DESIGN_MS,
  );
});
