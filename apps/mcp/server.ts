import { McpServer } from '@modelcontextprotocol/server';
import type { Context } from './context.ts';
import { registerPrompts } from './prompts/register-prompts.ts';
import { registerResources } from './resources/register-resources.ts';
import { registerCatalogue } from './tools/catalogue.ts';
import { registerClarify } from './tools/clarify.ts';
import { registerCompare } from './tools/compare.ts';
import { registerDesign } from './tools/design.ts';
import { registerDiff } from './tools/diff.ts';
import { registerProve } from './tools/prove.ts';
import { registerVerify } from './tools/verify.ts';
import { registerWhy } from './tools/why.ts';

const INSTRUCTIONS =
  'Archwright designs backends and can be held to its word. Call clarify first and ask the user its questions; then design. Take every number, price and version from the tools, never from memory; what is unverified or unknown is said to be so. why opens any figure or decision, compare puts two side by side, diff gives the migration from one design to another, verify_technology gives evidence for versions, prove gives files to the tools that consume them, read_catalogue shows what is known. Files of a design are resources.';

/** More values than any honest call has. */
const MOST_INPUT_ELEMENTS = 2_000;

/** One server instance with everything on it; instances of a process share the context. */
export function createServer(context: Context): McpServer {
  const server = new McpServer(
    { name: 'archwright', title: 'Archwright', version: context.host.version },
    { instructions: INSTRUCTIONS, maxToolInputElements: MOST_INPUT_ELEMENTS },
  );
  registerClarify(server, context);
  registerDesign(server, context);
  registerWhy(server, context);
  registerCompare(server, context);
  registerDiff(server, context);
  registerVerify(server, context);
  registerProve(server, context);
  registerCatalogue(server);
  registerResources(server, context);
  registerPrompts(server);
  return server;
}
