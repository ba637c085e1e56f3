import * as fc from 'fast-check';

/** Names that a brief, repository or model could bring: quotes, markup, SQL, YAML, Mermaid, controls, wide Unicode. */
export const HOSTILE_NAMES = [
  'O\'Reilly "quoted"',
  '`code` ``two``',
  'a | b || c',
  'line one\nline two\r\nthree',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[link](javascript:alert(1))',
  "'; DROP TABLE users; --",
  '"; DROP TABLE users; --',
  '$$; SELECT 1; $$',
  '&anchor *alias !!tag',
  '- item: {a: [1, 2]}',
  'no',
  '1e3',
  '22:30',
  '%%{init: {"theme": "dark"}}%%',
  'a --> b; end',
  'end',
  'subgraph x',
  'note: over; A->>B: hi',
  '{{template}} {% raw %}',
  '# heading',
  '1. list',
  '_em_ __strong__ ~~del~~ *a*',
  '&amp; &lt;b&gt; &#60;',
  'C:\\path\\n\\',
  '日本語の名前 — naïve café 🦉🏽',
  'مرحبا \u202egpj.exe',
  'zero\u0000byte \u001b[31mred',
  '\ud800 lone',
  '',
  ' ',
  'x'.repeat(300),
];

/** One of the names above, or any string, or both glued together. */
export const hostileText = (): fc.Arbitrary<string> => {
  const known = fc.constantFrom(...HOSTILE_NAMES);
  const any = fc.string({ unit: 'binary', maxLength: 60 });
  return fc.oneof(
    known,
    any,
    fc.tuple(known, any).map(([first, second]) => first + second),
  );
};
