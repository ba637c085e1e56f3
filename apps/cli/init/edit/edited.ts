/** What an edit of one file came to; the text of a file that is not there is undefined. */
export type Edited =
  | { readonly kind: 'changed'; readonly text: string }
  | { readonly kind: 'unchanged' }
  /** The user's own entry of our name: it is left alone. */
  | { readonly kind: 'kept'; readonly why: string }
  | { readonly kind: 'broken'; readonly why: string; readonly line?: number; readonly hint: string };

export const SERVER = 'archwright';

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
export const endOfLineOf = (text: string): string => (/\r\n/.test(text) ? '\r\n' : '\n');
