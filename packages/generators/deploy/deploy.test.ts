import type { Design } from '@archwright/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { hostileDesign } from '../testing/hostile-design.ts';
import { HOSTILE_NAMES, hostileText } from '../testing/hostile.ts';
import { largeDesign } from '../testing/large-design.ts';
import { choosing, PLATFORMS } from '../testing/platforms.ts';
import { sampleDesign } from '../testing/sample-design.ts';
import { allSettings, secretsOf, settingsOf, variableOf } from './environment.ts';
import { deployArtefacts } from './index.ts';
import { fargateSize } from './infrastructure/aws/ecs.ts';
import { hclFiles } from './infrastructure/hcl.ts';
import { stackOf } from './infrastructure/index.ts';
import { inOrder, referencesIn } from './infrastructure/order.ts';
import { PULUMI_TYPES } from './infrastructure/pulumi-types.ts';
import { pulumiProgram } from './infrastructure/pulumi.ts';
import { json, many, one, reference, resource, template, variable } from './infrastructure/resource.ts';
import { platformOf } from './platform.ts';
import { shellWord } from './shell.ts';
import { mebibytesOf, systemName, unitsOf, vcpuOf } from './unit.ts';

const COMMON = [
  'deploy/Dockerfile',
  'deploy/Dockerfile.dockerignore',
  'deploy/compose.yaml',
  'deploy/local.env.example',
  'deploy/rollback.md',
];
const PLATFORM_FILE = /^deploy\/(?:infrastructure|machine|kubernetes|fly|workers|vercel|supabase|app-platform)\//;

const filesOf = (design: Design): Readonly<Record<string, string>> =>
  Object.fromEntries(deployArtefacts(design).map(({ path, content }) => [path, content]));

describe.each(PLATFORMS)('%s', (_, picks, file) => {
  const design = choosing(picks);
  const files = filesOf(design);
  test('has the files that every platform has, its own, and one pipeline', () => {
    for (const path of [...COMMON, file]) expect(Object.keys(files)).toContain(path);
    expect(Object.keys(files).filter((path) => /deliver\.yaml$|gitlab-ci\.yml$/.test(path))).toHaveLength(1);
  });
  test('every unit is in the composition, on the platform and in the way back', () => {
    const { services } = parse(files['deploy/compose.yaml']!) as { services: object };
    const platform = Object.entries(files)
      .flatMap(([path, content]) => (PLATFORM_FILE.test(path) ? [path, content] : []))
      .join('\n');
    for (const { name } of unitsOf(design)) {
      expect(Object.keys(services)).toContain(name);
      expect(platform).toMatch(new RegExp(`\\b${name}\\b`));
      expect(files['deploy/rollback.md']).toMatch(new RegExp(`\\b${name}\\b`));
    }
  });
  test('what is fetched to be run has a version', () => {
    for (const [path, content] of Object.entries(files))
      if (/\.(?:sh|ya?ml)$/.test(path)) expect(content).not.toMatch(/\bnpx (?!is not)(?:--yes )?"?[a-z][\w-]*[" ]/);
  });
  test('parses back', () => parsesBack(design));
  test('a hostile design parses back and keeps its files', () => {
    const hostile = choosing(picks, hostileDesign('\'"${x}{{y}}`z`<b>\n%{q}\\ $(id) # '));
    parsesBack(hostile);
    expect(Object.keys(filesOf(hostile)).length).toBe(Object.keys(files).length);
  });
});

describe('image', () => {
  test.each([
    ['nodejs', 'NODE_VERSION'],
    ['python', 'PYTHON_VERSION'],
    ['go', 'GO_VERSION'],
    ['java', 'JAVA_VERSION'],
    ['rust', 'RUST_VERSION'],
  ])('%s: asks for a version that nobody verified, and takes one that is', (technology, name) => {
    const design = choosing({ language: [technology] });
    const open = filesOf(design)['deploy/Dockerfile']!;
    expect(open).toContain(`ARG ${name}\n`);
    expect(open).toContain('Version unverified');
    const known = {
      technology,
      name: technology,
      version: '9.8.7',
      status: 'verified',
      reason: '',
      link: '',
      evidence: [],
    } as const;
    const pinned = filesOf({ ...design, versions: [...design.versions, known] })['deploy/Dockerfile']!;
    expect(pinned).toContain(`ARG ${name}=9.8.7\n`);
    for (const text of [open, pinned]) {
      expect(text).toMatch(/^USER 65532:65532$/m);
      expect(text).toMatch(/^HEALTHCHECK .*CMD \[/m);
      expect(text).toMatch(/^FROM .* AS test$/m);
      expect(text).not.toMatch(/:latest|FROM [^\n]*:\d/);
    }
  });
  test.each(['conflict', 'unverified'] as const)('a version in %s is no version', (status) => {
    const found = { technology: 'nodejs', name: 'Node.js', version: '99', status, reason: '', link: '', evidence: [] };
    expect(filesOf({ ...sampleDesign(), versions: [found] })['deploy/Dockerfile']).toContain('ARG NODE_VERSION\n');
  });
});

/** What is given to a setting that holds a credential, and the ways of naming one without showing it. */
const CREDENTIAL = /(?:PASSWORD|API_KEY|SECRET|TOKEN)["']?[ \t]*[:=][ \t]*["']?([A-Za-z0-9+/][^\s"',]{5,})/g;
const REFERENCE = /^(?:secretref:|arn:|aws_secretsmanager_secret\.|[\w-]+:latest$)/;

