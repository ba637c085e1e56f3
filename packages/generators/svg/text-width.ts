/**
 * Widths of Helvetica in thousandths of the font size, code points 32 to 126.
 * @source Adobe Core 14 AFM files, Helvetica.afm, 1997; Arial and Liberation Sans have the same metrics
 */
const HELVETICA = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556,
  556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778,
  722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222,
  500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
] as const;
const OTHER = 556;
/** Helvetica Bold is about this much wider. */
const BOLD = 1.06;
/** Letters of the Latin scripts and common signs; other scripts shape their letters, and squeezing would tear them. */
const LATIN = /^[\u0020-\u024f\u2010-\u2027\u2032-\u203a\u20ac\u2190-\u2193\u2212\u2223\u2264\u2265\u266f]+$/;
const ENTITY = /&(?:#\d+|[a-z]+);/g;

/**
 * Fixes the width of every line of text to what it is in Helvetica, the font that the layout was made for. A viewer with
 * another font squeezes its letters instead of running over the box.
 */
export function fixTextWidths(svg: string): string {
  return svg.replace(/<text ([^>]*)>([\s\S]*?)<\/text>/g, (whole, attributes: string, inner: string) => {
    const size = Number(/font-size="([\d.]+)"/.exec(attributes)?.[1]);
    if (!(size > 0) || attributes.includes('monospace')) return whole;
    const bold = Number(/font-weight="(\d+)"/.exec(attributes)?.[1] ?? 400) >= 600;
    const fixed = (text: string): string => {
      const width = textWidth(text, size, bold);
      return width === undefined ? '' : ` textLength="${width}" lengthAdjust="spacingAndGlyphs"`;
    };
    if (!inner.includes('<tspan')) return `<text ${attributes}${fixed(inner)}>${inner}</text>`;
    const lines = inner.replace(
      /<tspan ([^>]*)>([^<]*)<\/tspan>/g,
      (_, more: string, text: string) => `<tspan ${more}${fixed(text)}>${text}</tspan>`,
    );
    return `<text ${attributes}>${lines}</text>`;
  });
}

/** Pixels of one line; `undefined` for an empty one and for scripts whose letters join. */
function textWidth(escaped: string, size: number, bold: boolean): number | undefined {
  const text = escaped.replace(ENTITY, 'n');
  if (text.trim() === '' || !LATIN.test(text)) return undefined;
  let width = 0;
  for (const character of text) width += HELVETICA[character.codePointAt(0)! - 32] ?? OTHER;
  return Math.round(width * size * (bold ? BOLD : 1)) / 1000;
}
