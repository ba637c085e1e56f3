export const BACKGROUND = '#ffffff';
export const FOREGROUND = '#27272a';
/** As an attribute of the picture: a style sheet inside an inline SVG would rule the whole page. */
export const FONT = 'Helvetica, Arial, Liberation Sans, sans-serif';

/** The renderer's own names with the share of foreground in each, as its style sheet mixes them; text is made darker. */
const FOREGROUND_SHARE: Readonly<Record<string, number>> = {
  '--bg': 0,
  '--fg': 1,
  '--_text': 1,
  '--_text-sec': 0.8,
  '--_text-muted': 0.75,
  '--_text-faint': 0.6,
  '--_line': 0.5,
  '--_arrow': 0.85,
  '--_node-fill': 0.03,
  '--_node-stroke': 0.35,
  '--_group-fill': 0,
  '--_group-hdr': 0.05,
  '--_inner-stroke': 0.12,
  '--_key-badge': 0.1,
};

/**
 * Writes the CSS variables of a drawn diagram out as colours and takes its web font away. Viewers outside a browser know
 * neither `var()` nor `color-mix()` and would draw black boxes; an outside font would make the picture depend on a server.
 */
export function plainColours(svg: string): string {
  return svg
    .replace(/<style>[^<]*<\/style>\n?/, '')
    .replaceAll(' class="mono"', ' font-family="monospace"')
    .replace(/ style="--bg:[^"]*"/, '')
    .replace(/<svg ([^>]*)>/, `<svg $1 font-family="${FONT}">\n<rect width="100%" height="100%" fill="${BACKGROUND}" />`)
    .replace(/var\((--[a-z_-]+)\)/g, (_, name: string) => mix(FOREGROUND_SHARE[name] ?? 1))
    .replace(/<[^>]+>/g, (tag) => tag.replace(/\d+\.\d{5,}/g, (number) => String(Math.round(Number(number) * 100) / 100)));
}

function mix(share: number): string {
  const channel = (at: number): string => {
    const [front, back] = [FOREGROUND, BACKGROUND].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round(front! * share + back! * (1 - share))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
