import process from 'node:process';

const allowed = (stream: NodeJS.WriteStream): boolean =>
  stream.isTTY === true && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb';

const paint =
  (code: number) =>
  (text: string, stream: NodeJS.WriteStream = process.stderr) =>
    allowed(stream) ? `\u001B[${code}m${text}\u001B[0m` : text;

export const red = paint(31);
export const yellow = paint(33);
export const dim = paint(2);
export const bold = paint(1);

/** Control characters of a brief or a registry must not reach the terminal as commands. */
// eslint-disable-next-line no-control-regex -- stripping control characters is the point
export const printable = (text: string): string => text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, '\uFFFD');

export const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Writes the whole text even when the other end is a slow pipe. */
export const print = (text: string): Promise<void> =>
  new Promise((resolve, reject) =>
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`, (error) => (error ? reject(error) : resolve())),
  );
