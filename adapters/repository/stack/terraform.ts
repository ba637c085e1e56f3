import { lookUp } from '@archwright/kernel';
import { type Sighting, using } from '../technology/sighting.ts';
import { imageSighting } from './containers.ts';
import { linesOf } from './lines.ts';
import type { StackReader } from './reader.ts';
import { RESOURCE_ENGINES, RESOURCE_PROVIDERS, resourceTechnology } from './terraform-resources.ts';

const HEADER = /^[ \t]{0,8}(resource|provider|module|variable)[ \t]{1,8}"([\w-]{1,100})"/;
const SETTING =
  /^[ \t]{0,32}(engine|engine_type|region|location|default|image|source|launch_type)[ \t]{0,16}=[ \t]{0,8}"([^"]{1,200})"/;
/** `terraform-aws-modules/rds/aws` */
const REGISTRY_MODULE = /^terraform-(aws|google|azurerm)-modules\/([a-z0-9-]{1,60})\//;
const MODULES: Readonly<Record<string, string>> = {
  eks: 'eks',
  ecs: 'ecs',
  lambda: 'lambda',
  sqs: 'sqs',
  'dynamodb-table': 'dynamodb',
  's3-bucket': 's3',
  'msk-kafka-cluster': 'msk',
  cloudfront: 'cloudfront',
  'kubernetes-engine': 'gke',
};
const CLOUD_REGION =
  /^(?:[a-z]{2}-(?:gov-)?[a-z]{4,9}-\d|[a-z]{2,12}-[a-z]{4,12}\d|(?:west|north|east|south|central)[a-z]{2,12}\d?|(?:germany|france|uk|sweden|poland|italy|spain|norway|switzerland)[a-z]{4,16})$/;

/** Terraform and OpenTofu: the cloud, its region, and the technology behind each resource. Blocks are told by their first line. */
export const readTerraform: StackReader = ({ path, text }, technologies) => {
  const sightings: Sighting[] = [];
  let block = { kind: '', type: '', line: 0 };
  const add = (id: string | undefined, line: number): void =>
    void (id !== undefined && technologies.name(id) !== undefined && sightings.push(using(id, line)));
  for (const { text: line, number } of linesOf(text)) {
    if (/^[ \t]{0,8}(?:#|\/\/)/.test(line)) continue;
    const [, kind, type] = HEADER.exec(line) ?? [];
    if (kind !== undefined && type !== undefined) {
      block = { kind, type, line: number };
      const cloud = kind === 'resource' || kind === 'provider' ? RESOURCE_PROVIDERS[type.split('_')[0]!] : undefined;
      if (cloud !== undefined && technologies.name(cloud) !== undefined)
        sightings.push({ key: 'provider', subject: cloud, line: number });
      if (kind === 'resource') add(resourceTechnology(type), number);
    }
    const [, name, value] = SETTING.exec(line) ?? [];
    if (name !== undefined && value !== undefined) settle(name, value, number);
  }
  function settle(name: string, value: string, line: number): void {
    if (name.startsWith('engine') && block.kind !== 'variable') add(lookUp(RESOURCE_ENGINES, value.toLowerCase()), line);
    if (name === 'launch_type' && value === 'FARGATE') add('fargate', line);
    if (name === 'image') sightings.push(...imageSighting(value, line, technologies));
    if (name === 'source' && block.kind === 'module') add(lookUp(MODULES, REGISTRY_MODULE.exec(value)?.[2] ?? ''), line);
    const isRegion = name === 'region' || name === 'location' || (name === 'default' && /region|location/.test(block.type));
    if (isRegion && CLOUD_REGION.test(value)) sightings.push({ key: 'region', subject: value, line });
  }
  const first = linesOf(text).find(({ text }) => HEADER.test(text) || /^terraform[ \t]{0,8}\{/.test(text));
  const tool = path.endsWith('.tofu') ? 'opentofu' : 'terraform';
  return { sightings: first && technologies.name(tool) !== undefined ? [using(tool, first.number), ...sightings] : sightings };
};
