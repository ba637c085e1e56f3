import type { Component, Connection } from '@archwright/model';
import { mermaidId, mermaidLabel } from '../escape/mermaid.ts';

type Kind = Component['kind'] | 'system' | 'unit';
type Shape = readonly [open: string, close: string];

const BOX: Shape = ['[', ']'];
const SHAPES: Partial<Record<Kind, Shape>> = {
  client: ['([', '])'],
  database: ['[(', ')]'],
  cache: ['[(', ')]'],
  search: ['[(', ')]'],
  'object-store': ['[(', ')]'],
  queue: ['[[', ']]'],
  stream: ['[[', ']]'],
};

/** Fill and stroke by what a part is for; every pair keeps its text readable on light and dark pages. */
const CLASSES = {
  outside: 'fill:#eef0f3,stroke:#8a94a3,color:#1f2430',
  code: 'fill:#e3edfb,stroke:#3f72b5,color:#14243c',
  store: 'fill:#e5f3e8,stroke:#3c8a55,color:#12301c',
  message: 'fill:#fbf0dc,stroke:#b5812a,color:#3b2a0c',
} as const;
type ClassName = keyof typeof CLASSES;

const CLASS_OF: Partial<Record<Kind, ClassName>> = {
  client: 'outside',
  external: 'outside',
  identity: 'outside',
  database: 'store',
  cache: 'store',
  search: 'store',
  'object-store': 'store',
  queue: 'message',
  stream: 'message',
};

/** Dashed, as a boundary of trust is drawn. */
const FRAME_STYLE = 'fill:#f8f9fb,stroke:#8a94a3,color:#1f2430,stroke-dasharray:4 3';
/** Labels are wrapped here already; Mermaid's own limit of 200 pixels would break every line a second time. */
const SETTINGS = '%%{init: {"flowchart": {"wrappingWidth": 400}}}%%';

/** A node with its shape and colour; the first line is its name. */
export function node(id: string, kind: Kind, lines: readonly string[]): string {
  const [open, close] = SHAPES[kind] ?? BOX;
  return `${mermaidId(id)}${open}${mermaidLabel(lines)}${close}:::${CLASS_OF[kind] ?? 'code'}`;
}

/** An arrow; dashed where nobody waits. Lines of the label that are empty are left out. */
export function arrow(from: string, to: string, mode: Connection['mode'], lines: readonly string[]): string {
  const stem = mode === 'async' ? '-.->' : '-->';
  const label = lines.filter((line) => line !== '');
  return `${mermaidId(from)} ${stem}${label.length ? `|${mermaidLabel(label, 25)}|` : ''} ${mermaidId(to)}`;
}

/** A titled frame around nodes; empty frames are not drawn. */
export function frame(id: string, title: string, inside: readonly string[]): readonly string[] {
  if (inside.length === 0) return [];
  const name = mermaidId(`frame-${id}`);
  return [
    `subgraph ${name}[${mermaidLabel([title], 60)}]`,
    ...inside.map((line) => `  ${line}`),
    'end',
    `style ${name} ${FRAME_STYLE}`,
  ];
}

/** A whole flowchart with the colours its nodes use. */
export function flowchart(direction: 'TB' | 'LR', body: readonly string[]): string {
  const used = Object.entries(CLASSES).filter(([name]) => body.some((line) => line.endsWith(`:::${name}`)));
  const classes = used.map(([name, style]) => `classDef ${name} ${style}`);
  return `${[SETTINGS, `flowchart ${direction}`, ...[...body, ...classes].map((line) => `  ${line}`)].join('\n')}\n`;
}
