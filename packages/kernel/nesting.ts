/** Deeper than any file a person writes, and far from what the parser's recursion can bear. */
const DEEPEST_TEXT = 100;

/**
 * Whether a text could nest too deeply to be parsed, judged from its characters alone: brackets that stay open, and what stands
 * before the content of a line, since each level of a block takes a column. The parser recurses, and a process that runs
 * out of stack inside a pattern ends without an exception to catch.
 */
export function nestsTooDeeply(text: string): boolean {
  let [brackets, indicators, indent, isLeading] = [0, 0, 0, true];
  for (const char of text) {
    if (char === '\n') [indicators, indent, isLeading] = [0, 0, true];
    else if (char === ' ') indent += isLeading ? 1 : 0;
    else if (char === ',') indicators = 0;
    else if (char === '[' || char === '{') brackets++;
    else if (char === ']' || char === '}') brackets = Math.max(0, brackets - 1);
    else if (char === '-' || char === '?' || char === ':' || char === '&' || char === '!') indicators++;
    if (char !== ' ' && char !== '\n' && char !== '-' && char !== '?') isLeading = false;
    if (brackets > DEEPEST_TEXT || indent > 2 * DEEPEST_TEXT) return true;
    // A rule of dashes in a comment or a text is no nesting: only what is set apart by blanks opens a level.
    if (indicators > 20 * DEEPEST_TEXT) return true;
  }
  return false;
}
