import { slug } from '@archwright/kernel';
import type { DeploymentUnit, Design } from '@archwright/model';
import { oneLine } from '../escape/plain.ts';
import { lookup } from '../figure-lookup.ts';
import { headroomOf } from '../operate/headroom.ts';
import { type Runtime, runtimeOf } from './runtime.ts';

/** Most that an autoscaler may grow a unit before a person looks. */
const LARGEST_GROWTH = 10;

/** A deployment unit as every platform needs it. */
export interface Unit {
  readonly unit: DeploymentUnit;
  /** DNS label, unique in the design. */
  readonly name: string;
  readonly replicas: number;
  readonly scale: { readonly min: number; readonly max: number; /** Use at which it grows, 0-1. */ readonly target: number };
  /** vCPU and MiB. */
  readonly cpu: number;
  readonly memory: number;
  readonly public: boolean;
  /** `command` replaces the image's entry point, `args` follow it; at most one is set. */
  readonly command?: readonly string[];
  readonly args?: readonly string[];
}

/** The name that every resource of the design begins with. */
export const systemName = (design: Design): string => dnsLabel(design.title, 32);

export function unitsOf(design: Design): readonly Unit[] {
  const runtime = runtimeOf(design);
  const seen = new Set<string>();
  return design.architecture.units.map((unit) => {
    let name = dnsLabel(unit.id, 40);
    while (seen.has(name)) name = `${name}-x`;
    seen.add(name);
    const replicas = unit.replicas === undefined ? 1 : Math.max(1, Math.ceil(lookup(design).figure(unit.replicas).likely));
    return {
      unit,
      name,
      replicas,
      scale: { min: Math.min(2, replicas), max: Math.ceil(replicas * growthOf(design)), target: headroomOf(design).value },
      cpu: vcpuOf(unit.cpu),
      memory: mebibytesOf(unit.memory),
      public: unit.port !== undefined,
      ...invocation(unit, runtime),
    };
  });
}

/** Many platforms want a letter first. A label that is too long ends at a word where one ends in its second half. */
const dnsLabel = (text: string, longest: number): string => {
  const label = slug(text);
  const lettered = /^[a-z]/.test(label) ? label : `n-${label}`;
  if (lettered.length <= longest) return lettered;
  const end = lettered.lastIndexOf('-', longest);
  return lettered.slice(0, end > longest / 2 ? end : longest);
};

/** As far as the first roadmap stage ahead, at least twofold. */
const growthOf = (design: Design): number =>
  Math.min(LARGEST_GROWTH, Math.max(2, design.roadmap.find(({ factor }) => factor > 1)?.factor ?? 2));

function invocation(unit: DeploymentUnit, runtime: Runtime): Pick<Unit, 'command' | 'args'> {
  const words = oneLine(unit.command).split(' ').filter(Boolean);
  if (words.length === 0) return {};
  return words[0] === runtime.binary ? { command: words } : { args: words };
}

/** `500m` or `0.5` → 0.5; one vCPU where it cannot be read. */
export function vcpuOf(text: string): number {
  const [, number, milli] = /^(\d+(?:\.\d+)?)(m?)$/.exec(text.trim()) ?? [];
  const value = Number(number ?? 1) / (milli ? 1_000 : 1);
  return value > 0 ? value : 1;
}

/** `512Mi` or `2Gi` → MiB; 512 where it cannot be read. */
export function mebibytesOf(text: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(Mi|Gi)$/.exec(text.trim()) ?? [];
  const value = Math.round(Number(number ?? 512) * (unit === 'Gi' ? 1_024 : 1));
  return value > 0 ? value : 512;
}
