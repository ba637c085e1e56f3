import type { Question } from '@archwright/model';
import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  inputRequired,
  type InputRequiredResult,
  inputResponse,
  type McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { LONGEST_ANSWER } from './inputs.ts';

const FORM = 'questions';

/** Whether the client can put a form before its user; the 2026 protocol says so with each call, earlier ones once. */
export function canAsk(server: McpServer, { mcpReq }: ServerContext): boolean {
  const declared = mcpReq.envelope as Readonly<Record<string, ClientCapabilities>> | undefined;
  const capabilities = declared?.[CLIENT_CAPABILITIES_META_KEY] ?? server.server.getClientCapabilities();
  const elicitation = capabilities?.elicitation;
  // An empty object is what clients declared before there were modes, and means forms.
  return elicitation !== undefined && (elicitation.form !== undefined || elicitation.url === undefined);
}

/** The questions as one form; an empty field takes the default. */
export const askForm = (title: string, questions: readonly Question[]): InputRequiredResult =>
  inputRequired({
    inputRequests: {
      [FORM]: inputRequired.elicit({
        mode: 'form',
        message: `${title}: ${questions.length === 1 ? 'one answer' : `${questions.length} answers`} would change the design. What you leave empty takes its default.`,
        requestedSchema: {
          type: 'object',
          properties: Object.fromEntries(
            questions.map(({ id, question, default: usual, changes }) => [
              id,
              {
                type: 'string' as const,
                title: question,
                description: `Left empty: ${usual}. Would change: ${changes}`,
                maxLength: LONGEST_ANSWER,
              },
            ]),
          ),
        },
      }),
    },
  });

export type Reply =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'declined' }
  | { readonly kind: 'answered'; readonly answers: Readonly<Record<string, string>> };

/** What came back from the form of the round before. It is the client’s word: only short strings get through. */
export function replyOf({ mcpReq }: ServerContext): Reply {
  const response = inputResponse(mcpReq.inputResponses, FORM);
  if (response.kind !== 'elicit') return { kind: 'not-asked' };
  if (response.action !== 'accept') return { kind: 'declined' };
  const answers = Object.entries(response.content ?? {}).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && entry[1].trim() !== '' && entry[1].length <= LONGEST_ANSWER,
  );
  return { kind: 'answered', answers: Object.fromEntries(answers.map(([id, text]) => [id, text.trim()])) };
}
