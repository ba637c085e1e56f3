/** Bounds on what one repository may cost; what lies beyond them is named in the result, never dropped silently. */
export interface Limits {
  /** A larger file is not opened. */
  readonly fileBytes: number;
  /** YAML costs more to parse than to read. */
  readonly yamlBytes: number;
  /** Prose read in all, characters: about a second of reading. */
  readonly proseCharacters: number;
  readonly totalBytes: number;
  /** Files opened. */
  readonly files: number;
  /** Directory entries looked at. */
  readonly entries: number;
  /** Folders below the root. */
  readonly depth: number;
  readonly milliseconds: number;
}

export const LIMITS: Limits = {
  fileBytes: 1024 * 1024,
  yamlBytes: 128 * 1024,
  proseCharacters: 120_000,
  totalBytes: 16 * 1024 * 1024,
  files: 400,
  entries: 50_000,
  depth: 8,
  milliseconds: 5_000,
};

/** A longer line is data or an attack; patterns look at this much of it. */
export const LONGEST_LINE = 2_000;
/** Of a line, for a reader. */
export const LONGEST_QUOTE = 160;
