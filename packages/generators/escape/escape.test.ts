import * as fc from 'fast-check';
import { marked, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { hostileText } from '../testing/hostile.ts';
import * as escape from './index.ts';

/** What a reader sees: the text of all leaf tokens, with the kinds of the tokens around them. */
function leaves(tokens: readonly Token[]): { text: string; kinds: Set<string> } {
  const kinds = new Set<string>();
  const walk = (token: Token): string => {
    kinds.add(token.type);
    const inner = (token as { tokens?: Token[] }).tokens;
    return inner ? inner.map(walk).join('') : ((token as { text?: string }).text ?? '');
  };
  return { text: tokens.map(walk).join(''), kinds };
}

const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('markdown', () => {
  test('inline text reads as the same words', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const { text: seen, kinds } = leaves(marked.lexer(escape.markdownInline(text)));
        expect(decoded(seen)).toBe(escape.oneLine(text));
        for (const kind of kinds) expect(['paragraph', 'text', 'escape', 'space', 'link']).toContain(kind);
      }),
    );
  });
  test('a cell stays one cell', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), (left, right) => {
        const table = escape.markdownTable(['a', 'b'], [[escape.markdownCell(left), escape.markdownCode(right, 'cell')]]);
        const [token] = marked.lexer(table);
        expect(token?.type).toBe('table');
        expect((token as { rows: unknown[][] }).rows.map((row) => row.length)).toEqual([2]);
      }),
    );
  });
  test('a fence holds its code', () => {
    fc.assert(
      fc.property(hostileText(), (code) => {
        const tokens = marked.lexer(escape.markdownFence('sql', `x${code.replaceAll('\r', '')}x`));
        expect(tokens.map((token) => token.type)).toEqual(['code']);
      }),
    );
  });
  test.each([
    ['snake_case stays', 'snake_case_name', 'snake_case_name'],
    ['emphasis does not', '_a_ *b*', '\\_a\\_ \\*b\\*'],
    ['no list', '1. one', '1\\. one'],
    ['no heading', '# one', '\\# one'],
  ])('%s', (_, text, expected) => expect(escape.markdownInline(text)).toBe(expected));
});

describe('mermaid', () => {
  test('no character with a meaning survives', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(escape.mermaidText(text)).toMatch(/^[^"`<>{}[\]|;#\\&*~\n\r]+$/);
        expect(escape.mermaidLabel([text])).toMatch(/^"[^"\n]+"$/);
        expect(escape.mermaidMessage(text)).not.toContain(':');
      }),
    );
  });
  test('ids are words, and distinct for distinct names', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), (one, other) => {
        expect(escape.mermaidId(one)).toMatch(/^n_\w*$/);
        if (/^[a-z0-9-]*$/.test(one + other) && one !== other) expect(escape.mermaidId(one)).not.toBe(escape.mermaidId(other));
      }),
    );
  });
  test('long labels wrap', () => {
    expect(escape.mermaidLabel(['one two three four'], 10)).toBe('"one two<br/>three four"');
  });
});

describe('sql', () => {
  test('a literal reads back', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const literal = escape.sqlLiteral(text);
        expect(literal).toMatch(/^'(?:[^']|'')*'$/);
        expect(literal.slice(1, -1).replaceAll("''", "'")).toBe(escape.wellFormed(text).replaceAll('\u0000', ''));
      }),
    );
  });
  test('an identifier is one token of at most 63 bytes', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(escape.sqlIdentifier(text)).toMatch(/^(?:[a-z_][a-z0-9_]*|"(?:[^"\n]|"")+")$/);
        expect(encodeURIComponent(escape.sqlName(text)).replace(/%../g, 'x').length).toBeLessThanOrEqual(63);
      }),
    );
  });
  test.each([
    ['order', '"order"'],
    ['orders', 'orders'],
    ['Order', '"Order"'],
    ['a"b', '"a""b"'],
  ])('identifier %s', (name, expected) => expect(escape.sqlIdentifier(name)).toBe(expected));
  test('long names stay distinct', () => {
    expect(escape.sqlName(`${'x'.repeat(80)}a`)).not.toBe(escape.sqlName(`${'x'.repeat(80)}b`));
  });
  test.each([
    ['now()', 'now()'],
    ["'open'", "'open'"],
    ['open', "'open'"],
    ['-1.5', '-1.5'],
    ["''; DROP TABLE x", "'''''; DROP TABLE x'"],
    ['pg_sleep(10)', "'pg_sleep(10)'"],
  ])('default %s', (text, expected) => expect(escape.sqlDefault(text)).toBe(expected));
  test.each(['numeric(10,2)', 'timestamp with time zone', 'text[]', 'varchar(40)', 'double precision', 'vector(384)'])(
    'type %s',
    (type) => expect(escape.sqlType(type)).toBe(type),
  );
  test('what is no type is quoted', () => expect(escape.sqlType('text); DROP TABLE x')).toBe('"text); DROP TABLE x"'));
  test.each(["status = 'open'; DROP TABLE x", "a = 'x' -- ", "a = 'x", 'a = $1'])('no predicate: %s', (text) =>
    expect(() => escape.sqlPredicate(text)).toThrow('not a predicate'),
  );
});

describe('yaml', () => {
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      hostileText(),
      fc.integer(),
      fc.boolean(),
      fc.array(tie('node')),
      fc.dictionary(hostileText(), tie('node')),
    ),
  })).node;
  test('a document reads back the same', () => {
    fc.assert(
      fc.property(value, (data) => {
        const wellFormed = JSON.parse(
          JSON.stringify(data, (_, part: unknown) => (typeof part === 'string' ? escape.wellFormed(part) : part)),
        ) as unknown;
        expect(parse(escape.yamlDocument(wellFormed))).toEqual(wellFormed);
      }),
    );
  });
  test('words a YAML 1.1 reader would take for something else are quoted', () => {
    expect(escape.yamlDocument({ a: 'no', b: '22:30', c: 'on' })).toBe('a: "no"\nb: "22:30"\nc: "on"\n');
  });
});

test('html text holds no markup', () => {
  fc.assert(fc.property(hostileText(), (text) => !/[<>"']/.test(escape.html(text))));
});
