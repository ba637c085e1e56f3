const SUFFIX =
  /(?:izations?|isations?|ations?|itions?|tions?|ions?|ments?|ances?|ences?|ings?|ers?|ors?|ies|ied|ed|es|als?|s|y|e)$/;
const SHORTEST_ROOT = 3;

/**
 * What a verb and its nouns have in common: `ingest`, `ingestion`, `ingesting` → `ingest`; `scheduler`, `schedule` →
 * `schedul`. Coarse on purpose: it is used only where a second word of the same phrase stands near.
 */
export function rootOf(word: string): string {
  const once = strip(word.toLowerCase());
  return /(?:ing|er|or|ed|e)$/.test(once) && once.length > 5 ? strip(once) : once;
}

function strip(word: string): string {
  const stripped = word.replace(SUFFIX, '');
  return stripped.length >= SHORTEST_ROOT ? stripped : word;
}
