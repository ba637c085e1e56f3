import { type Ecosystem } from '../technology/client-libraries.ts';
import { type Sighting, using } from '../technology/sighting.ts';
import type { TechnologyIndex } from '../technology/technology-index.ts';
import { linesOf, type Line } from './lines.ts';
import type { StackReader } from './reader.ts';

/** `fastapi[standard]>=0.115`, `"pydantic>=2"`, `django = "^5"`: the name at the start of a line, in quotes or not. */
const PYTHON_NAME = /^[ \t]{0,16}["']?([A-Za-z0-9][A-Za-z0-9._-]{0,80})(?:\[[^\]]{0,100}\])?["']?[ \t]{0,8}(?:[=<>~!;,@#]|$)/;
const PYTHON_INLINE = /["']([A-Za-z0-9][A-Za-z0-9._-]{0,80})(?:\[[^\]"']{0,100}\])?[^"']{0,100}["']/g;
/** Sections of `pyproject.toml` that list what the program needs. */
const PYTHON_SECTION = /^\[(?:project|tool\.poetry\.dependencies)\]/;
const DEPENDENCY_LIST = /^dependencies[ \t]{0,8}=/;

const packages = (
  ecosystem: Ecosystem,
  named: readonly { readonly name: string; readonly line: number }[],
  technologies: TechnologyIndex,
): readonly Sighting[] =>
  named.flatMap(({ name, line }) => {
    const id = technologies.package(ecosystem, name);
    return id === undefined ? [] : [using(id, line, { isClient: true })];
  });

const withRuntime = (
  runtime: string,
  line: number | undefined,
  found: readonly Sighting[],
  technologies: TechnologyIndex,
): readonly Sighting[] =>
  line === undefined || technologies.name(runtime) === undefined ? found : [using(runtime, line), ...found];

const normalised = (name: string): string => name.toLowerCase().replaceAll(/[._]/g, '-');

/** `requirements.txt` and `pyproject.toml`; Python itself where something known is built on it. */
export const readPython: StackReader = ({ path, text }, technologies) => {
  const named = path.endsWith('.toml')
    ? tomlNames(linesOf(text))
    : linesOf(text).flatMap(({ text, number }) => nameOn(text, number));
  const found = packages(
    'pypi',
    named.map(({ name, line }) => ({ name: normalised(name), line })),
    technologies,
  );
  return { sightings: withRuntime('python', found[0]?.line, found, technologies) };
};

const nameOn = (text: string, line: number): readonly { name: string; line: number }[] => {
  const name = PYTHON_NAME.exec(text)?.[1];
  return name === undefined ? [] : [{ name, line }];
};

function tomlNames(lines: readonly Line[]): readonly { name: string; line: number }[] {
  const found: { name: string; line: number }[] = [];
  let [section, isList] = ['', false];
  for (const { text, number } of lines) {
    if (/^\[[^[\]]{1,100}\]/.test(text)) [section, isList] = [text, false];
    if (!PYTHON_SECTION.test(section)) continue;
    const opens = section.startsWith('[project]') && DEPENDENCY_LIST.test(text);
    if (opens || isList) found.push(...[...text.matchAll(PYTHON_INLINE)].map((match) => ({ name: match[1]!, line: number })));
    else if (section.startsWith('[tool.poetry')) found.push(...nameOn(text, number));
    if (opens) isList = true;
    // A list ends with a bracket on a line of its own, or at the end of the line that opened it.
    if (isList && /\][ \t]{0,8}$/.test(text)) isList = false;
  }
  return found;
}

/** `go.mod`: Go itself, and what it requires directly. */
export const readGo: StackReader = ({ text }, technologies) => {
  const lines = linesOf(text);
  const named = lines.flatMap(({ text, number }) => {
    const name = /^(?:require)?[ \t]{1,8}([a-z0-9.-]{1,60}\.[a-z]{2,10}\/[\w./~-]{1,150}) v/i.exec(text)?.[1];
    return name === undefined || text.includes('// indirect') ? [] : [{ name, line: number }];
  });
  const module = lines.find(({ text }) => /^(?:module|go) /.test(text));
  return { sightings: withRuntime('go', module?.number, packages('go', named, technologies), technologies) };
};

/** `pom.xml` and `build.gradle`: coordinates as `group:artifact`. */
export const readJvm: StackReader = ({ path, text }, technologies) => {
  const lines = linesOf(text);
  const found = packages('maven', path.endsWith('.xml') ? mavenNames(lines) : gradleNames(lines), technologies);
  const spring = lines.find(({ text }) => /org\.springframework\.boot/.test(text));
  const boot = spring && technologies.name('spring-boot') !== undefined ? [using('spring-boot', spring.number)] : [];
  return {
    sightings: withRuntime('java', lines.find(({ text }) => text.trim() !== '')?.number, [...boot, ...found], technologies),
  };
};

function mavenNames(lines: readonly Line[]): readonly { name: string; line: number }[] {
  let group = '';
  return lines.flatMap(({ text, number }) => {
    group = /<groupId>([\w.-]{1,100})<\/groupId>/.exec(text)?.[1] ?? group;
    const artifact = /<artifactId>([\w.-]{1,100})<\/artifactId>/.exec(text)?.[1];
    return artifact === undefined ? [] : [{ name: `${group}:${artifact}`, line: number }];
  });
}

const gradleNames = (lines: readonly Line[]): readonly { name: string; line: number }[] =>
  lines.flatMap(({ text, number }) => {
    const [, scope, name] = /^[ \t]{0,16}(\w{1,40})[ (]{1,4}["']([\w.-]{1,100}:[\w.-]{1,100})/.exec(text) ?? [];
    return name === undefined || scope === undefined || scope.startsWith('test') ? [] : [{ name, line: number }];
  });

/** `Cargo.toml`: Rust itself, and its direct dependencies; the drivers that `sqlx` and `diesel` are built with. */
export const readCargo: StackReader = ({ text }, technologies) => {
  const lines = linesOf(text);
  let isInside = false;
  const named = lines.flatMap(({ text, number }) => {
    if (text.startsWith('[')) isInside = /^\[(?:workspace\.)?dependencies\]/.test(text);
    const name = isInside ? /^([\w-]{1,80})[ \t]{0,8}[=.]/.exec(text)?.[1] : undefined;
    return name === undefined ? [] : [{ name, line: number, text }];
  });
  const drivers = named
    .filter(({ name }) => name === 'sqlx' || name === 'diesel' || name === 'sea-orm')
    .flatMap(({ text, line }) =>
      (['postgres', 'mysql', 'sqlite'] as const)
        .filter((driver) => text.includes(driver))
        .map((driver) => using(driver === 'postgres' ? 'postgresql' : driver, line, { isClient: true })),
    );
  const header = lines.find(({ text }) => /^\[(?:package|workspace)\]/.test(text));
  return {
    sightings: withRuntime('rust', header?.number, [...packages('cargo', named, technologies), ...drivers], technologies),
  };
};
