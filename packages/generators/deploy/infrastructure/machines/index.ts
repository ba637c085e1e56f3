import type { Provider } from '../../platform.ts';
import type { Unit } from '../../unit.ts';
import type { Stack } from '../resource.ts';
import { awsMachines } from './aws.ts';
import { azureMachines } from './azure.ts';
import { googleMachines } from './google.ts';
import { hetznerMachines } from './hetzner.ts';
import type { Machines } from './shared.ts';

const STACKS: Partial<Record<Provider, Machines>> = {
  hetzner: hetznerMachines,
  aws: awsMachines,
  google: googleMachines,
  azure: azureMachines,
};

/** Machines, network and firewall of a provider; nothing for machines that are already there. */
export const machineStack = (provider: Provider, units: readonly Unit[], system: string): Stack | undefined =>
  STACKS[provider]?.(units, system);
