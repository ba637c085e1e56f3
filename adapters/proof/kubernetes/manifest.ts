import type { Artefact } from '@archwright/model';
import { type LocatedDocument, locatedDocuments, type Path } from '../documents/located-yaml.ts';
import type { Finding } from '../findings.ts';

/** An object of a manifest file, read as far as the checks need it. */
export interface Manifest {
  readonly file: Artefact;
  readonly document: LocatedDocument;
  readonly object: KubernetesObject;
}

/** Unvalidated: every part may be missing until the schema has accepted it. */
export interface KubernetesObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: { readonly name?: string; readonly namespace?: string; readonly labels?: Readonly<Record<string, string>> };
  // oxlint-disable-next-line typescript/no-explicit-any -- each check reads the kind it knows, after the schema accepted it
  readonly spec?: any;
}

/** Files that go to a cluster: manifests, and the objects of Argo CD and Flux that point at them. */
export const isManifestFile = ({ path }: Artefact): boolean =>
  /(?:^|\/)deploy\/(?:kubernetes|argocd|flux)\/.*\.ya?ml$/.test(path);

/** Every object of the files, in their order. */
export const manifestsOf = (files: readonly Artefact[]): readonly Manifest[] =>
  files.flatMap((file) =>
    locatedDocuments(file.content).flatMap((document): readonly Manifest[] =>
      typeof document.value === 'object' && document.value !== null
        ? [{ file, document, object: document.value as KubernetesObject }]
        : [],
    ),
  );

export const fault = ({ document, object }: Manifest, path: Path, message: string): Finding => ({
  message: `${object.kind ?? 'object'} ${object.metadata?.name ?? '(no name)'}: ${message}`,
  line: document.lineOf(path),
});
