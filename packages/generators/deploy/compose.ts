import type { Artefact, Design } from '@archwright/model';
import { oneLine } from '../escape/plain.ts';
import { textFile, yamlFile } from '../operate/files.ts';
import { storesOf } from '../sql/dialect.ts';
import { allSettings, DRAIN_SECONDS, type Setting, settingsOf } from './environment.ts';
import { type LocalStore, localStores } from './local-store.ts';
import { runtimeOf } from './runtime.ts';
import { systemName, type Unit, unitsOf } from './unit.ts';
import { knownVersion, versionVariable } from './versions.ts';

/** Compose replaces `$`; text of ours must not be taken for a variable. */
const literal = (text: string): string => oneLine(text).replaceAll('$', '$$$$');

/** The next free port of this machine for a port of a container. */
type Publish = (port: number) => readonly string[];

/** `deploy/compose.yaml`: every unit and a local store for each service, on one machine. */
export const composeFile = (design: Design): Artefact =>
  yamlFile(
    'deploy/compose.yaml',
    'Local composition (Docker Compose)',
    composition(design),
    'Local running only. cp deploy/local.env.example deploy/.env, fill it in, then: docker compose -f deploy/compose.yaml up --build --wait',
  );

export const composeServices = (design: Design): readonly string[] => Object.keys(composition(design).services);

function composition(design: Design) {
  const stores = localStores(design);
  const taken = new Set<number>();
  const publish = (port: number): readonly string[] => {
    let free = port;
    while (taken.has(free)) free += 1;
    taken.add(free);
    return [`127.0.0.1:${free}:${port}`];
  };
  const services = {
    ...Object.fromEntries(unitsOf(design).map((unit) => [unit.name, unitService(unit, stores, design, publish)])),
    ...Object.fromEntries(stores.map((store) => [store.host, storeService(store, publish)])),
    ...migration(design, stores),
  };
  const volumes = Object.fromEntries(
    stores.filter(({ local }) => local.data !== undefined).map(({ host }) => [`${host}-data`, {}]),
  );
  return { name: systemName(design), services, ...(Object.keys(volumes).length > 0 && { volumes }) };
}

function unitService(
  { unit, command, args, memory, cpu }: Unit,
  stores: readonly LocalStore[],
  design: Design,
  publish: Publish,
) {
  const near = settingsOf(unit, design);
  const used = stores.filter(({ component }) => near.some((setting) => setting.component === component.id));
  const technology = runtimeOf(design).technology;
  const version = versionVariable(technology === 'nodejs' ? 'node' : technology);
  const ready = migrates(design, stores) ? { migrate: { condition: 'service_completed_successfully' } } : {};
  return {
    build: {
      context: '..',
      dockerfile: 'deploy/Dockerfile',
      ...(!knownVersion(design, technology) && { args: { [version]: `\${${version}:?no verified version is known}` } }),
    },
    image: `${literal(unit.image)}:local`,
    ...(command && { entrypoint: command.map(literal) }),
    ...(args && { command: args.map(literal) }),
    environment: {
      ...Object.fromEntries(near.map((setting) => [setting.name, localValue(setting, stores)])),
      OTEL_SDK_DISABLED: 'true',
    },
    ...(unit.port !== undefined && { ports: publish(unit.port) }),
    ...(used.length > 0 && {
      depends_on: {
        ...Object.fromEntries(
          used.map(({ host, local }) => [host, { condition: local.health ? 'service_healthy' : 'service_started' }]),
        ),
        ...ready,
      },
    }),
    read_only: true,
    tmpfs: ['/tmp'],
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    stop_grace_period: `${DRAIN_SECONDS + 5}s`,
    deploy: { resources: { limits: { cpus: String(cpu), memory: `${memory}M` } } },
    restart: 'unless-stopped',
  };
}

function localValue(setting: Setting, stores: readonly LocalStore[]): string {
  if (setting.value !== undefined) return literal(setting.value);
  const store = stores.find(({ component }) => component.id === setting.component);
  if (store) return store.url;
  return setting.name.startsWith('OTEL_') ? '' : `\${${setting.name}:?set ${setting.name} in deploy/.env}`;
}

function storeService({ image, host, local, standsInFor }: LocalStore, publish: Publish) {
  return {
    image,
    ...(standsInFor !== undefined && { labels: { 'local.stands-in-for': literal(standsInFor) } }),
    ...(local.environment && { environment: local.environment }),
    ...(local.command && { command: local.command }),
    ...(local.data !== undefined && { volumes: [`${host}-data:${local.data}`] }),
    ...(local.health && { healthcheck: { test: local.health, interval: '5s', timeout: '3s', retries: 20 } }),
    ports: publish(local.port),
    restart: 'unless-stopped',
  };
}

const relational = (design: Design, stores: readonly LocalStore[]) =>
  storesOf(design).flatMap(({ component, dialect, folder }) => {
    const store = stores.find((one) => one.component.id === component.id);
    return store && dialect === 'postgresql' ? [{ store, folder }] : [];
  });

const migrates = (design: Design, stores: readonly LocalStore[]): boolean => relational(design, stores).length > 0;

/** A service that applies the migrations of the relational stores once, with the store's own client. */
function migration(design: Design, stores: readonly LocalStore[]) {
  const found = relational(design, stores);
  const [first] = found;
  if (!first) return {};
  const apply = found.map(
    (_, index) =>
      `for file in /migrations/${index}/*.up.sql; do whole=--single-transaction; if grep -q "^-- No transaction" "$$file"; then whole=; fi; psql $$whole -v ON_ERROR_STOP=1 -f "$$file" "$$STORE_${index}"; done`,
  );
  return {
    migrate: {
      image: first.store.image,
      entrypoint: ['sh', '-ec', apply.join('\n')],
      environment: Object.fromEntries(found.map(({ store }, index) => [`STORE_${index}`, store.url])),
      volumes: found.map(({ folder }, index) => `../${folder}/migrations:/migrations/${index}:ro`),
      depends_on: Object.fromEntries(found.map(({ store }) => [store.host, { condition: 'service_healthy' }])),
      restart: 'no',
    },
  };
}

/** `deploy/local.env.example`: what a developer fills in; it holds no secret and no default for one. */
export function localEnvironment(design: Design): Artefact {
  const stores = localStores(design);
  const runtime = runtimeOf(design).technology;
  const asked = [
    ...(knownVersion(design, runtime) ? [] : [versionVariable(runtime === 'nodejs' ? 'node' : runtime)]),
    ...stores.flatMap(({ asks }) => asks ?? []),
  ];
  const open = allSettings(design).filter((setting) => localValue(setting, stores).includes(`\${${setting.name}:?`));
  return textFile('deploy/local.env.example', 'text/plain', 'Settings for local running, without values', [
    '# cp deploy/local.env.example deploy/.env and fill in; .env is never committed.',
    stores.length > 0 &&
      '# Any password: the stores listen on this machine only. Letters and digits, since it stands in addresses.',
    // Stores without a sign-in read no password.
    JSON.stringify(composition(design)).includes('LOCAL_PASSWORD') && 'LOCAL_PASSWORD=',
    ...[...new Set(asked)].flatMap((name) => ['# No evidence for a version was found: choose one and verify it.', `${name}=`]),
    ...open.flatMap(({ name, purpose, secret }) => [
      `# ${oneLine(purpose)}${secret ? ' (a test credential, never the live one)' : ''}`,
      `${name}=`,
    ]),
  ]);
}
