import mermaid from 'mermaid';
import manifest from 'mermaid/package.json';

/** The version of the bundled parser. */
export const version: string = manifest.version;

/** Throws with line and column where the text is no diagram; nothing is drawn. */
export async function parse(text: string): Promise<string> {
  const { diagramType } = await mermaid.parse(text);
  return diagramType;
}
