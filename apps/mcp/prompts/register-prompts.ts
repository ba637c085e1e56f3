import { type McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';
import { LONGEST_BRIEF } from '@archwright/engine';
import { workflowText } from '../workflow/workflow.ts';

const brief = z.string().min(1).max(LONGEST_BRIEF).describe('what the user wants, in their words');
const said = (text: string) => ({ messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] });
/** The user's words stand fenced, so that nothing in them reads as a part of the workflow. */
const quoted = (text: string): string => `<brief>\n${text.replaceAll('</brief>', '<\\/brief>')}\n</brief>`;

/** The architect's workflow as prompts a user picks. */
export function registerPrompts(server: McpServer): void {
  server.registerPrompt(
    'design-backend',
    {
      title: 'Design a backend',
      description: 'Ask, verify, design, prove and cite, step by step',
      argsSchema: z.object({ brief, repository: z.string().max(1_024).optional().describe('folder of the repository') }),
    },
    (args) =>
      said(
        `${workflowText()}\n\n## Task\n\nDesign the backend for this brief.${args.repository === undefined ? '' : ` The repository is ${args.repository}.`}\n\n${quoted(args.brief)}`,
      ),
  );
  server.registerPrompt(
    'choose-technology',
    {
      title: 'Choose one technology',
      description: 'A short answer: one recommendation, what was rejected and by which figure',
      argsSchema: z.object({ brief }),
    },
    (args) =>
      said(
        `${workflowText()}\n\n## Task\n\nAnswer this one question in the short form: the recommendation, its capacity and cost, what was rejected and by which figure.\n\n${quoted(args.brief)}`,
      ),
  );
  server.registerPrompt(
    'explain-design',
    {
      title: 'Explain a design',
      description: 'Walk through the decisions of a design that was made here',
      argsSchema: z.object({ designId: z.string().max(12).describe('from an earlier `design` call') }),
    },
    ({ designId }) =>
      said(
        `${workflowText()}\n\n## Task\n\nExplain design ${designId}: for each decision call \`why\` and give the choice, the figure that settled it, the runner-up and its price, and when it would change.`,
      ),
  );
}
