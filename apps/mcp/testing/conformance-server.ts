import { type CallToolResult, McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import * as z from 'zod';

/** One red pixel, and a WAV header without samples. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';
const WAV = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=';

const text = (value: string): CallToolResult => ({ content: [{ type: 'text', text: value }] });
const image = { type: 'image' as const, data: PNG, mimeType: 'image/png' };
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

/**
 * The tools, resources and prompts that the conformance suite calls by name, on our HTTP layer: what is under test is the
 * transport, the sessions and the guards in front of them.
 *
 * @source README of `@modelcontextprotocol/conformance` 0.1.16, read 2026-11-30
 */
export function conformanceServer(): McpServer {
  const server = new McpServer(
    { name: 'conformance', version: '1.0.0' },
    { capabilities: { logging: {}, resources: { subscribe: true }, completions: {} } },
  );
  registerContent(server);
  registerExchanges(server);
  registerResources(server);
  registerPrompts(server);
  server.server.setRequestHandler('completion/complete', () => ({ completion: { values: [], total: 0, hasMore: false } }));
  return server;
}

function registerContent(server: McpServer): void {
  const returns = (name: string, content: CallToolResult['content']): void =>
    void server.registerTool(name, { description: name }, () => ({ content }));
  returns('test_simple_text', [{ type: 'text', text: 'This is a simple text response for testing.' }]);
  returns('test_image_content', [image]);
  returns('test_audio_content', [{ type: 'audio', data: WAV, mimeType: 'audio/wav' }]);
  returns('test_embedded_resource', [
    {
      type: 'resource',
      resource: {
        uri: 'test://embedded-resource',
        mimeType: 'text/plain',
        text: 'This is an embedded resource content.',
      },
    },
  ]);
  returns('test_multiple_content_types', [
    { type: 'text', text: 'Multiple content types test:' },
    image,
    {
      type: 'resource',
      resource: { uri: 'test://mixed-content-resource', mimeType: 'application/json', text: '{"test":"data","value":123}' },
    },
  ]);
  server.registerTool('test_error_handling', { description: 'fails' }, () => {
    throw new Error('This tool intentionally returns an error for testing');
  });
}

function registerExchanges(server: McpServer): void {
  server.registerTool('test_tool_with_logging', { description: 'logs' }, async ({ mcpReq }) => {
    for (const said of ['Tool execution started', 'Tool processing data', 'Tool execution completed']) {
      await mcpReq.log('info', said);
      await pause();
    }
    return text('done');
  });
  server.registerTool('test_tool_with_progress', { description: 'reports progress' }, async ({ mcpReq: { notify, _meta } }) => {
    const progressToken = _meta?.progressToken;
    for (const progress of [0, 50, 100]) {
      if (progressToken !== undefined)
        await notify({ method: 'notifications/progress', params: { progressToken, progress, total: 100 } });
      await pause();
    }
    return text('done');
  });
  server.registerTool(
    'test_sampling',
    { description: 'asks the model', inputSchema: z.object({ prompt: z.string() }) },
    async ({ prompt }, { mcpReq }) => {
      const { content } = await mcpReq.requestSampling({
        messages: [{ role: 'user', content: { type: 'text', text: prompt } }],
        maxTokens: 100,
      });
      return text(`LLM response: ${JSON.stringify(content)}`);
    },
  );
  const elicits = (name: string, message: string, properties: Record<string, object>, required: string[] = []): void =>
    void server.registerTool(
      name,
      { description: name, inputSchema: z.object({ message: z.string().optional() }) },
      async (args, { mcpReq }) => {
        const requestedSchema = { type: 'object' as const, properties, required };
        const reply = await mcpReq.elicitInput({ mode: 'form', message: args.message ?? message, requestedSchema } as never);
        return text(`Elicitation completed: action=${reply.action}, content=${JSON.stringify(reply.content ?? {})}`);
      },
    );
  elicits(
    'test_elicitation',
    'Who are you?',
    {
      username: { type: 'string', description: "User's response" },
      email: { type: 'string', description: "User's email address" },
    },
    ['username', 'email'],
  );
  elicits('test_elicitation_sep1034_defaults', 'Defaults', {
    name: { type: 'string', default: 'John Doe' },
    age: { type: 'integer', default: 30 },
    score: { type: 'number', default: 95.5 },
    status: { type: 'string', enum: ['active', 'inactive', 'pending'], default: 'active' },
    verified: { type: 'boolean', default: true },
  });
  const titled = (values: readonly (readonly [string, string])[]): object[] =>
    values.map(([value, title]) => ({ const: value, title }));
  const three = titled([
    ['value1', 'First Option'],
    ['value2', 'Second Option'],
    ['value3', 'Third Option'],
  ]);
  elicits('test_elicitation_sep1330_enums', 'Choices', {
    untitledSingle: { type: 'string', enum: ['option1', 'option2', 'option3'] },
    titledSingle: { type: 'string', oneOf: three },
    legacyEnum: { type: 'string', enum: ['opt1', 'opt2', 'opt3'], enumNames: ['Option One', 'Option Two', 'Option Three'] },
    untitledMulti: { type: 'array', items: { type: 'string', enum: ['option1', 'option2', 'option3'] } },
    titledMulti: { type: 'array', items: { anyOf: three } },
  });
}

function registerResources(server: McpServer): void {
  const fixed = (name: string, content: { mimeType: string; text: string } | { mimeType: string; blob: string }): void =>
    void server.registerResource(name, `test://${name}`, { mimeType: content.mimeType }, (uri) => ({
      contents: [{ uri: uri.href, ...content }],
    }));
  fixed('static-text', { mimeType: 'text/plain', text: 'This is the content of the static text resource.' });
  fixed('static-binary', { mimeType: 'image/png', blob: PNG });
  fixed('watched-resource', { mimeType: 'text/plain', text: 'Watched.' });
  server.registerResource(
    'template',
    new ResourceTemplate('test://template/{id}/data', { list: undefined }),
    {},
    (uri, { id }) => ({
      contents: [
        {
          uri: uri.href,
          mimeType: 'application/json',
          text: JSON.stringify({ id, templateTest: true, data: `Data for ID: ${String(id)}` }),
        },
      ],
    }),
  );
  server.server.setRequestHandler('resources/subscribe', () => ({}));
  server.server.setRequestHandler('resources/unsubscribe', () => ({}));
}

function registerPrompts(server: McpServer): void {
  const user = (content: { type: 'text'; text: string } | typeof image) => ({ role: 'user' as const, content });
  server.registerPrompt('test_simple_prompt', { description: 'simple' }, () => ({
    messages: [user({ type: 'text', text: 'This is a simple prompt for testing.' })],
  }));
  server.registerPrompt(
    'test_prompt_with_arguments',
    { description: 'with arguments', argsSchema: z.object({ arg1: z.string(), arg2: z.string() }) },
    ({ arg1, arg2 }) => ({ messages: [user({ type: 'text', text: `Prompt with arguments: arg1='${arg1}', arg2='${arg2}'` })] }),
  );
  server.registerPrompt(
    'test_prompt_with_embedded_resource',
    { description: 'with a resource', argsSchema: z.object({ resourceUri: z.string() }) },
    ({ resourceUri }) => ({
      messages: [
        {
          role: 'user',
          content: {
            type: 'resource',
            resource: { uri: resourceUri, mimeType: 'text/plain', text: 'Embedded resource content for testing.' },
          },
        },
        user({ type: 'text', text: 'Please process the embedded resource above.' }),
      ],
    }),
  );
  server.registerPrompt('test_prompt_with_image', { description: 'with an image' }, () => ({
    messages: [user(image), user({ type: 'text', text: 'Please analyze the image above.' })],
  }));
}
