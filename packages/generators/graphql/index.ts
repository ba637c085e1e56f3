import type { Artefact, Design } from '@archwright/model';
import { graphqlSchema } from './schema.ts';

export { graphqlOperations } from './schema.ts';
export { fieldName } from './names.ts';

/** The design decided on GraphQL for its callers. */
const usesGraphql = ({ decisions }: Design): boolean => {
  const style = decisions.find(({ id }) => id === 'api-style');
  return style !== undefined && [style.chosen, ...style.technologies].some((word) => /(?:^|-)graphql(?:-|$)/.test(word));
};

/** `api/schema.graphql`, where the design has GraphQL. */
export const graphqlArtefacts = (design: Design): readonly Artefact[] =>
  usesGraphql(design) && design.architecture.api.operations.length > 0
    ? [
        {
          path: 'api/schema.graphql',
          mediaType: 'application/graphql',
          title: 'Schema for callers (GraphQL)',
          content: graphqlSchema(design),
        },
      ]
    : [];
