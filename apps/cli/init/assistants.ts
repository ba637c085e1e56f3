import { join } from 'node:path';
import { AGENT, codexAgent, cursorRule, namedAgent, opencodeAgent, section, windsurfRule } from './agent-texts.ts';
import type { Assistant, Launch, Places } from './assistant.ts';

const stdio = ({ command, args }: Launch) => ({ type: 'stdio', command, args });
const plain = ({ command, args }: Launch) => ({ command, args });

const project =
  (...paths: readonly string[]) =>
  ({ project: root }: Places): readonly string[] =>
    paths.map((path) => join(root, path));
const home =
  (...paths: readonly string[]) =>
  ({ home: root }: Places): readonly string[] =>
    paths.map((path) => join(root, path));
const config =
  (...paths: readonly string[]) =>
  ({ config: root }: Places): readonly string[] =>
    paths.map((path) => join(root, path));

/** Every format as its vendor documents it; a file that several vendors share is written once. */
export const ASSISTANTS: readonly Assistant[] = [
  {
    id: 'claude-code',
    name: 'Claude Code',
    signs: (places) => [...project('.claude', 'CLAUDE.md', '.mcp.json')(places), ...home('.claude.json', '.claude')(places)],
    configuration: {
      paths: { project: project('.mcp.json'), user: home('.claude.json') },
      format: 'json',
      servers: ['mcpServers'],
      entry: stdio,
    },
    agent: {
      paths: { project: project(`.claude/agents/${AGENT}.md`), user: home(`.claude/agents/${AGENT}.md`) },
      shape: 'file',
      render: namedAgent,
    },
    sources: [
      { url: 'https://code.claude.com/docs/en/mcp', readOn: '2026-11-30' },
      { url: 'https://code.claude.com/docs/en/sub-agents', readOn: '2026-11-30' },
    ],
  },
  {
    id: 'cursor',
    name: 'Cursor',
    signs: (places) => [...project('.cursor', '.cursorrules')(places), ...home('.cursor')(places)],
    configuration: {
      paths: { project: project('.cursor/mcp.json'), user: home('.cursor/mcp.json') },
      format: 'jsonc',
      servers: ['mcpServers'],
      entry: plain,
    },
    // User rules live in the settings of the program, not in a file.
    agent: { paths: { project: project(`.cursor/rules/${AGENT}.mdc`) }, shape: 'file', render: cursorRule },
    sources: [
      { url: 'https://cursor.com/docs/mcp', readOn: '2026-11-30' },
      { url: 'https://cursor.com/docs/rules', readOn: '2026-11-30' },
    ],
  },
  {
    id: 'vscode',
    name: 'VS Code',
    signs: (places) => [...project('.vscode', '.github/copilot-instructions.md')(places), places.code],
    configuration: {
      paths: { project: project('.vscode/mcp.json'), user: ({ code }) => [join(code, 'mcp.json')] },
      format: 'jsonc',
      servers: ['servers'],
      entry: stdio,
    },
    agent: { paths: { project: project(`.github/agents/${AGENT}.agent.md`) }, shape: 'file', render: namedAgent },
    sources: [
      { url: 'https://code.visualstudio.com/docs/agents/reference/mcp-configuration', readOn: '2026-11-30' },
      { url: 'https://docs.github.com/copilot/reference/custom-agents-configuration', readOn: '2026-11-30' },
    ],
  },
  {
    id: 'codex',
    name: 'Codex',
    signs: (places) => [...project('.codex')(places), ...home('.codex')(places)],
    configuration: {
      paths: { project: project('.codex/config.toml'), user: home('.codex/config.toml') },
      format: 'toml',
      servers: ['mcp_servers'],
      entry: plain,
    },
    agent: {
      paths: { project: project(`.codex/agents/${AGENT}.toml`), user: home(`.codex/agents/${AGENT}.toml`) },
      shape: 'file',
      render: codexAgent,
    },
    sources: [
      { url: 'https://developers.openai.com/codex/mcp', readOn: '2026-11-30' },
      { url: 'https://developers.openai.com/codex/subagents', readOn: '2026-11-30' },
    ],
  },
  {
    id: 'gemini-cli',
    name: 'Gemini CLI',
    signs: (places) => [...project('.gemini', 'GEMINI.md')(places), ...home('.gemini')(places)],
    configuration: {
      paths: { project: project('.gemini/settings.json'), user: home('.gemini/settings.json') },
      format: 'jsonc',
      servers: ['mcpServers'],
      entry: plain,
    },
    agent: {
      paths: { project: project(`.gemini/agents/${AGENT}.md`), user: home(`.gemini/agents/${AGENT}.md`) },
      shape: 'file',
      render: namedAgent,
    },
    sources: [
      { url: 'https://geminicli.com/docs/cli/configuration', readOn: '2026-11-30' },
      { url: 'https://geminicli.com/docs/core/subagents', readOn: '2026-11-30' },
    ],
  },
  {
    id: 'windsurf',
    name: 'Windsurf',
    signs: (places) => [...project('.windsurf', '.windsurfrules')(places), ...home('.codeium/windsurf')(places)],
    // One file for the user; projects have none of their own.
    configuration: {
      paths: { user: home('.codeium/windsurf/mcp_config.json') },
      format: 'json',
      servers: ['mcpServers'],
      entry: plain,
    },
    agent: { paths: { project: project(`.windsurf/rules/${AGENT}.md`) }, shape: 'file', render: windsurfRule },
    sources: [{ url: 'https://docs.windsurf.com/windsurf/cascade/mcp', readOn: '2026-11-30' }],
  },
  {
    id: 'zed',
    name: 'Zed',
    signs: (places) => [...project('.zed')(places), ...config('zed')(places)],
    configuration: {
      paths: { project: project('.zed/settings.json'), user: config('zed/settings.json') },
      format: 'jsonc',
      servers: ['context_servers'],
      entry: plain,
    },
    agent: {
      // Zed reads the first of these only, so a new file must not hide one that is there.
      paths: {
        project: project(
          '.rules',
          '.cursorrules',
          '.windsurfrules',
          '.clinerules',
          '.github/copilot-instructions.md',
          'AGENT.md',
          'AGENTS.md',
          'CLAUDE.md',
          'GEMINI.md',
          'AGENTS.md',
        ),
        user: config('zed/AGENTS.md'),
      },
      shape: 'section',
      render: section,
    },
    sources: [
      { url: 'https://zed.dev/docs/ai/mcp', readOn: '2026-11-30' },
      { url: 'https://zed.dev/docs/ai/instructions', readOn: '2026-11-30' },
    ],
  },
  {
    id: 'opencode',
    name: 'opencode',
    signs: (places) => [...project('opencode.json', 'opencode.jsonc', '.opencode')(places), ...config('opencode')(places)],
    configuration: {
      paths: {
        project: project('opencode.jsonc', 'opencode.json'),
        user: config('opencode/opencode.jsonc', 'opencode/opencode.json'),
      },
      format: 'jsonc',
      servers: ['mcp'],
      entry: ({ command, args }) => ({ type: 'local', command: [command, ...args], enabled: true }),
    },
    agent: {
      paths: { project: project(`.opencode/agents/${AGENT}.md`), user: config(`opencode/agents/${AGENT}.md`) },
      shape: 'file',
      render: opencodeAgent,
    },
    sources: [
      { url: 'https://opencode.ai/docs/mcp-servers', readOn: '2026-11-30' },
      { url: 'https://opencode.ai/docs/agents', readOn: '2026-11-30' },
    ],
  },
];
