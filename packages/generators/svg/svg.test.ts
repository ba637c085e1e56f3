import { expect, test } from 'vitest';
import { HOSTILE_NAMES } from '../testing/hostile.ts';
import { hostileDesign } from '../testing/hostile-design.ts';
import { largeDesign } from '../testing/large-design.ts';
import { sampleDesign } from '../testing/sample-design.ts';
import { mermaidSvg, svgArtefacts } from './index.ts';

/** Elements and attributes closed and matched; no script, no event handler, nothing fetched. */
function checkSafe(svg: string): void {
  expect(svg).not.toMatch(/<script|<foreignObject|@import|url\(['"]?http|var\(|color-mix|NaN/i);
  // A handler is an attribute; the same letters inside a quoted value or as text are only a name.
  for (const [tag] of svg.matchAll(/<[a-zA-Z][^<>]*>/g)) expect(tag.replace(/"[^"]*"/g, '""')).not.toMatch(/\son\w+=/i);
  const open: string[] = [];
  for (const [, close, name, self] of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close) expect(open.pop()).toBe(name);
    else if (!self) open.push(name!);
  }
  expect(open).toEqual([]);
}

test('each diagram of the sample is drawn, safe, and the same twice', () => {
  const drawn = svgArtefacts(sampleDesign());
  expect(drawn.map(({ path }) => path)).toEqual([
    'diagrams/context.svg',
    'diagrams/containers.svg',
    'diagrams/data-flow.svg',
    'diagrams/deployment.svg',
    'diagrams/entity-relationship.svg',
    'diagrams/sequence-view-offers.svg',
    'diagrams/sequence-buy-ticket.svg',
    'diagrams/sequence-nightly-payouts.svg',
  ]);
  for (const { content } of drawn) checkSafe(content);
  expect(svgArtefacts(sampleDesign())).toEqual(drawn);
});

test('forty parts are drawn', () => {
  const containers = svgArtefacts(largeDesign()).find(({ path }) => path === 'diagrams/containers.svg')!.content;
  for (const name of ['service A0', 'queue F5', 'database D3']) expect(containers).toContain(name);
});

test('hostile names are drawn as text', { timeout: 120_000 }, () => {
  for (const name of HOSTILE_NAMES) for (const { content } of svgArtefacts(hostileDesign(name))) checkSafe(content);
});

test('other diagram types are left to the reader’s own tool', () => expect(mermaidSvg('gantt\n  title x\n')).toBeUndefined());
