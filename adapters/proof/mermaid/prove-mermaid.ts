import { messageOf, notRun, proveEach, type Prover } from '../proof.ts';
import { loadMermaidParser } from './bundle.ts';

const CLAIM = 'Mermaid’s own parser accepts the diagram';

/** Every `.mmd` file through the parser of Mermaid itself. */
export const proveMermaid: Prover = async (artefacts, _, { mermaidBundle }) => {
  const diagrams = artefacts.filter(({ path }) => path.endsWith('.mmd'));
  if (diagrams.length === 0) return [];
  try {
    const parser = await loadMermaidParser(mermaidBundle);
    const by = { tool: 'mermaid', version: parser.version };
    return await proveEach(by, CLAIM, diagrams, async ({ content }) => `parsed as ${await parser.parse(content)}`, lineOf);
  } catch (error) {
    return notRun(
      { tool: 'mermaid', version: 'unknown' },
      CLAIM,
      diagrams,
      `the parser could not be loaded: ${messageOf(error)}`,
    );
  }
};

const lineOf = (error: unknown): number | undefined => {
  const found = /(?:on|at) line[: ]+(\d{1,6})/i.exec(messageOf(error));
  return found ? Number(found[1]) : undefined;
};
