import { type Sighting, using } from '../technology/sighting.ts';
import { imageSighting, urlSightings } from './containers.ts';
import { linesOf } from './lines.ts';
import { parseObject } from './npm.ts';
import type { StackReader } from './reader.ts';
import { yamlScalars } from './yaml-scalars.ts';

/** API groups of operators → what they run. */
const API_GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^argoproj\.io\//, 'argocd'],
  [/(?:^|\.)toolkit\.fluxcd\.io\//, 'flux'],
  [/^postgresql\.cnpg\.io\/|^acid\.zalan\.do\/|^postgres-operator\.crunchydata\.com\//, 'postgresql'],
  [/^kafka\.strimzi\.io\//, 'kafka'],
  [/^rabbitmq\.com\//, 'rabbitmq'],
  [/^monitoring\.coreos\.com\//, 'prometheus'],
  [/^opentelemetry\.io\//, 'opentelemetry'],
  [/^clickhouse\.altinity\.com\//, 'clickhouse'],
  [/^mongodbcommunity\.mongodb\.com\//, 'mongodb'],
  [/^scylla\.scylladb\.com\//, 'scylladb'],
  [/^k8s\.keycloak\.org\//, 'keycloak'],
];

/** YAML in a deployment folder: Kubernetes objects, Helm charts, CloudFormation. Whatever else it is says nothing. */
export const readManifest: StackReader = ({ path, text }, technologies) => {
  if (/\{\{/.test(text)) return { sightings: [], problem: { message: 'is a template, which is read only once it is rendered' } };
  const { scalars, problem } = yamlScalars(text);
  const isChart = /(?:^|\/)chart\.ya?ml$/i.test(path);
  const isObject =
    scalars.some(({ path, key }) => path.length === 1 && key === 'apiVersion') &&
    (isChart || scalars.some(({ path, key }) => path.length === 1 && key === 'kind'));
  const sightings = scalars.flatMap(({ path, key, value, line }): readonly Sighting[] => {
    if (path.length === 1 && (key === 'openapi' || key === 'swagger')) return [using('openapi', line)];
    if (key === 'Type' && /^AWS::[A-Za-z0-9]{1,40}::/.test(value)) return [{ key: 'provider', subject: 'aws', line }];
    if (!isObject) return [];
    if (path.length === 1 && key === 'apiVersion')
      return [
        using('kubernetes', line),
        ...API_GROUPS.filter(([pattern]) => pattern.test(value)).map(([, id]) => using(id, line)),
      ];
    if (isChart && path[0] === 'dependencies' && key === 'name') return imageSighting(value, line, technologies);
    return key === 'image'
      ? imageSighting(value, line, technologies)
      : path.includes('env')
        ? urlSightings(value, line, technologies)
        : [];
  });
  return { sightings: sightings.filter(({ subject }) => technologies.name(subject) !== undefined), ...(problem && { problem }) };
};

/** An OpenAPI description, recognised by its first key and not by its name alone. */
export const readOpenApi: StackReader = ({ path, text }, technologies) => {
  const line = linesOf(text).find(({ text }) => /^[ \t{]{0,8}["']?(?:openapi|swagger)["']?[ \t]{0,4}:/.test(text));
  if (path.toLowerCase().endsWith('.json') && !parseObject(text))
    return { sightings: [], problem: { message: 'is not a JSON object' } };
  return { sightings: line && technologies.name('openapi') !== undefined ? [using('openapi', line.number)] : [] };
};

const CI_SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/^\.github\//, 'github-actions'],
  [/^\.gitlab-ci/, 'gitlab-ci'],
  [/^\.circleci\//, 'circle-ci'],
  [/^jenkinsfile$/, 'jenkins'],
];
/** Which system runs the checks; its steps are not read, since what they start is for the checks only. */
export const readCi: StackReader = ({ path }, technologies) => ({
  sightings: CI_SYSTEMS.filter(([pattern, id]) => pattern.test(path.toLowerCase()) && technologies.name(id) !== undefined).map(
    ([, id]) => using(id, 1),
  ),
});

const PLATFORM_FILES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/wrangler\./, ['cloudflare-workers']],
  [/vercel\.json$/, ['vercel']],
  [/fly\.toml$/, ['fly']],
  [/render\.yaml$/, ['render']],
  [/sst\.config\.ts$/, ['sst']],
  [/pulumi\.ya?ml$/, ['pulumi']],
  [/supabase\/config\.toml$/, ['supabase']],
  [/\.proto$/, ['grpc']],
];
const PROVIDERS = new Set(['vercel', 'fly', 'supabase']);
const BINDINGS: readonly (readonly [RegExp, string])[] = [
  [/d1_databases/, 'd1'],
  [/r2_buckets/, 'r2'],
  [/durable_objects/, 'durable-objects'],
  [/\bqueues\b/, 'cloudflare-queues'],
];

/** Files that exist because a platform is used; the bindings of a Worker name its stores. */
export const readPlatform: StackReader = ({ path, text }, technologies) => {
  const lower = path.toLowerCase();
  const lines = linesOf(text);
  const ids = PLATFORM_FILES.filter(([pattern]) => pattern.test(lower)).flatMap(([, ids]) => ids);
  const bound = lower.includes('wrangler.')
    ? BINDINGS.flatMap(([pattern, id]) =>
        lines
          .filter(({ text }) => pattern.test(text))
          .slice(0, 1)
          .map(({ number }) => using(id, number)),
      )
    : [];
  const serverless = /serverless\.ya?ml$/.test(lower)
    ? lines.flatMap(({ text, number }): readonly Sighting[] =>
        /^[ \t]{1,8}name:[ \t]{1,8}aws\b/.test(text)
          ? [{ key: 'provider', subject: 'aws', line: number }, using('lambda', number)]
          : [],
      )
    : [];
  const clouds = ids.filter((id) => PROVIDERS.has(id)).map((subject): Sighting => ({ key: 'provider', subject, line: 1 }));
  const worker: readonly Sighting[] = ids.includes('cloudflare-workers')
    ? [{ key: 'provider', subject: 'cloudflare', line: 1 }]
    : [];
  return {
    sightings: [...ids.map((id) => using(id, 1)), ...bound, ...serverless, ...clouds, ...worker].filter(
      ({ subject }) => technologies.name(subject) !== undefined,
    ),
  };
};
