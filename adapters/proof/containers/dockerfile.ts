import type { Dockerfile, From, Instruction } from 'dockerfile-ast';
import { judge, type Finding } from '../findings.ts';
import { packageVersion } from '../package-version.ts';
import { notRun, messageOf, type Prover } from '../proof.ts';

const CLAIM =
  'every instruction is known, stages and variables resolve, and the project’s rules for images find nothing (not built: no container engine is used)';

/** `Dockerfile`s: parsed, then held to the rules below. Nothing is built. */
export const proveDockerfiles: Prover = async (artefacts) => {
  const files = artefacts.filter(({ path }) => /(?:^|\/)Dockerfile$/.test(path));
  if (files.length === 0) return [];
  const by = { tool: 'dockerfile-ast', version: packageVersion('dockerfile-ast') };
  try {
    const { DockerfileParser } = await import('dockerfile-ast');
    return await Promise.all(
      files.map((file) => judge(by, CLAIM, file, () => dockerfileFindings(DockerfileParser.parse(file.content)), 'no finding')),
    );
  } catch (error) {
    return notRun(by, CLAIM, files, `the parser could not be loaded: ${messageOf(error)}`);
  }
};

const KEYWORDS: ReadonlySet<string> = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(' '),
);
/** Variables that BuildKit itself defines: https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope, read 2026-11-30. */
const PREDEFINED = /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$|^(?:https?|ftp|no|all)_proxy$|^PATH$/i;
const SECRET = /(?:^|_)(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_KEY)$/i;

const at = (instruction: Instruction, message: string): Finding => ({ message, line: instruction.getRange().start.line + 1 });

function dockerfileFindings(file: Dockerfile): readonly Finding[] {
  const instructions = file.getInstructions();
  const froms = file.getFROMs();
  if (froms.length === 0) return [{ message: 'there is no FROM', line: 1 }];
  return [
    ...instructions
      .filter((one) => !KEYWORDS.has(one.getKeyword()))
      .map((one) => at(one, `${one.getInstruction()} is no instruction`)),
    ...instructions.flatMap((one) => undeclared(one, file)),
    ...instructions.flatMap(habits),
    ...froms.flatMap((from, index) => baseFindings(from, froms.slice(0, index))),
    ...copiesFrom(file, froms),
    ...finalStage(instructions, froms.at(-1)!),
  ];
}

/** Shells expand their own variables, so RUN, CMD and the like are left alone. */
function undeclared(instruction: Instruction, file: Dockerfile): readonly Finding[] {
  const keyword = instruction.getKeyword();
  if (!['FROM', 'COPY', 'ADD', 'ENV', 'WORKDIR', 'USER', 'EXPOSE'].includes(keyword)) return [];
  const line = instruction.getRange().start.line;
  const global = new Set(file.getInitialARGs().map((arg) => arg.getProperty()?.getName()));
  return instruction
    .getVariables()
    .map((variable) => variable.getName())
    .filter((name) => !PREDEFINED.test(name))
    .filter((name) => (keyword === 'FROM' ? !global.has(name) : file.resolveVariable(name, line) === undefined))
    .map((name) => at(instruction, `\${${name}} is declared nowhere above`));
}

