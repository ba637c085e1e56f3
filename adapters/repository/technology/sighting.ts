/** A trace of a decision in one file: a technology in use, a cloud, a place. */
export interface Sighting {
  readonly key: 'existing' | 'provider' | 'region';
  /** Catalogue id of a technology or cloud, an id of our own for a product outside the catalogue, or a cloud's region. */
  readonly subject: string;
  /** 1-based. */
  readonly line: number;
  /** As the file pins it; undefined where it does not. */
  readonly version?: string;
  /** Only the client or its protocol was seen: what answers may be a compatible product. */
  readonly isClient?: boolean;
}

export interface FileReading {
  readonly sightings: readonly Sighting[];
  /** Why the file could not be read in full; what was read before still stands. */
  readonly problem?: { readonly message: string; readonly line?: number };
}

export const using = (subject: string, line: number, more: Pick<Sighting, 'version' | 'isClient'> = {}): Sighting => ({
  key: 'existing',
  subject,
  line,
  ...more,
});
