interface IgnoreRule {
  readonly segments: readonly string[];
  readonly isAnchored: boolean;
  readonly isFolderOnly: boolean;
  readonly isNegated: boolean;
}

export type Ignores = (path: string, isFolder: boolean) => boolean;

const MOST_RULES = 500;
const LONGEST_RULE = 200;

/**
 * `.gitignore` of the root, roughly: names, folders, `*`, anchored paths and `!`; the last rule that fits decides. Files in
 * subfolders and character classes are not understood, so a file may be read that git ignores; no secret leaves it either way.
 */
export function ignoreRules(text: string): Ignores {
  const rules = text.split('\n').slice(0, MOST_RULES).flatMap(parseRule);
  return (path, isFolder) => {
    const segments = path.split('/');
    return rules.findLast((rule) => (!rule.isFolderOnly || isFolder) && fits(rule, segments))?.isNegated === false;
  };
}

function parseRule(line: string): readonly IgnoreRule[] {
  const rule = line.trim();
  if (rule === '' || rule.startsWith('#') || rule.length > LONGEST_RULE) return [];
  const isNegated = rule.startsWith('!');
  const pattern = isNegated ? rule.slice(1) : rule;
  const segments = pattern.split('/').filter((segment) => segment !== '' && segment !== '**');
  const isAnchored = !pattern.startsWith('**/') && (pattern.startsWith('/') || segments.length > 1);
  return segments.length === 0 ? [] : [{ segments, isAnchored, isFolderOnly: pattern.endsWith('/'), isNegated }];
}

function fits({ segments, isAnchored }: IgnoreRule, path: readonly string[]): boolean {
  const from = path.length - segments.length;
  if (from < 0 || (isAnchored && from !== 0)) return false;
  return segments.every((segment, index) => wildcardMatch(segment, path[from + index]!));
}

/** `*` is any run of characters. Goes back to the last star only, so the work is at most length × length. */
export function wildcardMatch(pattern: string, name: string): boolean {
  let [at, inPattern, star, resume] = [0, 0, -1, 0];
  while (at < name.length) {
    if (pattern[inPattern] === '*') [star, resume, inPattern] = [inPattern, at, inPattern + 1];
    else if (pattern[inPattern] === name[at] || pattern[inPattern] === '?') [at, inPattern] = [at + 1, inPattern + 1];
    else if (star >= 0) [resume, at, inPattern] = [resume + 1, resume + 1, star + 1];
    else return false;
  }
  return /^\**$/.test(pattern.slice(inPattern));
}
