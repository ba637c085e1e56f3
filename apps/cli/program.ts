import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { SCHEMA_NAMES } from './commands/schema-names.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

declare const ARCHWRIGHT_VERSION: string;

const EXAMPLES = `
Examples:
  archwright design "Design a notification service for our e-commerce platform. We have 100K users, expect 1M notifications/day." -o architecture
  archwright design brief.txt --yes --json > answer.json
  archwright design architecture/archwright.yaml -o architecture      edit the file, design again
  archwright questions "I need a database for a high-write logging system."
  archwright why cost.total                                           the derivation, down to prices and stated facts
  archwright why primary-store                                        every option and the figure that settled it
  archwright diff architecture next                                   what changes, and the migration
  archwright prove architecture                                       run every proof again
  archwright verify package.json --sbom bom.json                      evidence, end of life and advisories of everything in use

Exit codes: 0 answered, 1 gate failed, 2 questions must be answered first, 64 usage, 65 bad input, 70 a fault of its own.`;

const VERIFY_HELP = `
Reads package.json with its lock file, requirements.txt, pyproject.toml, go.mod, pom.xml, .nvmrc and the like, Dockerfile and compose files.
Sources: Context7, npm, PyPI, Go, Maven Central, container registries, GitHub, endoflife.date, OSV, npm advisories, deps.dev. Mirrors and
sources to leave out: ARCHWRIGHT_SOURCES (a JSON file), ARCHWRIGHT_CONTEXT7 (address, command or off). Proxies: HTTPS_PROXY, NO_PROXY.
Exit codes: 0 nothing to act on; 1 something is vulnerable, past its end of life or deprecated; 64 usage; 65 bad input.`;

function format(value: string): string {
  if (!['md', 'json', 'html'].includes(value)) throw new InvalidArgumentError('choose md, json or html');
  return value;
}
function scope(value: string): string {
  if (!['project', 'user'].includes(value)) throw new InvalidArgumentError('choose project or user');
  return value;
}
function level(value: string): string {
  if (value !== 'verified') throw new InvalidArgumentError('choose verified');
  return value;
}
const list = (value: string): readonly string[] => value.split(',').map((one) => one.trim());
function whole(value: string): string {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('a whole number');
  return value;
}

function dollars(value: string): string {
  if (!/^\d{1,6}(?:\.\d{1,6})?$/.test(value)) throw new InvalidArgumentError('an amount in USD, such as 0.50');
  return value;
}

/** What bounds a session with a model. */
const modelOptions = (command: Command): Command =>
  command
    .option('--model-url <address>', 'another address of the provider')
    .option('--transcript <file>', 'where the conversation is kept as JSON lines')
    .option('--max-tokens <n>', 'tokens in and out of one session', whole)
    .option('--max-seconds <n>', 'time a model is given for one answer', whole)
    .option('--max-cost <usd>', 'money for one session; needs --model-price', dollars)
    .option('--model-price <in,out>', 'USD for a million tokens in and out, such as 3,15');

