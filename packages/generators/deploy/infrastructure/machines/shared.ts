import type { Unit } from '../../unit.ts';
import type { Stack } from '../resource.ts';

/** Machines the units need together: the largest planned number of any unit, since every machine runs every unit. */
export const machineCount = (units: readonly Unit[]): number => Math.max(1, ...units.map(({ replicas }) => replicas));

/** Runs once at the first boot; the rest is `provision.sh`. */
export const FIRST_BOOT = '#cloud-config\npackage_update: true\npackages: [podman, caddy, jq, unattended-upgrades]\n';

/** What every provider is asked for. */
export const MACHINE = [
  { name: 'machine_type', description: 'size of a machine: as the cost sheet names it' },
  { name: 'machine_image', description: 'operating system image: a Debian or Ubuntu with long-term support' },
  { name: 'ssh_public_key', description: 'key of the deployment user' },
] as const;

/** The machines of one provider. */
export type Machines = (units: readonly Unit[], system: string) => Stack;

/** 1 to the number of machines. */
export const numbered = (units: readonly Unit[]): readonly number[] =>
  Array.from({ length: machineCount(units) }, (_, index) => index + 1);
