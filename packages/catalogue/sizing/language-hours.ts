import type { Fact } from '@archwright/kernel';
import { httpBaseline } from '../baselines/http-frameworks.ts';

const { contextHours, runtimeCare, conventionFrom } = httpBaseline;

/** Parameters that `languageHours` reads besides `buildFactor`, `careFactor` and `conventionHours`, which each language sets. */
export const languageParameters: Readonly<Record<string, Fact>> = { contextHours, runtimeCare, conventionFrom };

/** Hours of a language with its framework: features in proportion to the contexts, care in proportion to its moving parts, conventions in proportion to the people beyond one team. */
export const languageHours = {
  build: 'contexts * contextHours * buildFactor',
  run: 'runtimeCare * careFactor + max(0, engineers - conventionFrom) * conventionHours',
} as const;
