export * from './html.ts';
export * from './markdown.ts';
export * from './mermaid.ts';
export * from './plain.ts';
export * from './sql.ts';
export * from './yaml.ts';
