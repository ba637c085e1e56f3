/// <reference types="node" />
import { createRequire } from 'node:module';
import type { Path } from '../documents/located-yaml.ts';
import { schemaFindings, type Finding } from '../findings.ts';
import { CUSTOM_RESOURCES } from './custom-resources.ts';
import { watched } from './known-keys.ts';
import { fault, type Manifest } from './manifest.ts';

/** Which package describes which API groups. */
const PACKAGES: readonly (readonly [group: RegExp, name: string])[] = [
  [/^argoproj\.io\/v1alpha1\/(?:Application|AppProject)$/, '@kubernetes-models/argo-cd'],
  [/^argoproj\.io\//, '@kubernetes-models/argo-rollouts'],
  [/\.toolkit\.fluxcd\.io\//, '@kubernetes-models/flux-cd'],
  [/^gateway\.networking\.k8s\.io\//, '@kubernetes-models/gateway-api'],
  [/./, 'kubernetes-models'],
];

interface Model {
  validate(): void;
}
interface SchemaFault {
  readonly instancePath: string;
  readonly message?: string;
}

/** The object models, loaded a kind at a time: together they take seconds. */
export class ObjectModels {
  readonly #require = createRequire(import.meta.url);
  readonly #loaded = new Map<string, (new (data: object) => Model) | undefined>();

  /** @throws where the packages are not installed */
  constructor() {
    this.#require.resolve('kubernetes-models');
  }

  /** What the schema of its kind objects to, unknown keys included. */
  check(manifest: Manifest): readonly Finding[] {
    const { apiVersion = '', kind = '' } = manifest.object;
    const own = CUSTOM_RESOURCES[`${apiVersion}/${kind}`];
    if (own) return schemaFindings(own, manifest.document);
    const found = this.#findings(manifest, apiVersion, kind, manifest.object, []);
    // The pods of a rollout are the cluster's own: its schema may be older than they are.
    const template: unknown = kind === 'Rollout' ? manifest.object.spec?.template : undefined;
    if (typeof template !== 'object' || template === null) return found;
    const pods = { metadata: { name: 'pods' }, template };
    return [...found, ...this.#findings(manifest, 'v1', 'PodTemplate', pods, ['spec'])];
  }

  #findings(manifest: Manifest, apiVersion: string, kind: string, value: object, at: Path): readonly Finding[] {
    const ModelOfKind = this.#modelOf(apiVersion, kind);
    if (!ModelOfKind) return [fault(manifest, ['kind'], `there is no kind ${kind} in ${apiVersion}`)];
    const object = watched(new ModelOfKind(value));
    try {
      (object.value as Model).validate();
    } catch (error) {
      const { errors } = error as { readonly errors?: readonly SchemaFault[] };
      if (!errors) throw error;
      return errors.map(({ instancePath, message }) => {
        const path = [...at, ...instancePath.split('/').slice(1)];
        return fault(manifest, path, `${path.join('.') || 'object'} ${message ?? 'is wrong'}`);
      });
    }
    return object
      .unread()
      .map((path) => [...at, ...path])
      .filter((path) => kind !== 'Rollout' || path[1] !== 'template')
      .map((path) => fault(manifest, path, `unknown key ${path.join('.')}`));
  }

  #modelOf(apiVersion: string, kind: string): (new (data: object) => Model) | undefined {
    // Both become part of a module's path.
    if (!/^[a-z0-9.]+(?:\/[a-z0-9]+)?$/.test(apiVersion) || !/^[A-Za-z]+$/.test(kind)) return undefined;
    const id = `${apiVersion}/${kind}`;
    if (!this.#loaded.has(id)) this.#loaded.set(id, this.#load(id, kind));
    return this.#loaded.get(id);
  }

  #load(id: string, kind: string): (new (data: object) => Model) | undefined {
    const name = PACKAGES.find(([group]) => group.test(id))![1];
    try {
      const module = this.#require(`${name}/${id}`) as Readonly<Record<string, new (data: object) => Model>>;
      return module[kind];
    } catch (error) {
      if (/^(?:MODULE_NOT_FOUND|ERR_PACKAGE_PATH_NOT_EXPORTED)$/.test((error as NodeJS.ErrnoException).code ?? ''))
        return undefined;
      throw error;
    }
  }
}
