import { type InUse, lineOf, type PackageInUse, plainVersion, type RuntimeInUse } from './in-use.ts';

const PYTHON_REQUIREMENT =
  /^[ \t]*["']?([A-Za-z0-9][A-Za-z0-9._-]{0,80})(?:\[[^\]]{0,100}\])?[ \t]*((?:[=<>~!]=?=?|@)[^;#"']{1,100})?/;

/** `name==1.2.3`, `name>=2,<3`, `name[extra]~=1.0 ; marker`. */
function pythonPackage(text: string, file: string, line: number): readonly PackageInUse[] {
  const [, name, range] = PYTHON_REQUIREMENT.exec(text) ?? [];
  if (name === undefined) return [];
  const exact = /^===?[ \t]*([\w.!+-]{1,60})[ \t]*$/.exec((range ?? '').trim())?.[1];
  const rest = range === undefined ? {} : { range: range.trim().replace(/,$/, '') };
  return [{ ecosystem: 'pypi', name, ...(exact === undefined ? rest : { version: exact }), scope: 'direct', file, line }];
}

export const requirementsPackages = (file: string, text: string): InUse => ({
  packages: text.split('\n').flatMap((line, index) => (/^\s*(?:#|-|$)/.test(line) ? [] : pythonPackage(line, file, index + 1))),
  runtimes: [],
});

/** `[project]` of a `pyproject.toml`, and what Poetry keeps instead of it. */
export function pyprojectPackages(file: string, text: string): InUse {
  const packages: PackageInUse[] = [];
  const runtimes: RuntimeInUse[] = [];
  let [section, isList] = ['', false];
  for (const [index, line] of text.split('\n').entries()) {
    const header = /^\[([^[\]]{1,100})\]/.exec(line)?.[1];
    if (header !== undefined) [section, isList] = [header, false];
    const python = /^(?:requires-python|python)[ \t]*=[ \t]*["']([^"']{1,60})["']/.exec(line)?.[1];
    if (python !== undefined && /^(?:project|tool\.poetry\.dependencies)$/.test(section))
      runtimes.push(...pythonFloor(python, file, index + 1));
    else if (section === 'project' && /^dependencies[ \t]*=/.test(line)) isList = true;
    else if (section === 'tool.poetry.dependencies') packages.push(...poetryPackage(line, file, index + 1));
    if (!isList) continue;
    packages.push(...[...line.matchAll(/["']([^"']{1,200})["']/g)].flatMap(([, one]) => pythonPackage(one!, file, index + 1)));
    if (/\][ \t]*$/.test(line)) isList = false;
  }
  return { packages, runtimes };
}

function poetryPackage(text: string, file: string, line: number): readonly PackageInUse[] {
  const [, name, range] =
    /^([A-Za-z0-9][A-Za-z0-9._-]{0,80})[ \t]*=[ \t]*(?:\{[^}]{0,200}?version[ \t]*=[ \t]*)?["']([^"']{1,60})["']/.exec(text) ??
    [];
  if (name === undefined || range === undefined) return [];
  const exact = /^={0,3}(\d[\w.]{0,40})$/.exec(range)?.[1];
  return [{ ecosystem: 'pypi', name, ...(exact === undefined ? { range } : { version: exact }), scope: 'direct', file, line }];
}

function pythonFloor(range: string, file: string, line: number): readonly RuntimeInUse[] {
  const version = /(?:>=|~=|\^|==|^)[ \t]*(\d{1,2}(?:\.\d{1,3}){0,2})/.exec(range)?.[1];
  return version === undefined ? [] : [{ technology: 'python', version, range, file, line }];
}

/** `go.mod`: exact versions throughout; `// indirect` is what others need. */
export function goPackages(file: string, text: string): InUse {
  const lines = text.split('\n');
  const packages = lines.flatMap((line, index): PackageInUse[] => {
    const [, name, version] =
      /^(?:require)?[ \t]+([a-z0-9.-]{1,60}\.[a-z]{2,10}(?:\/[\w.~-]{1,100}){0,10})[ \t]+(v[\w.+-]{1,80})/i.exec(line) ?? [];
    if (name === undefined || version === undefined) return [];
    return [
      { ecosystem: 'go', name, version, scope: line.includes('// indirect') ? 'transitive' : 'direct', file, line: index + 1 },
    ];
  });
  const at = lines.findIndex((line) => /^(?:toolchain go|go )\d/.test(line));
  const version = at < 0 ? undefined : /(\d{1,2}\.\d{1,3}(?:\.\d{1,3})?)/.exec(lines[at]!)?.[1];
  return { packages, runtimes: version === undefined ? [] : [{ technology: 'go', version, file, line: at + 1 }] };
}

/** `pom.xml`: dependencies with their versions, properties resolved where the file itself defines them; not those of parents. */
export function mavenPackages(file: string, text: string): InUse {
  const properties = new Map(
    [...text.matchAll(/<([\w.-]{1,80})>([\w.+-]{1,80})<\/\1>/g)].map(([, name, value]) => [name!, value!]),
  );
  const resolved = (value: string | undefined): string | undefined => {
    const property = /^\$\{([\w.-]{1,80})\}$/.exec(value ?? '')?.[1];
    return property === undefined ? value : properties.get(property);
  };
  const packages = [...text.matchAll(/<(dependency|parent)>([\s\S]{1,2000}?)<\/\1>/g)].flatMap((match): PackageInUse[] => {
    const of = (tag: string): string | undefined => new RegExp(`<${tag}>\\s*([^<\\s]{1,120})\\s*</${tag}>`).exec(match[2]!)?.[1];
    const [group, artifact, version] = [of('groupId'), of('artifactId'), resolved(of('version'))];
    if (group === undefined || artifact === undefined || /[$]/.test(group + artifact)) return [];
    const line = text.slice(0, match.index).split('\n').length;
    const scope = of('scope') === 'test' ? 'development' : 'direct';
    return [
      {
        ecosystem: 'maven',
        name: `${group}:${artifact}`,
        ...(version !== undefined && /^\d[\w.+-]*$/.test(version) && { version }),
        scope,
        file,
        line,
      },
    ];
  });
  const java = ['java.version', 'maven.compiler.release', 'maven.compiler.target']
    .map((name) => properties.get(name))
    .find(Boolean);
  const version = java === undefined ? undefined : plainVersion(java.replace(/^1\./, ''));
  return {
    packages,
    runtimes: version === undefined ? [] : [{ technology: 'java', version, file, line: lineOf(text, `>${java}<`) }],
  };
}
