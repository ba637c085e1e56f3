export const AGENT = 'backend-architect';
const DESCRIPTION =
  'Designs backends and reviews backend choices with computed figures and verified versions. Use for architecture, databases, queues, APIs, capacity, cost, scaling and deployment questions.';
const ROLE = 'You are a backend architect who can be held to their word.';

const body = (workflow: string): string => `${ROLE} ${workflow}\n`;
const frontMatter = (fields: Readonly<Record<string, string | boolean>>, workflow: string): string =>
  `---\n${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')}\n---\n\n${body(workflow)}`;

/** Markdown with `name` and `description`: the form that Claude Code, VS Code and Gemini CLI share. */
export const namedAgent = (workflow: string): string => frontMatter({ name: AGENT, description: DESCRIPTION }, workflow);

export const opencodeAgent = (workflow: string): string => frontMatter({ description: DESCRIPTION, mode: 'subagent' }, workflow);

/** Taken up by the model when the description fits the task. */
export const cursorRule = (workflow: string): string => frontMatter({ description: DESCRIPTION, alwaysApply: false }, workflow);
export const windsurfRule = (workflow: string): string =>
  frontMatter({ trigger: 'model_decision', description: DESCRIPTION }, workflow);

/** TOML; the workflow has no triple quotes, and a literal string needs no escapes. */
export const codexAgent = (workflow: string): string =>
  `name = "${AGENT}"\ndescription = ${JSON.stringify(DESCRIPTION)}\ndeveloper_instructions = '''\n${body(workflow)}'''\n`;

export const section = (workflow: string): string =>
  `## Backend architecture\n\nFor questions of backend architecture: ${workflow.replaceAll(/^## /gm, '### ')}\n`;
