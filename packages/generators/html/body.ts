import { Marked, type Tokens } from 'marked';
import { html } from '../escape/html.ts';
import { mermaidSvg } from '../svg/index.ts';
import type { Derivations } from './figures.ts';

export interface Heading {
  readonly id: string;
  readonly level: number;
  /** Already HTML. */
  readonly text: string;
}

/**
 * The Markdown of the answer as HTML: diagrams drawn, figure ids as buttons, tables that scroll in their own box. Raw HTML
 * in the answer is text: briefs and catalogues are not trusted with markup.
 *
 * @param isFile - whether a path is a file beside the page, so that it can be a link
 */
export function htmlBody(
  markdown: string,
  derivations: Derivations,
  isFile: (path: string) => boolean,
): { readonly body: string; readonly headings: readonly Heading[] } {
  const headings: Heading[] = [];
  const count = { table: 0, diagram: 0 };
  let compact = true;
  const under = (): string => plainText(headings.at(-1)?.text ?? 'design');
  const marked = new Marked({
    gfm: true,
    renderer: {
      html: ({ text }) => (/^<br\s*\/?>$/.test(text) ? '<br>' : html(text)),
      image: ({ text }) => html(text),
      heading({ depth, tokens }) {
        const text = this.parser.parseInline(tokens);
        const id = `section-${headings.length + 1}`;
        headings.push({ id, level: depth, text });
        return `<h${depth} id="${id}">${text}</h${depth}>\n`;
      },
      code({ text, lang }) {
        const svg = lang === 'mermaid' ? mermaidSvg(text) : undefined;
        if (svg === undefined) return `<pre tabindex="0"><code>${html(text)}</code></pre>\n`;
        count.diagram += 1;
        return figure(svg, count.diagram, under());
      },
      codespan({ text }) {
        if (derivations.has(text)) return derivations.button(text, compact);
        return isFile(text) ? `<a href="${html(text)}"><code>${html(text)}</code></a>` : `<code>${html(text)}</code>`;
      },
      tablecell(token) {
        compact = token.tokens.length > 1;
        const inner = this.parser.parseInline(token.tokens);
        compact = true;
        return token.header ? `<th scope="col">${inner}</th>` : `<td>${inner}</td>`;
      },
      table(token) {
        count.table += 1;
        const label = `Table ${count.table}: ${under()}`;
        const row = (cells: readonly Tokens.TableCell[]): string =>
          `<tr>${cells.map((cell) => this.tablecell(cell)).join('')}</tr>`;
        return `<section class="table" aria-label="${label}" tabindex="0"><table><thead>${row(token.header)}</thead><tbody>${token.rows.map(row).join('')}</tbody></table></section>\n`;
      },
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        return /^https?:/.test(href) ? `<a href="${html(href)}">${text}</a>` : text;
      },
    },
  });
  return { body: marked.parse(markdown) as string, headings };
}

/** Text of inline HTML that this file wrote itself, safe inside an attribute. */
const plainText = (inline: string): string => inline.replace(/<[^>]*>/g, '').replaceAll('"', '&quot;');

/** Ids inside a drawing are its own: several drawings share the page. */
function figure(svg: string, number: number, label: string): string {
  const own = svg
    .replace(/ id="([^"]+)"/g, ` id="diagram-${number}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#diagram-${number}-$1)`)
    .replace(/ data-[a-z0-9-]+="[^"]*"/g, '');
  const natural = /<svg [^>]*\bwidth="([\d.]+)"/.exec(own)?.[1] ?? '600';
  return `<div class="diagram" role="img" aria-label="Diagram ${number}: ${label}" tabindex="0" style="--natural:${Math.round(Number(natural))}px">${own}</div>\n`;
}
