import { stringify } from 'yaml';

/**
 * A YAML 1.2 document of plain data: no anchors or aliases, and every string that a YAML 1.1 reader would take for another
 * type (`no`, `1e3`, `0o7`, `22:30`) quoted, since the readers of our files are of both kinds.
 */
export function yamlDocument(value: unknown, comment?: string): string {
  const head =
    comment === undefined
      ? ''
      : comment
          .split('\n')
          .map((line) => `# ${line}\n`)
          .join('');
  const options = { aliasDuplicateObjects: false, lineWidth: 0, compat: 'yaml-1.1', schema: 'core' } as const;
  return head + stringify(value, options);
}
