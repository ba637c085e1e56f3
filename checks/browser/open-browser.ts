/// <reference types="node" />
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';

/** A real Chromium, from npm alone, that reaches nothing by itself. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--no-first-run'],
    headless: true,
  });
}

export interface Watched {
  readonly page: Page;
  /** Errors and warnings of the console, and exceptions nobody caught. */
  readonly complaints: readonly string[];
  /** Addresses the page asked for. */
  readonly requests: readonly string[];
}

/** A page with `html` in it; every request is noted and refused. */
export async function openPage(
  browser: Browser,
  html: string,
  options: { readonly width: number; readonly dark?: boolean },
): Promise<Watched> {
  const page = await browser.newPage({
    viewport: { width: options.width, height: 900 },
    colorScheme: options.dark === true ? 'dark' : 'light',
    // The page forbids scripts; the accessibility check is one.
    bypassCSP: true,
  });
  const [complaints, requests]: [string[], string[]] = [[], []];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.route('**', (route) => {
    requests.push(route.request().url());
    return route.abort();
  });
  await page.setContent(html, { waitUntil: 'load' });
  return { page, complaints, requests };
}

const require = createRequire(import.meta.url);

/** The text of a script that lies in an installed package. */
export const packageScript = (name: string, path: string): string =>
  readFileSync(join(dirname(require.resolve(`${name}/package.json`)), path), 'utf8');
