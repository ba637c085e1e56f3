import type { PlatformId } from '../platform.ts';
import { ecs, lambda } from './aws.ts';
import { azureFunctions, containerApps } from './azure.ts';
import { cloudRun } from './google.ts';
import { kubernetes } from './kubernetes.ts';
import { machine } from './machine.ts';
import { appPlatform, fly, supabase, vercel, workers } from './platform-cli.ts';
import type { ReleaseCommands } from './types.ts';

export type { ReleaseCommands } from './types.ts';

/** Release commands by platform. A platform without an entry of its own runs containers on machines. */
const COMMANDS: Readonly<Record<PlatformId, ReleaseCommands>> = {
  kubernetes,
  ecs,
  lambda,
  'cloud-run': cloudRun,
  'container-apps': containerApps,
  'azure-functions': azureFunctions,
  machine,
  fly,
  workers,
  vercel,
  supabase,
  'app-platform': appPlatform,
  containers: machine,
};

export const releaseCommands = (platform: PlatformId): ReleaseCommands => COMMANDS[platform];
