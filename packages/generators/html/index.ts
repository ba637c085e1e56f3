import type { Answer } from '@archwright/model';
import { html } from '../escape/html.ts';
import { htmlBody } from './body.ts';
import { derivations } from './figures.ts';
import { STYLE } from './style.ts';

/** Nothing is fetched and nothing runs, whatever a brief smuggled in. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export interface PageOptions {
  /** The page lies in the folder of the design: paths of its files are links. */
  readonly besideFiles?: boolean;
}

/**
 * The answer as one file: diagrams inline, every figure opens its derivation, no script, nothing fetched, readable on paper
 * and on a phone.
 */
export function htmlPage(
  { design, response, artefacts }: Pick<Answer, 'design' | 'response' | 'artefacts'>,
  options: PageOptions = {},
): string {
  const figures = derivations(design);
  const files = new Set(options.besideFiles === true ? artefacts.map(({ path }) => path) : []);
  const { body, headings } = htmlBody(response, figures, (path) => files.has(path));
  const contents = headings.filter(({ level }) => level === 2);
  const nav =
    contents.length < 3
      ? ''
      : `<nav aria-label="Contents"><details open><summary>Contents</summary><ul>${contents.map(({ id, text }) => `<li><a href="#${id}">${text.replace(/<[^>]*>/g, '')}</a></li>`).join('')}</ul></details></nav>\n`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="color-scheme" content="light dark">
<title>${html(design.title)}: backend design</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the design</a>
<div class="page">
${nav}<main id="main">
${body}</main>
</div>
${figures.elements()}
</body>
</html>
`;
}
