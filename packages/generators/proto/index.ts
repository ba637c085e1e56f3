import type { Artefact, Design } from '@archwright/model';
import { yamlDocument } from '../escape/yaml.ts';
import { packageOf, protoFile } from './file.ts';

/** The design decided on gRPC, at the border or between its services. */
const usesRpc = ({ decisions }: Design): boolean => {
  const style = decisions.find(({ id }) => id === 'api-style');
  return style !== undefined && [style.chosen, ...style.technologies].some((word) => /(?:^|-)grpc(?:-|$)/.test(word));
};

/** `api/proto/`: a Protocol Buffers file for each bounded context and the rules of buf, where the design has RPC. */
export function protoArtefacts(design: Design): readonly Artefact[] {
  const { operations } = design.architecture.api;
  if (!usesRpc(design) || operations.length === 0) return [];
  const contexts = [...new Set(operations.map(({ context }) => context))];
  return [
    {
      path: 'api/proto/buf.yaml',
      mediaType: 'application/yaml',
      title: 'Rules for the RPC contract (buf)',
      content: yamlDocument({
        version: 'v2',
        lint: { use: ['STANDARD', 'COMMENT_RPC', 'COMMENT_SERVICE'] },
        breaking: { use: ['FILE'] },
      }),
    },
    ...contexts.map((context): Artefact => {
      const of = operations.filter((operation) => operation.context === context);
      const folder = packageOf(context).replace('.', '/');
      return {
        path: `api/proto/${folder}/${folder.split('/')[0]}.proto`,
        mediaType: 'text/x-protobuf',
        title: `RPC contract of ${context} (Protocol Buffers)`,
        content: protoFile(context, of, design),
      };
    }),
  ];
}
