import type { Artefact, Design } from '@archwright/model';
import { yamlDocument } from '../escape/yaml.ts';
import { asyncapiDocument } from './document.ts';
import { socketChannels } from './sockets.ts';

/** `api/asyncapi.yaml`: AsyncAPI 3 with examples, where the design has events or WebSockets. */
export function asyncapiArtefacts(design: Design): readonly Artefact[] {
  if (design.architecture.events.length === 0 && !socketChannels(design)) return [];
  return [
    {
      path: 'api/asyncapi.yaml',
      mediaType: 'application/yaml',
      content: yamlDocument(asyncapiDocument(design)),
      title: 'Event contract (AsyncAPI 3)',
    },
  ];
}