describe('settings', () => {
  const design = sampleDesign();
  const [api, worker] = design.architecture.units;
  test('a unit gets the credentials of what it talks to, and no other', () => {
    expect(secretsOf(api!, design).map(({ name }) => name)).toEqual(['PRIMARY_STORE_URL', 'CACHE_URL']);
    expect(secretsOf(worker!, design).map(({ name }) => name)).toEqual([
      'PRIMARY_STORE_URL',
      'EXTERNAL_PAYMENT_API_KEY',
      'EXTERNAL_MAIL_API_KEY',
    ]);
  });
  test('no secret has a value', () =>
    expect(allSettings(design).filter(({ secret, value }) => secret && value !== undefined)).toEqual([]));
  test.each(PLATFORMS)('%s: no credential stands in a file', (_, picks) => {
    for (const [path, content] of Object.entries(filesOf(choosing(picks)))) {
      const literals = [...content.matchAll(CREDENTIAL)].flatMap(([, value]) => (REFERENCE.test(value!) ? [] : [value]));
      expect({ path, literals }).toEqual({ path, literals: [] });
      expect(content).not.toMatch(/-----BEGIN|AKIA[A-Z0-9]{12}/);
    }
  });
  test.each([
    ['primary-store', 'PRIMARY_STORE'],
    ['4-eyes', 'C_4_EYES'],
    ['Order line', 'ORDER_LINE'],
  ])('variable of %s', (id, expected) => expect(variableOf(id)).toBe(expected));
  test('every setting of a unit is in its composition', () => {
    const { services } = parse(filesOf(design)['deploy/compose.yaml']!) as { services: Record<string, { environment: object }> };
    for (const unit of design.architecture.units)
      for (const { name } of settingsOf(unit, design)) expect(Object.keys(services[unit.id]!.environment)).toContain(name);
  });
});

describe('infrastructure', () => {
  test.each(PLATFORMS)('%s: every resource is known to both languages, and every reference resolves', (_, picks) => {
    const stack = stackOf(choosing(picks));
    if (!stack) return;
    expect(stack.resources.filter(({ type }) => PULUMI_TYPES[type] === undefined)).toEqual([]);
    expect(inOrder(stack.resources)).toHaveLength(stack.resources.length);
    const known = new Set(stack.resources.map(({ type, name }) => `${type}.${name}`));
    expect(stack.outputs.flatMap(({ value }) => referencesIn(value)).filter((address) => !known.has(address))).toEqual([]);
    const read = new Set([...hclFiles(stack)['main.tf']!.matchAll(/\bvar\.(\w+)/g)].map(([, name]) => name!));
    const declared = new Set(stack.variables.map(({ name }) => name));
    expect([...read].filter((name) => !declared.has(name))).toEqual([]);
  });
  const stack = {
    provider: 'aws',
    variables: [{ name: 'region', description: 'a "region"' }],
    resources: [
      resource('aws_lb', 'b', {
        name: reference('aws_vpc', 'a'),
        note: 'x"${y}\n%{z}',
        policy: json({ 'a:b': [template('p-', variable('region'))] }),
        rule: many('rules', [{ port: 1 }, { port: 2 }]),
      }),
      resource('aws_vpc', 'a', { dns: one({ some_name: true }) }, { ignore: ['tags'], keep: true }),
    ],
    outputs: [],
  } as const;
  test('HCL', () => {
    expect(hclFiles(stack)['main.tf']).toContain(
      [
        'resource "aws_lb" "b" {',
        '  name = aws_vpc.a.id',
        '  note = "x\\"$${y}\\n%%{z}"',
        '  policy = jsonencode({',
        '    "a:b" = ["p-${var.region}"]',
        '  })',
        '',
        '  rule {',
        '    port = 1',
        '  }',
        '',
        '  rule {',
        '    port = 2',
        '  }',
        '}',
        '',
        'resource "aws_vpc" "a" {',
        '  dns {',
        '    some_name = true',
        '  }',
        '',
        '  lifecycle {',
        '    prevent_destroy = true',
        '    ignore_changes  = [tags]',
        '  }',
        '}',
      ].join('\n'),
    );
  });
  test('Pulumi: what is referred to comes first', () => {
    const program = pulumiProgram(stack);
    expect(program.indexOf('const vpcA')).toBeLessThan(program.indexOf('const lbB'));
    expect(program).toContain(
      'const vpcA = new aws.ec2.Vpc("a", {\n  dns: {\n    someName: true,\n  },\n}, { ignoreChanges: ["tags"], protect: true });',
    );
    expect(program).toContain('policy: pulumi.jsonStringify({\n    "a:b": [pulumi.interpolate`p-${region}`],\n  })');
    expect(program).toContain('rules: [');
  });
  test('a circle is a bug', () => {
    const circle = [
      resource('aws_vpc', 'a', { x: reference('aws_vpc', 'b') }),
      resource('aws_vpc', 'b', { x: reference('aws_vpc', 'a') }),
    ];
    expect(() => inOrder(circle)).toThrow('refers to itself');
    expect(() => inOrder([resource('aws_vpc', 'a', { x: reference('aws_vpc', 'c') })])).toThrow('no resource aws_vpc.c');
  });
  test.each([
    [0.25, 256, 256, 512],
    [0.5, 512, 512, 1_024],
    [1, 2_048, 1_024, 2_048],
    [0.25, 6_000, 1_024, 6_144],
    [9, 99_999, 4_096, 30_720],
  ])('Fargate: %s vCPU and %s MiB', (cpu, memory, units, mebibytes) =>
    expect(fargateSize({ cpu, memory })).toEqual({ cpu: units, memory: mebibytes }),
  );
});

