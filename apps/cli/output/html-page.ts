import { escapeHtml, mermaidSvg } from '@archwright/generators';
import { Marked } from 'marked';
import type { Answer } from '@archwright/model';

const STYLE = `
:root{--ink:#1d2430;--soft:#5b6675;--line:#d8dee6;--paper:#fff;--tint:#f5f7fa;--accent:#0b5cad}
@media(prefers-color-scheme:dark){:root{--ink:#e7ebf0;--soft:#a7b1be;--line:#38424f;--paper:#14181e;--tint:#1c222a;--accent:#7db7f0}.diagram{background:#fff}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:2rem 1.25rem 4rem}h1{font-size:1.9rem;line-height:1.2}h2{margin-top:2.5rem;padding-top:.75rem;border-top:1px solid var(--line)}h3{margin-top:1.75rem}
a{color:var(--accent)}code{background:var(--tint);padding:.1em .3em;border-radius:3px;font-size:.88em;overflow-wrap:anywhere}pre{background:var(--tint);padding:1rem;overflow:auto;border-radius:6px}pre code{padding:0;background:none}
.table{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}th{background:var(--tint)}
blockquote{margin:1rem 0;padding:.25rem 1rem;border-left:3px solid var(--accent);color:var(--soft)}.diagram{overflow-x:auto;padding:.5rem 0}.diagram svg{max-width:100%;height:auto}
@media print{main{max-width:none;padding:0}h2{break-after:avoid}table,pre,.diagram{break-inside:avoid}a{color:inherit}}`;

/** The answer as one file: diagrams inline, no script, nothing fetched, readable in print. */
export function htmlPage({ design, response }: Answer): string {
  const marked = new Marked({
    gfm: true,
    renderer: {
      // Raw HTML in an answer is text: briefs and catalogues are not trusted with markup.
      html: ({ text }) => escapeHtml(text),
      code({ text, lang }) {
        const svg = lang === 'mermaid' ? mermaidSvg(text) : undefined;
        return svg
          ? `<div class="diagram" role="img" aria-label="diagram" tabindex="0">${svg}</div>`
          : `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>`;
      },
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        return /^(?:https?:|#|[\w./-]+$)/.test(href) ? `<a href="${escapeHtml(href)}">${text}</a>` : text;
      },
      image: ({ text }) => escapeHtml(text),
    },
  });
  const body = (marked.parse(response) as string)
    .replaceAll('<table>', '<div class="table" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>');
  return `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">\n<title>${escapeHtml(design.title)}: backend design</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<main>\n${body}\n</main>\n</body>\n</html>\n`;
}
