import { fieldName, graphqlOperations } from '@archwright/generators/graphql/index';
import { operationIds } from '@archwright/generators/openapi/operation-ids';
import type { Artefact, Design, Proof } from '@archwright/model';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { type Finding, judge } from '../findings.ts';
import { packageVersion } from '../package-version.ts';
import { messageOf, notRun, type Prover } from '../proof.ts';

const CLAIM =
  'the reference implementation builds the schema, each operation of the design is a field, and nothing secret is one (not served)';
const COMPATIBLE = 'callers of the schema that was in the folder can go on';

/** `schema.graphql` through GraphQL’s reference implementation, and beside the one that the folder held. */
export const proveGraphql: Prover = async (artefacts, design, { previous = [] }) => {
  const files = artefacts.filter(({ path }) => path.endsWith('.graphql'));
  if (files.length === 0) return [];
  const by = { tool: 'graphql', version: packageVersion('graphql') };
  try {
    const { buildSchema, findBreakingChanges, validateSchema } = await import('graphql');
    const proofs: Proof[] = [];
    for (const file of files) {
      let schema: GraphQLSchema | undefined;
      const build = (): readonly Finding[] => {
        try {
          schema = buildSchema(file.content);
        } catch (error) {
          return objections(error, file.content);
        }
        return [...validateSchema(schema).flatMap((error) => objections(error)), ...missing(file, schema, design)];
      };
      proofs.push(await judge(by, CLAIM, file, build, 'no finding'));
      const earlier = previous.find(({ path }) => path === file.path);
      const now = schema;
      if (!earlier || !now) continue;
      const broken = (): readonly Finding[] =>
        findBreakingChanges(buildSchema(earlier.content), now).map(({ type, description }) => ({
          message: `${type}: ${description}`,
        }));
      proofs.push({ ...(await judge(by, COMPATIBLE, file, broken, 'no breaking change')), compares: true });
    }
    return proofs;
  } catch (error) {
    return notRun(by, CLAIM, files, `the implementation could not be loaded: ${messageOf(error)}`);
  }
};

/** One objection with its place, or several in one message without: those name what they are about in quotes. */
function objections(error: unknown, content = ''): readonly Finding[] {
  const { message = messageOf(error), locations, nodes } = error as Partial<GraphQLError>;
  const line = locations?.[0]?.line ?? nodes?.[0]?.loc?.startToken.line;
  if (line !== undefined) return [{ message, line }];
  return message.split('\n\n').map((one) => {
    const named = /"(\w+)/.exec(one)?.[1];
    const at = named === undefined ? -1 : content.split('\n').findIndex((text) => new RegExp(`\\b${named}\\b`).test(text));
    return { message: one, ...(at >= 0 && { line: at + 1 }) };
  });
}

/** Every operation is offered; what is secret or of a card never leaves. */
function missing({ content }: Artefact, schema: GraphQLSchema, design: Design): readonly Finding[] {
  const ids = operationIds(design.architecture.api.operations);
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const offered = new Set(roots.flatMap((root) => Object.keys(root?.getFields() ?? {})));
  const rootLine = (method: string): number => {
    const root = method === 'STREAM' ? 'Subscription' : method === 'GET' ? 'Query' : 'Mutation';
    return Math.max(1, content.split('\n').findIndex((text) => text.startsWith(`type ${root} `)) + 1);
  };
  const secret = new Set(
    design.architecture.entities.flatMap(({ fields }) =>
      fields
        .filter(({ classification }) => classification === 'secret' || classification === 'card')
        .map(({ name }) => fieldName(name)),
    ),
  );
  const open = new Set(
    design.architecture.entities.flatMap(({ fields }) =>
      fields
        .filter(({ classification }) => classification !== 'secret' && classification !== 'card')
        .map(({ name }) => fieldName(name)),
    ),
  );
  return [
    ...graphqlOperations(design)
      .filter((operation) => !offered.has(fieldName(ids.get(operation)!)))
      .map((operation) => ({ message: `there is no field for ${operation.id}`, line: rootLine(operation.method) })),
    ...Object.values(schema.getTypeMap()).flatMap((type) =>
      'getFields' in type &&
      !('parseValue' in type) &&
      !type.name.startsWith('__') &&
      type.astNode?.kind === 'ObjectTypeDefinition'
        ? Object.values(type.getFields())
            .filter(({ name }) => secret.has(name) && !open.has(name))
            .map(({ name, astNode }) => ({
              message: `${type.name}.${name} is secret`,
              ...(astNode?.loc && { line: astNode.loc.startToken.line }),
            }))
        : [],
    ),
  ];
}
