import { htmlPage } from '@archwright/generators';
import { HOSTILE_NAMES } from '@archwright/generators/testing/hostile';
import { hostileDesign } from '@archwright/generators/testing/hostile-design';
import { renderResponse } from '@archwright/generators/markdown/index';
import type { Answer } from '@archwright/model';
import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureAnswer } from './fixture-answers.ts';
import { openBrowser, openPage, packageScript } from './open-browser.ts';

/** The page as people open it: accepted by an HTML linter and, in a real browser, by its console and an accessibility checker. */
const FIXTURES = ['notification-service', 'clinic-booking', 'logging-database'];

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()), 120_000);
afterAll(() => browser?.close());

interface Axe {
  run(options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

async function violations(html: string, width: number, dark: boolean): Promise<readonly string[]> {
  const { page, complaints, requests } = await openPage(browser, html, { width, dark });
  try {
    await page.addScriptTag({ content: packageScript('axe-core', 'axe.min.js') });
    const found = await page.evaluate(async () => {
      const { violations: all } = await (globalThis as unknown as { axe: Axe }).axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      });
      return all.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary}`);
    });
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    return [...found, ...complaints, ...requests, ...(overflow > 0 ? [`the page is ${overflow} px too wide`] : [])];
  } finally {
    await page.close();
  }
}

/** The first figure of the text that was computed from others. */
const FIRST_COMPUTED = `[...document.querySelectorAll('main button.figure')]
  .map((button) => button.getAttribute('popovertarget'))
  .find((id) => document.getElementById(id).querySelector('button.figure'))`;

const linter = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // A drawing hands its width to the style sheet; titles are as long as the brief's own.
  rules: { 'no-inline-style': 'off', 'long-title': 'off' },
});
async function lint(html: string): Promise<readonly string[]> {
  const { results } = await linter.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`),
  );
}

describe.each(FIXTURES)('the page of %s', (fixture) => {
  let answer: Answer;
  let html: string;
  beforeAll(async () => {
    answer = await fixtureAnswer(fixture);
    html = htmlPage(answer, { besideFiles: true });
  }, 60_000);

  test('is accepted by the HTML linter', async () => expect(await lint(html)).toEqual([]), 60_000);

  // Colours and widths are the same rules on every page: the second view is looked at once.
  test.each(
    (
      [
        ['on a desk, light', 1280, false],
        ['on a phone, dark', 360, true],
      ] as const
    ).slice(0, fixture === FIXTURES[0] ? 2 : 1),
  )(
    '%s: no accessibility violation, no console message, no request, no sideways scroll',
    async (_, width, dark) => expect(await violations(html, width, dark)).toEqual([]),
    120_000,
  );

  test('opens a figure by keyboard, then what it was computed from, and closes both', async () => {
    const { page } = await openPage(browser, html, { width: 1280 });
    const open = () => page.locator('.derivation:popover-open').count();
    const place = await page.evaluate<string>(FIRST_COMPUTED);
    const button = page.locator(`main button[popovertarget="${place}"]`).first();
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await open()).toBe(1);
    await page.locator(`#${place} button.figure`).first().focus();
    await page.keyboard.press('Enter');
    expect(await open()).toBe(2);
    for (const left of [1, 0]) {
      await page.keyboard.press('Escape');
      expect(await open()).toBe(left);
    }
    await page.close();
  }, 60_000);

  test('every button has its element, and every id is there once', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/popovertarget="([^"]+)"/g)) expect(ids).toContain(target);
  });
});

test('hostile names stay text: no script, no handler, nothing the linter refuses', async () => {
  for (const name of HOSTILE_NAMES.filter((_, index) => index % 3 === 0)) {
    const design = hostileDesign(name);
    const html = htmlPage({ design, response: renderResponse(design, { artefacts: [], proofs: [] }), artefacts: [] });
    expect(html).not.toMatch(/<script|<img/i);
    // A control character has no place in HTML; the linter reads the rest.
    expect((await lint(html)).filter((fault) => !fault.includes('text-content'))).toEqual([]);
  }
}, 120_000);
