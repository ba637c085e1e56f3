import { isNegated } from '../words/negation.ts';
import { findPattern, phrasePattern } from '../words/phrase-pattern.ts';
import type { Sentence, Word } from '../words/read-words.ts';

/** What a brief says about a technology it names. */
export type Stance = 'prohibited' | 'replaced' | 'compared' | 'preferred' | 'required' | 'existing' | 'named';

const BREAK = /^[;:.!?()—–|]$/;
const CONTRASTS = new Set(['but', 'however', 'although', 'though', 'while', 'whereas', 'yet', 'because']);
const REACH = 12;

const PREFERRED = [
  'prefer|prefers|preferred|preferring|preferably|preference|ideally|favour|favor|favours|favors',
  "would|'d ?really like|love|rather",
  'like|love to',
  'we|i|they|team|engineers|developers like|likes|love|loves',
  'fan|fans of',
  'keen on',
  'hope|hoping|wish|want|wants to ~1 use|try|adopt|run',
  'nice to have',
  'leaning|lean|inclined towards|toward|to',
  'comfortable|familiar|experienced|experience|fluent|proficient|skilled with|in|at',
  'know|knows',
  'thinking|think of|about',
  'considering|consider',
  'open to',
  'if possible',
  'interested in',
  'plan|planning to use',
].map(phrasePattern);
const REQUIRED = [
  'must|should|shall|has|have|needs ?to ~2 use|run|be|deploy|host|deployed|hosted|written|built',
  'require|requires|required|mandatory|mandated|mandate|only',
  'standardised|standardized|standard on',
  'company|corporate policy|standard',
  'committed|commit to',
  'approved',
].map(phrasePattern);
const EXISTING = [
  'already|currently|existing|today|legacy|incumbent',
  'we|i|our|us|team|company ~2 use|run|have|operate|host|deploy|own|uses|runs|has',
  'our ~2 stack|backend|app|api|platform|monolith|infrastructure|database|system|site|code|team',
  'built|written|implemented|hosted|deployed|running|runs|based in|on|with|using',
  'in place|production',
  'stack',
].map(phrasePattern);
const REPLACED = [
  'replace|replaces|replacing|retire|retiring|sunset|deprecate|deprecating|drop|dropping|leave|leaving|abandon|abandoning|outgrown|outgrew',
  'migrate|migrating|move|moving|switch|switching|port|porting ?away from|off',
  'get|getting|go|moving|move off|away|rid ?from|of',
  'phase|phasing out',
].map(phrasePattern);
const TARGET = ['replace|replacing ~4 with|by', 'migrate|migrating|move|moving|switch|switching ~6 to|onto'].map(phrasePattern);
const COMPARED = [
  'vs|versus',
  'compare|comparing|comparison',
  'choose|choosing|decide|deciding|pick between',
  'difference between',
  'which ?one|of',
  'better ?than',
  'should we ~1 use|choose|pick|take|go|adopt',
  'evaluate|evaluating',
  'pros and cons',
].map(phrasePattern);

const stretchBefore = (sentence: Sentence, from: number): number => {
  let start = from;
  while (
    start > 0 &&
    from - start < REACH &&
    !BREAK.test(sentence.words[start - 1]!.text) &&
    !CONTRASTS.has(sentence.words[start - 1]!.lower)
  )
    start--;
  return start;
};

/**
 * How the brief stands to what it names at `from`: the nearest cue to the left in the same clause decides; a preference may
 * also follow ("Go if possible").
 */
export function stanceAt(sentence: Sentence, from: number, to: number, rivals: number): Stance {
  const { words } = sentence;
  const start = stretchBefore(sentence, from);
  const before = words.slice(start, from);
  const after = words.slice(to, to + 5);
  const says = (patterns: readonly ReturnType<typeof phrasePattern>[], stretch: readonly Word[] = before): number =>
    Math.max(-1, ...patterns.flatMap((pattern) => findPattern(pattern, stretch).map((match) => match.to)));
  const replaced = says(REPLACED);
  const target = says(TARGET);
  const isAsked = words.at(-1)?.lower === '?';
  if (target >= 0 && target >= replaced) return isAsked ? 'compared' : 'required';
  if (replaced >= 0) return isAsked ? 'existing' : 'replaced';
  if (isNegated(words, from) || says(REPLACED_AFTER, after) >= 0) return 'prohibited';
  const hasComparison = says(COMPARED, words) >= 0;
  if (rivals > 1 && (hasComparison || (isAsked && words.some(({ lower }) => lower === 'or')))) return 'compared';
  if (isAsked && hasComparison) return 'compared';
  const preferred = Math.max(says(PREFERRED), says(PREFERRED, after) >= 0 ? 0 : -1);
  const required = says(REQUIRED);
  const existing = says(EXISTING);
  const nearest = Math.max(preferred, required, existing);
  if (nearest < 0) return 'named';
  return nearest === preferred ? 'preferred' : nearest === required ? 'required' : 'existing';
}

/** `Kubernetes is out`, `AWS is not allowed`. */
const REPLACED_AFTER = [
  'is|are ~1 out|forbidden|banned|prohibited|excluded',
  'is|are not allowed|permitted|possible|acceptable|welcome|wanted|an',
].map(phrasePattern);
