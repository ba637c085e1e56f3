import * as fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { hostileText } from '../testing/hostile.ts';
import { bullets, more, numbered, section, stack, table } from './page.ts';
import { blockStart, inline, link, listed, listedUpTo, sentence, sourceLink } from './text.ts';

describe('inline', () => {
  test.each([
    ['99.9 % availability', '99.9 % availability'],
    ['answers `429` or waits', 'answers `429` or waits'],
    ['a | b', 'a \\| b'],
    ['`a | b` c', '`a \\| b` c'],
    ['snake_case and _em_', 'snake_case and \\_em\\_'],
    ['one ` tick', 'one \\` tick'],
    ['<b>', '&lt;b&gt;'],
    ['two\nlines', 'two lines'],
  ])('%j', (text, expected) => expect(inline(text)).toBe(expected));

  test('stays one cell, without HTML or links of its own', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const [token] = marked.lexer(table(['a', 'b'], [[inline(text) || 'x', 'end']]));
        expect(token?.type).toBe('table');
        const rows = (token as { rows: { text: string }[][] }).rows;
        expect(rows.map((row) => row.length)).toEqual([2]);
        expect(rows[0]![1]!.text).toBe('end');
      }),
    );
  });
});

describe('blocks', () => {
  test.each([
    ['- x', '\\- x'],
    ['# x', '\\# x'],
    ['---', '\\---'],
    ['1. x', '1\\. x'],
    ['1.5 GB', '1.5 GB'],
    ['-5 degrees', '-5 degrees'],
    ['+1', '+1'],
  ])('%j', (text, expected) => expect(blockStart(text)).toBe(expected));

  test('a sentence is a paragraph whatever it says', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const kinds = marked.lexer(sentence(text)).map(({ type }) => type);
        expect(['', 'paragraph']).toContain(kinds.join());
      }),
    );
  });

  test.each([
    ['ends with a full stop', 'Ends with a full stop.'],
    ['Asked?', 'Asked?'],
    ['', ''],
  ])('sentence %j', (text, expected) => expect(sentence(text)).toBe(expected));

  test('sections without content vanish', () => {
    expect(section('## x', '', '')).toBe('');
    expect(section('## x', '', 'y')).toBe('## x\n\ny');
    expect(stack('', 'a', '', 'b')).toBe('a\n\nb');
  });

  test('lists', () => {
    expect(bullets(['a', '# b'])).toBe('- a\n- \\# b');
    expect(numbered(['a', 'b'])).toBe('1. a\n2. b');
    expect([listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual(['a', 'a and b', 'a, b and c']);
    expect(listedUpTo(['a', 'b', 'c'], 2, '`d/`')).toBe('a, b and 1 more in `d/`');
  });
});

describe('table', () => {
  test('leaves out empty columns and marks empty cells', () => {
    expect(
      table(
        ['a', 'b', 'c'],
        [
          ['1', '', ''],
          ['2', '', '3'],
        ],
      ),
    ).toBe('| a | c |\n| --- | --- |\n| 1 | – |\n| 2 | 3 |');
  });
  test('counts what it does not show', () => {
    expect(table(['a'], [['1'], ['2'], ['3']], { rows: 1, file: 'x.csv' })).toMatch(/\| 1 \|\n\n2 more in `x\.csv`\.$/);
    expect(more(250, 'x.csv')).toBe('The others are in `x.csv`.');
    expect(more(0, 'x.csv')).toBe('');
  });
  test('is nothing without rows', () => expect(table(['a'], [])).toBe(''));
});

describe('links', () => {
  test.each([
    ['https://sre.google/sre-book/data-integrity/', '[sre.google/data-integrity](https://sre.google/sre-book/data-integrity/)'],
    ['https://example.com', '[example.com](https://example.com)'],
    ['A title, with comma, https://x.example/a (2017-02-22)', '[A title, with comma](https://x.example/a) (2017-02-22)'],
    ['A paper of 1998', 'A paper of 1998'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
  ])('%s', (source, expected) => expect(sourceLink(source)).toBe(expected));

  test.each([
    ['https://a.example/x_(y)', '[t](https://a.example/x_%28y%29)'],
    ['javascript:alert(1)', 't'],
    ['https://a b', 't'],
    [undefined, 't'],
  ])('%s', (url, expected) => expect(link('t', url)).toBe(expected));
});