describe('units', () => {
  test.each([
    ['500m', 0.5],
    ['2', 2],
    ['0.25', 0.25],
    ['many', 1],
  ])('vCPU of %s', (text, expected) => expect(vcpuOf(text)).toBe(expected));
  test.each([
    ['512Mi', 512],
    ['2Gi', 2_048],
    ['1.5Gi', 1_536],
    ['lots', 512],
  ])('MiB of %s', (text, expected) => expect(mebibytesOf(text)).toBe(expected));
  test.each([
    ['a', 'a'],
    ["it's", "'it'\\''s'"],
    ['$(id)', "'$(id)'"],
    ['', "''"],
  ])('shell word %s', (text, expected) => expect(shellWord(text)).toBe(expected));
  test('names are DNS labels and distinct', () => {
    fc.assert(
      fc.property(fc.array(hostileText(), { minLength: 1, maxLength: 4 }), (ids) => {
        const design = sampleDesign();
        const units = ids.map((id) => ({ ...design.architecture.units[0]!, id }));
        const names = unitsOf({ ...design, title: ids[0]!, architecture: { ...design.architecture, units } }).map(
          ({ name }) => name,
        );
        expect(new Set(names).size).toBe(names.length);
        for (const name of [...names, systemName({ ...design, title: ids[0]! })]) expect(name).toMatch(/^[a-z][a-z0-9-]{0,62}$/);
      }),
      { numRuns: 50 },
    );
  });
  test('Kubernetes outranks the machines it stands on', () =>
    expect(platformOf(choosing({ compute: ['kubernetes', 'linux-servers'] })).id).toBe('kubernetes'));
  test('a technology without files of its own runs as containers on machines', () =>
    expect(platformOf(choosing({ compute: ['something-new'] })).id).toBe('containers'));
});

test.each(HOSTILE_NAMES)('hostile name %#', (text) => parsesBack(hostileDesign(text)));
test('forty parts', () => parsesBack(largeDesign()));
test('the same design gives the same bytes', () => expect(filesOf(sampleDesign())).toEqual(filesOf(sampleDesign())));
test('a design without units has nothing to deploy', () => {
  const design = sampleDesign();
  expect(deployArtefacts({ ...design, architecture: { ...design.architecture, units: [] } })).toEqual([]);
});
test('no name stands bare in a script, where it could read like arithmetic', () => {
  const script = filesOf(choosing({ compute: ['lambda'] }))['deploy/release.sh']!;
  expect(script).toMatch(/^SYSTEM='[a-z0-9-]+'$/m);
});
test('the gate of a release names alerts that exist', () => {
  const script = filesOf(sampleDesign())['deploy/release.sh']!;
  const names = /GATE_ALERTS='([^']+)'/.exec(script)![1]!.split('|');
  const runbook = filesOf(sampleDesign())['deploy/rollback.md']!;
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(runbook).toContain(name);
});

function parsesBack(design: Design): void {
  for (const { path, mediaType, content } of deployArtefacts(design)) {
    if (mediaType === 'application/yaml')
      expect({ path, errors: parseAllDocuments(content).flatMap(({ errors }) => errors) }).toEqual({ path, errors: [] });
    if (mediaType === 'application/json') JSON.parse(content);
    if (mediaType === 'application/jsonc') JSON.parse(content.replace(/^\/\/.*$/gm, ''));
    if (path.endsWith('.tf')) expect({ path, balanced: hclBalanced(content) }).toEqual({ path, balanced: true });
    expect(content).not.toMatch(/undefined|\[object Object\]|NaN/);
    expect(path).toMatch(/^deploy\/[\w./-]+$/);
    expect(content.endsWith('\n')).toBe(true);
  }
}

/** Brackets match once strings and comments are taken away. */
function hclBalanced(text: string): boolean {
  const bare = text.replace(/"(?:[^"\\\n]|\\.)*"/g, '').replace(/#.*$/gm, '');
  const count = (character: string): number => bare.split(character).length;
  return !bare.includes('"') && count('{') === count('}') && count('[') === count(']') && count('(') === count(')');
}