function habits(instruction: Instruction): readonly Finding[] {
  const text = instruction.getArgumentsContent() ?? '';
  const keyword = instruction.getKeyword();
  const named = (keyword === 'ENV' || keyword === 'ARG') && /^([\w-]+)=./.exec(text)?.[1];
  return [
    ...(text === '' ? [at(instruction, `${keyword} says nothing`)] : []),
    ...(keyword === 'ADD' && /^https?:/.test(text)
      ? [at(instruction, 'ADD fetches from the network: the content is not pinned')]
      : []),
    ...(named && SECRET.test(named) ? [at(instruction, `${named} would stay in the image’s history`)] : []),
    ...(keyword === 'RUN' && /\bsudo\b/.test(text) ? [at(instruction, 'RUN needs no sudo')] : []),
    ...(keyword === 'RUN' && /\bcurl\b[^|&;]*\|\s*(?:ba)?sh\b/.test(text)
      ? [at(instruction, 'a script from the network runs unread')]
      : []),
    ...(keyword === 'RUN' && /apt-get install(?!.*--no-install-recommends)/s.test(text)
      ? [at(instruction, 'apt-get install without --no-install-recommends')]
      : []),
    ...(keyword === 'WORKDIR' && !/^["']?[/$]/.test(text) ? [at(instruction, 'WORKDIR is not absolute')] : []),
    ...(keyword === 'EXPOSE' && text.split(/\s+/).some((port) => !isPort(port)) ? [at(instruction, `${text} is no port`)] : []),
    ...(['CMD', 'ENTRYPOINT'].includes(keyword) && !isExecForm(text)
      ? [at(instruction, `${keyword} runs through a shell, which does not pass signals on`)]
      : []),
    ...(keyword === 'HEALTHCHECK' && !/^NONE$/i.test(text) && !isExecForm(/\bCMD\s+(.*)$/s.exec(text)?.[1] ?? '')
      ? [at(instruction, 'HEALTHCHECK needs a shell that the image may not have')]
      : []),
  ];
}

const isPort = (text: string): boolean => {
  const [, number = ''] = /^(\d{1,5})(?:\/(?:tcp|udp))?$/.exec(text) ?? [];
  return number !== '' && Number(number) >= 1 && Number(number) <= 65_535;
};

function isExecForm(text: string): boolean {
  try {
    const words: unknown = JSON.parse(text);
    return Array.isArray(words) && words.length > 0 && words.every((word) => typeof word === 'string');
  } catch {
    return false;
  }
}

/** A base is an earlier stage, `scratch`, or an image with a tag or digest that does not move. */
function baseFindings(from: From, before: readonly From[]): readonly Finding[] {
  const image = from.getImage() ?? '';
  const isStage = before.some((stage) => stage.getBuildStage()?.toLowerCase() === image.toLowerCase());
  if (isStage || image === 'scratch') return [];
  const tag = /:([^/@]+)$/.exec(image.replace(/@sha256:.*$/, ''))?.[1];
  if (image.includes('@sha256:')) return [];
  if (tag === undefined) return [at(from, `${image} has no tag`)];
  return tag.startsWith('latest') ? [at(from, `${image} moves: its tag is latest`)] : [];
}

function copiesFrom(file: Dockerfile, froms: readonly From[]): readonly Finding[] {
  const ends = froms.map((from) => from.getRange().start.line);
  return file.getCOPYs().flatMap((copy) => {
    const source = copy
      .getFlags()
      .find((flag) => flag.getName() === 'from')
      ?.getValue();
    if (source === undefined || source === null) return [];
    const earlier = froms.filter((_, index) => (ends[index + 1] ?? Infinity) < copy.getRange().start.line);
    const known =
      earlier.some((stage) => stage.getBuildStage()?.toLowerCase() === source.toLowerCase()) || Number(source) < earlier.length;
    return known || /[:@]/.test(source) ? [] : [at(copy, `there is no stage ${source} before this line`)];
  });
}

/** What runs: nobody's user, one way to start, a probe. */
function finalStage(instructions: readonly Instruction[], from: From): readonly Finding[] {
  const start = from.getRange().start.line;
  const last = instructions.filter((one) => one.getRange().start.line > start);
  const of = (keyword: string): readonly Instruction[] => last.filter((one) => one.getKeyword() === keyword);
  const user = of('USER').at(-1);
  const name = user?.getArgumentsContent() ?? '';
  return [
    ...(user === undefined ? [at(from, 'the last stage runs as root: it has no USER')] : []),
    ...(user && /^(?:root|0)(?::|$)/.test(name) ? [at(user, 'the last stage runs as root')] : []),
    ...(user && !/^[1-9]\d*(?::[1-9]\d*)?$/.test(name)
      ? [at(user, `${name} is no number: a platform cannot tell that it is not root`)]
      : []),
    ...(of('ENTRYPOINT').length + of('CMD').length === 0 ? [at(from, 'the last stage starts nothing')] : []),
    ...of('ENTRYPOINT')
      .slice(1)
      .map((one) => at(one, 'a second ENTRYPOINT replaces the first')),
    ...(of('HEALTHCHECK').length === 0 ? [at(from, 'the last stage has no HEALTHCHECK')] : []),
  ];
}
