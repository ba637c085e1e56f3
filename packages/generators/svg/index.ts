import type { Artefact, Design } from '@archwright/model';
import { renderMermaidSVG } from 'beautiful-mermaid';
import { diagrams } from '../mermaid/index.ts';
import { fixTextWidths } from './text-width.ts';
import { sequenceSvg } from './sequence.ts';
import { BACKGROUND, FOREGROUND, plainColours } from './plain-colours.ts';

/** Diagram types the renderer draws; others keep their Mermaid text only. */
const DRAWN = /^(?:%%[^\n]*\n)?(?:flowchart|graph|erDiagram|classDiagram|stateDiagram)/;

/**
 * A Mermaid diagram as a self-contained SVG: no script, no outside font, no CSS variables, so that image viewers and
 * `<img>` show it as a browser does. `undefined` where the renderer has no such diagram type.
 */
export function mermaidSvg(text: string): string | undefined {
  if (text.startsWith('sequenceDiagram\n')) return sequenceSvg(text);
  if (!DRAWN.test(text)) return undefined;
  const drawn = renderMermaidSVG(text.startsWith('erDiagram') ? spacedKeys(text) : text, {
    font: 'Helvetica',
    bg: BACKGROUND,
    fg: FOREGROUND,
    padding: 24,
    nodeSpacing: 36,
    layerSpacing: 56,
  });
  return fixTextWidths(plainColours(drawn));
}

/** The renderer knows keys by white space only: `PK, FK` would show none. */
const spacedKeys = (text: string): string => text.replace(/ (PK|FK), (?=FK|UK)/g, ' $1 ');

/** Whether `mermaidSvg` draws a diagram: told without drawing it. */
const isDrawn = (text: string): boolean => text.startsWith('sequenceDiagram\n') || DRAWN.test(text);

/**
 * `diagrams/<name>.svg` beside each Mermaid file that can be drawn. Laying one out takes longer than the design itself, so each
 * is drawn when its content is first read: an answer that only prints its text draws none.
 */
export const svgArtefacts = (design: Design): readonly Artefact[] =>
  diagrams(design)
    .filter(({ text }) => isDrawn(text))
    .map(({ name, title, text }) => {
      let drawn: string | undefined;
      return {
        path: `diagrams/${name}.svg`,
        mediaType: 'image/svg+xml',
        get content() {
          return (drawn ??= mermaidSvg(text)!);
        },
        title: `${title} (SVG)`,
      };
    });
