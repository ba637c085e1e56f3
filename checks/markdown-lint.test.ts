import { renderResponse } from '@archwright/generators/markdown/index';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import type { Artefact } from '@archwright/model';
import { lint } from 'markdownlint/sync';
import { describe, expect, test } from 'vitest';
import { fixtureAnswer } from './browser/fixture-answers.ts';

/** Every Markdown file as a Markdown linter reads it, all rules on but those about taste. */
const CONFIG = {
  default: true,
  // Tables and sentences are as long as what they say; the same heading may stand below different sections.
  MD013: false,
  MD024: { siblings_only: true },
  MD060: false,
  // Line breaks inside cells, and the anchors that alerts link to.
  MD033: { allowed_elements: ['br', 'a'] },
};

function faults(files: readonly Pick<Artefact, 'path' | 'content'>[]): readonly string[] {
  const strings = Object.fromEntries(
    files.filter(({ path }) => path.endsWith('.md')).map(({ path, content }) => [path, content]),
  );
  return Object.entries(lint({ strings, config: CONFIG })).flatMap(([path, found]) =>
    found.map(({ lineNumber, ruleNames, errorDetail }) => `${path}:${lineNumber} ${ruleNames[0]} ${errorDetail ?? ''}`),
  );
}

describe.each(['notification-service'])('the Markdown of %s', (fixture) => {
  test('has nothing a linter objects to', async () => {
    const { artefacts } = await fixtureAnswer(fixture);
    expect(faults(artefacts)).toEqual([]);
  }, 120_000);
});

test('a broken file is objected to', () => {
  const content = renderResponse(sampleDesign(), { artefacts: [], proofs: [] });
  expect(faults([{ path: 'README.md', content: `${content}\n\n\n#### Skipped\ntext\n` }])).not.toEqual([]);
});
