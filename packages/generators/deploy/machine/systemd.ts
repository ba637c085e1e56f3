import type { Artefact } from '@archwright/model';
import { oneLine } from '../../escape/plain.ts';
import { textFile } from '../../operate/files.ts';

/** One word of a command line in a unit file: quoted, with specifiers and variables taken literally. */
export function systemdWord(text: string): string {
  const plain = oneLine(text).replaceAll('%', '%%').replaceAll('$', '$$$$');
  return /^[A-Za-z0-9_@%+=:,./$-]+$/.test(plain) ? plain : `"${plain.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** A unit file: sections in the order given, each a list of `Key=value` lines. */
export const unitFile = (path: string, title: string, sections: Readonly<Record<string, readonly string[]>>): Artefact =>
  textFile(path, 'text/x-systemd-unit', title, [
    Object.entries(sections).map(([name, lines], index) => [index > 0 ? '' : undefined, `[${name}]`, ...lines]),
  ]);
