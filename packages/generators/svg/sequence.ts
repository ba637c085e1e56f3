import { html } from '../escape/html.ts';
import { BACKGROUND, FONT, FOREGROUND } from './plain-colours.ts';

/** Sizes in pixels. A character of the 12 px font is about 6.6 wide; East Asian ones and pictographs are twice that. */
const SIZE = { font: 12, character: 6.6, line: 15, headPad: 25, gap: 150, margin: 24, rowSpace: 20 } as const;
const LINE = '#6b7280';

interface Message {
  readonly from: string;
  readonly to: string;
  readonly dashed: boolean;
  readonly open: boolean;
  readonly lines: readonly string[];
}
interface Row extends Message {
  readonly note: boolean;
}
type Point = (id: string) => number;

/**
 * Draws the sequence diagrams this package writes: `participant`, `->>`, `-->>`, `-)` and `Note over`. The general renderer
 * gives every message one line of height, so that wrapped text runs into its arrow.
 */
export function sequenceSvg(text: string): string {
  const names = new Map<string, readonly string[]>();
  const rows: Row[] = [];
  for (const line of text.split('\n')) {
    const participant = /^ {2}participant (\w+) as (.+)$/.exec(line);
    const message = /^ {2}(\w+?)(-->>|->>|-\))(\w+): (.+)$/.exec(line);
    const note = /^ {2}Note over (\w+)(?:,(\w+))?: (.+)$/.exec(line);
    if (participant) names.set(participant[1]!, participant[2]!.split('<br/>'));
    else if (message)
      rows.push({
        from: message[1]!,
        to: message[3]!,
        dashed: message[2] === '-->>',
        open: message[2] === '-)',
        lines: message[4]!.split('<br/>'),
        note: false,
      });
    else if (note)
      rows.push({
        from: note[1]!,
        to: note[2] ?? note[1]!,
        dashed: false,
        open: false,
        lines: note[3]!.split('<br/>'),
        note: true,
      });
  }
  const columns = place([...names], rows);
  const x: Point = (id) => columns.get(id) ?? SIZE.margin;
  const headHeight = SIZE.headPad + SIZE.line * Math.max(1, ...[...names.values()].map((name) => name.length));
  let y = SIZE.margin + headHeight;
  const drawn = rows.map((row) => {
    y += SIZE.rowSpace + row.lines.length * SIZE.line;
    return row.note ? drawNote(row, x, y) : drawMessage(row, x, y);
  });
  const height = y + SIZE.rowSpace + SIZE.margin;
  const last = Math.max(SIZE.margin, ...columns.values());
  const width =
    last + Math.max(boxWidth([...names.values()].at(-1) ?? []), ...rows.map((row) => overhang(row, x, last))) / 2 + SIZE.margin;
  const heads = [...names].map(([id, name]) => drawHead(name, x(id), headHeight, height));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" font-family="${FONT}" font-size="${SIZE.font}" fill="${FOREGROUND}" text-anchor="middle">
<rect width="100%" height="100%" fill="${BACKGROUND}" />
${[...heads, ...drawn].join('\n')}
</svg>
`;
}

/** Columns far enough apart for their names and for the messages between neighbours. */
function place(
  participants: readonly (readonly [string, readonly string[]])[],
  rows: readonly Row[],
): ReadonlyMap<string, number> {
  const order = new Map(participants.map(([id], index) => [id, index]));
  const gaps = participants.map(([, name], index) => {
    const next = participants[index + 1]?.[1] ?? [];
    const texts = rows.filter((row) => {
      const ends = [order.get(row.from) ?? 0, order.get(row.to) ?? 0];
      return Math.min(...ends) === index && Math.max(...ends) - index <= 1;
    });
    return Math.max(SIZE.gap, (boxWidth(name) + boxWidth(next)) / 2 + 20, ...texts.map((row) => textWidth(row.lines) + 28));
  });
  const columns = new Map<string, number>();
  let at = SIZE.margin + Math.max(boxWidth(participants[0]?.[1] ?? []), 60) / 2;
  participants.forEach(([id], index) => {
    columns.set(id, at);
    at += gaps[index]!;
  });
  return columns;
}

/** A message to itself, or a note on the last column, may reach further right than the last box. */
const overhang = (row: Row, x: Point, last: number): number =>
  Math.max(x(row.from), x(row.to)) === last && row.from === row.to ? (textWidth(row.lines) + 60) * 2 : 0;

function drawHead(name: readonly string[], x: number, headHeight: number, height: number): string {
  const width = boxWidth(name);
  const bottom = SIZE.margin + headHeight;
  return `<line x1="${round(x)}" y1="${bottom}" x2="${round(x)}" y2="${round(height - SIZE.margin)}" stroke="#b6bcc6" stroke-dasharray="5 4" />
