import type { Artefact, Design } from '@archwright/model';
import { yamlDocument } from '../escape/yaml.ts';
import { openapiDocument } from './document.ts';

export { openapiDocument } from './document.ts';
export { operationIds } from './operation-ids.ts';

/** `api/openapi.yaml`: OpenAPI 3.1 with examples. A design without operations has no API to describe. */
export function openapiArtefacts(design: Design): readonly Artefact[] {
  if (design.architecture.api.operations.length === 0) return [];
  return [
    {
      path: 'api/openapi.yaml',
      mediaType: 'application/yaml',
      content: yamlDocument(openapiDocument(design)),
      title: 'API contract (OpenAPI 3.1)',
    },
  ];
}