/** The command line; every command answers with an exit code, and is loaded when it is asked for. */
export function program(done: (code: ExitCode) => void): Command {
  const root = new Command('archwright')
    .description(
      'A backend architect that can be held to its word: a brief in plain language becomes a complete, checked backend design.',
    )
    .version(ARCHWRIGHT_VERSION)
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .showHelpAfterError('(archwright --help shows the commands)');
  const command = (usage: string, description: string) => root.command(usage).description(description).exitOverride();

  const design = command('design <brief>', 'brief (text, file, archwright.yaml or - for stdin) to a complete, gated design')
    .option('-y, --yes', 'ask nothing; what is not said is assumed and listed')
    .option('--answers <file>', 'answers to questions: YAML or JSON, question id: answer')
    .option(
      '--repo <folder>',
      'read existing decisions and rules there (default: this folder, when it holds RULES.md, AGENTS.md, compose.yaml or backend documents)',
    )
    .option('-o, --out <folder>', 'write the answer and its files there; files you edited are kept')
    .option('--format <format>', 'what to print: md, json or html', format)
    .option('--json', 'one JSON document on stdout (same as --format json), no questions')
    .option('--offline', 'no network: versions come from the shipped, dated snapshot')
    .option('--require <level>', 'verified: no answer where a version has no fresh evidence', level)
    .option('--no-prove', 'do not run the proofs')
    .option('--date <date>', 'date of the design (default: today)')
    .option('--seed <n>', 'seed of the robustness draws', whole)
    .option('--model <provider:model>', 'a language model reads the brief as well; figures still come from the engine alone');
  modelOptions(design).action(async (brief: string, options) =>
    done(await (await import('./commands/design.ts')).designCommand(brief, options)),
  );
  modelOptions(
    command('chat [brief]', 'talk with a language model over the engine’s tools; what it says is held to the design')
      .option('--model <provider:model>', 'the model (default: ARCHWRIGHT_MODEL)')
      .option('--repo <folder>', 'files it may look at')
      .option('--offline', 'no network besides the model: versions come from the shipped snapshot')
      .option('--no-prove', 'do not run the proofs on /save')
      .option('--date <date>', 'date of the design (default: today)'),
  ).action(async (brief: string | undefined, options) =>
    done(await (await import('./commands/chat.ts')).chatCommand(brief, options)),
  );
  command('questions <brief>', 'only the questions whose answers would change the design, ranked')
    .option('--answers <file>', 'answers already known')
    .option('--json', 'as JSON')
    .action(async (brief: string, options) =>
      done(await (await import('./commands/questions.ts')).questionsCommand(brief, options)),
    );
  command('why <figure-or-decision>', 'the derivation of a figure, or the options of a decision')
    .option('--in <folder>', 'folder of the design (default: architecture)')
    .option('--depth <n>', 'levels to open', whole)
    .option('--json', 'as JSON')
    .action(async (name: string, options) => done(await (await import('./commands/why.ts')).whyCommand(name, options)));
  command('prove [folder]', 'give every file of a design to its tool again')
    .option('--json', 'as JSON')
    .action(async (folder: string | undefined, options) =>
      done(await (await import('./commands/prove.ts')).proveCommand(folder, options)),
    );
  command('diff <before> <after>', 'two designs: what changes, and the ordered migration with its way back')
    .option('--json', 'as JSON')
    .option('--date <date>', 'date of designs that are made here (default: today)')
    .addHelpText(
      'after',
      '\nEach side is a folder that `design -o` wrote, its model.json, a brief in quotes, a text file, or archwright.yaml.',
    )
    .action(async (before: string, after: string, options) =>
      done(await (await import('./commands/diff.ts')).diffCommand(before, after, options)),
    );
  command('verify [target]', 'evidence for every technology and version of a design, a manifest, or a folder with manifests')
    .option('--json', 'as JSON')
    .option('--sbom <file>', 'write a CycloneDX bill of materials (- for stdout)')
    .option('--offline', 'no network: what was kept, synchronised or shipped, each with its date')
    .option('--all', 'list locked packages of packages too')
    .option('--require <level>', 'verified: fail where a version has no fresh evidence', level)
    .option('--date <date>', 'judge the evidence on that day (default: today)')
    .addHelpText('after', VERIFY_HELP)
    .action(async (target: string | undefined, options) =>
      done(await (await import('./commands/verify.ts')).verifyCommand(target, options)),
    );
  command('advisories <action> [archive]', 'advisories without a network: sync, import <zip> or status')
    .option('--ecosystem <names>', 'npm, pypi, go, maven; comma-separated (default: all)', list)
    .option('--json', 'as JSON')
    .action(async (action: string, archive: string | undefined, options) =>
      done(await (await import('./commands/advisories.ts')).advisoriesCommand(action, archive, options)),
    );
  command('doctor', 'what is available here: tools, registries, knowledge')
    .option('--json', 'as JSON')
    .option('--offline', 'do not try the network')
    .action(async (options) => done(await (await import('./commands/doctor.ts')).doctorCommand(options)));
  command('mcp', 'serve coding assistants over MCP: on standard input and output, or over HTTP')
    .option('--http', 'streamable HTTP instead of standard input and output')
    .option('--host <address>', 'address to listen at with --http; any but loopback needs ARCHWRIGHT_MCP_TOKEN', '127.0.0.1')
    .option('--port <n>', 'port with --http; 0 takes a free one', whole, '7337')
    .option('--allow-host <name...>', 'further host names under which callers may reach it')
    .option('--allow-origin <name...>', 'host names of web pages that may call it')
    .option(
      '--root <folder...>',
      'folders below which callers may have a repository read (default: this folder; none with --http)',
    )
    .option('--offline', 'no network: versions come from the shipped, dated snapshot')
    .action(async (options) => done(await (await import('./commands/mcp.ts')).mcpCommand(options, ARCHWRIGHT_VERSION)));
  command('init', 'install into the coding assistants found: MCP entry and a backend-architect agent or rule file')
    .option('--scope <scope>', 'project (shared through the repository) or user', scope, 'project')
    .option('--assistant <id...>', 'these instead of those found')
    .option('--command <words>', 'how the server is started (default: npx -y archwright mcp)')
    .option('--dry-run', 'show the differences and write nothing')
    .option('-y, --yes', 'write without asking')
    .option('--undo', 'take back what init wrote here: the exact bytes where nothing was edited since')
    .option('--json', 'as JSON')
    .action(async (options) => done(await (await import('./commands/init.ts')).initCommand(options)));
  command('schema <name>', `a published JSON Schema: ${SCHEMA_NAMES.join(', ')}`).action(async (name: string) =>
    done(await (await import('./commands/schema.ts')).schemaCommand(name)),
  );
  return root;
}

/** Commander's own endings as exit codes: help and version are answers, everything else is usage. */
export const exitCodeOf = (error: CommanderError): ExitCode => (error.exitCode === 0 ? EXIT.answered : EXIT.usage);
