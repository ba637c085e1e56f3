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

/** `diagrams/<name>.svg` beside each Mermaid file that can be drawn. */
export const svgArtefacts = (design: Design): readonly Artefact[] =>
  diagrams(design).flatMap(({ name, title, text }) => {
    const content = mermaidSvg(text);
    return content === undefined
      ? []
      : [{ path: `diagrams/${name}.svg`, mediaType: 'image/svg+xml', content, title: `${title} (SVG)` }];
  });
