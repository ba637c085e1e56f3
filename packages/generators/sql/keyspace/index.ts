import type { Artefact, Design } from '@archwright/model';
import { keyspaceCommands } from './commands.ts';
import { keyspaceDocument } from './document.ts';

/** Two files for each in-memory store: one for people, one with commands that can be run. */
export function keyspaceArtefacts(design: Design): readonly Artefact[] {
  const { components, keyspaces: held = [] } = design.architecture;
  return held.flatMap((keyspace): Artefact[] => {
    const { name, technology } = components.find(({ id }) => id === keyspace.component) ?? { name: keyspace.component };
    const title = technology === undefined ? name : `${name} (${technology})`;
    const folder = held.length === 1 ? 'database' : `database/${keyspace.component}`;
    return [
      {
        path: `${folder}/keyspace.md`,
        mediaType: 'text/markdown',
        content: keyspaceDocument(design, keyspace, title),
        title: `Keys of ${title}`,
      },
      {
        path: `${folder}/keyspace.json`,
        mediaType: 'application/json',
        content: `${JSON.stringify(keyspaceCommands(design, keyspace, title), null, 2)}\n`,
        title: `Keys of ${title}, with commands that run`,
      },
    ];
  });
}
