import { maskSecrets } from '@archwright/repository/secret/mask-secrets';
import { printable } from '../output/terminal.ts';
import type { Change } from './plan.ts';

const CONTEXT = 2;

/** One change as a unified difference. Our edits touch one place, so what is common at both ends is all that is left out. */
export function showChange({ path, before, after }: Change): string {
  const [old, now] = [linesOf(before ?? ''), linesOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const from = Math.max(0, start - CONTEXT);
  const shown = [
    ...now.slice(from, start).map((line) => ` ${line}`),
    ...old.slice(start, old.length - end).map((line) => `-${line}`),
    ...now.slice(start, now.length - end).map((line) => `+${line}`),
    ...now.slice(now.length - end, now.length - end + CONTEXT).map((line) => ` ${line}`),
  ];
  const head = [`--- ${before === undefined ? '/dev/null' : path}`, `+++ ${path}`, `@@ line ${from + 1} @@`];
  // A token in the lines around an entry has no place on a screen.
  return printable(maskSecrets([...head, ...shown].join('\n')).text);
}

const linesOf = (text: string): readonly string[] =>
  text === ''
    ? []
    : text
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => line.replace(/\r$/, ''));
