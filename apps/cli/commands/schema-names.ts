/** The published JSON Schemas: named here so that help can list them without loading what makes them. */
export const SCHEMA_NAMES = ['answer', 'specification', 'model'] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];