<rect x="${round(x - width / 2)}" y="${SIZE.margin}" width="${round(width)}" height="${headHeight}" rx="4" fill="#e3edfb" stroke="#3f72b5" />
${lines(name, x, SIZE.margin + (headHeight - name.length * SIZE.line) / 2 + SIZE.font)}`;
}

function drawMessage({ from, to, dashed, open, lines: text }: Row, x: Point, y: number): string {
  const [start, end] = [x(from), x(to)];
  const loops = start === end;
  const direction = end > start ? 1 : -1;
  const path = loops ? `M ${round(start)} ${y - 14} h 28 v 14 h -28` : `M ${round(start)} ${y} H ${round(end - direction)}`;
  const back = loops ? 7 : -7 * direction;
  const head = open
    ? `<path d="M ${round(end + back)} ${y - 4} L ${round(end)} ${y} L ${round(end + back)} ${y + 4}" fill="none" stroke="${FOREGROUND}" />`
    : `<path d="M ${round(end + back)} ${y - 4} L ${round(end)} ${y} L ${round(end + back)} ${y + 4} Z" fill="${FOREGROUND}" />`;
  const middle = loops ? start + 36 + textWidth(text) / 2 : (start + end) / 2;
  return `<path d="${path}" fill="none" stroke="${LINE}"${dashed ? ' stroke-dasharray="6 4"' : ''} />
${head}
${backed(text, middle, y - 6 - (text.length - 1) * SIZE.line)}`;
}

function drawNote({ from, to, lines: text }: Row, x: Point, y: number): string {
  const middle = (x(from) + x(to)) / 2;
  const width = Math.max(textWidth(text) + 24, 80);
  const top = y - text.length * SIZE.line - 2;
  return `<rect x="${round(middle - width / 2)}" y="${top}" width="${round(width)}" height="${text.length * SIZE.line + 10}" fill="#fbf0dc" stroke="#b5812a" />
${lines(text, middle, top + SIZE.line + 2)}`;
}

/** Text on a white ground, so that the lifelines it crosses do not strike it through. */
function backed(text: readonly string[], x: number, y: number): string {
  const width = textWidth(text) + 6;
  const ground = `<rect x="${round(x - width / 2)}" y="${y - 11}" width="${round(width)}" height="${text.length * SIZE.line}" fill="${BACKGROUND}" />`;
  return `${ground}\n${lines(text, x, y)}`;
}

const lines = (text: readonly string[], x: number, y: number): string =>
  text.map((line, index) => `<text x="${round(x)}" y="${round(y + index * SIZE.line)}">${html(line)}</text>`).join('\n');

const boxWidth = (name: readonly string[]): number => Math.max(80, textWidth(name) + 28);
const textWidth = (text: readonly string[]): number => Math.max(0, ...text.map(lineWidth)) * SIZE.character;
const lineWidth = (line: string): number => {
  let width = 0;
  for (const character of line)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u.test(character)
      ? 2
      : 1;
  return width;
};
const round = (value: number): number => Math.round(value * 10) / 10;
