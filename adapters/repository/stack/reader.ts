import type { TechnologyIndex } from '../technology/technology-index.ts';
import type { FileReading } from '../technology/sighting.ts';

export interface StackFile {
  readonly path: string;
  /** Secrets already masked. */
  readonly text: string;
}

/** Reads the decisions out of one file; never throws on its content. */
export type StackReader = (file: StackFile, technologies: TechnologyIndex) => FileReading;
