import type { Intent } from '@archwright/model';
import { findPattern, phrasePattern } from './phrase-pattern.ts';
import type { Sentence, WordReading } from './read-words.ts';

/** One part of a backend: asking for it is asking for a choice, not for a design. */
const PART =
  'database|databases|db|datastore|store|storage|queue|queues|broker|cache|orm|framework|language|runtime|cdn|bus|cloud|provider|host|hosting|engine|index|warehouse|gateway|balancer|scheduler-library|stream|technology|tool|library|stack';
const QUALIFIER =
  'time-series|time|series|message|messaging|task|job|event|search|data|object|blob|key-value|vector|graph|document|relational|sql|nosql|web|backend|programming|cloud|auth|api|load|stream|analytics|primary|main|good|right|best|suitable|managed';

const compile = (patterns: readonly string[]) => patterns.map(phrasePattern);
const DESIGN = compile([
  'design|architect|build|propose|plan|develop|create|sketch|outline|engineer ~4 backend|system|service|platform|architecture|app|application|api|infrastructure|solution|product|site|website|engine|pipeline|server|store|marketplace',
  'design|architect',
]);
const COMPARE = compile([
  'vs|versus',
  'compare|comparing|comparison',
  'difference|differences between',
  'better|cheaper|faster than',
  'pros and cons of',
  'which is|are better|cheaper|faster|simpler',
]);
const ESTIMATE = compile([
  'how much|many|big|large',
  'what ~3 cost|costs',
  'estimate|ballpark',
  'back-of-the-envelope|back-of-envelope',
  'capacity plan|planning|estimate',
  'what size|capacity',
  'size the',
  'sizing ?for|of',
]);
const REVIEW = compile([
  'review|audit|critique|assess|evaluate|check|criticise|criticize|look-at ~1 our|my|this|the|existing|following ~4 architecture|design|setup|schema|backend|stack|code|system|repository|repo|infrastructure|api|plan|database|service|approach',
  "what|what's wrong with",
  'feedback on',
  'second opinion',
  'is our|my|this ~3 ok|okay|fine|sound|good|reasonable|right|sensible',
  'find ~2 problems|weaknesses|risks|bottlenecks in',
]);
const EXPLAIN = compile([
  'explain|describe ~1 why|how|what|when|the',
  'why',
  'how does|do|is|are',
  'what is|are|does',
  'when should|would',
  'teach me',
  'help me understand',
  'tell me about|why|how',
]);
const CHOOSE = compile([
  `need|want|require|looking|look|searching|recommend|suggest|pick|choose|select|find|propose|seek ?for ?a|an|the|one|us|me ?the|a ?${QUALIFIER} ?${QUALIFIER} ${PART}`,
  `which|what ?${QUALIFIER} ?${QUALIFIER} ${PART}`,
  'what|which should|can|do we|i use',
  'should we|i use|choose|pick|adopt|take|go|move|migrate|switch|replace|keep|stay',
]);

const OPENING = 4;
const startsWith = (sentence: Sentence, patterns: readonly ReturnType<typeof phrasePattern>[], within = OPENING): boolean =>
  patterns.some((pattern) => findPattern(pattern, sentence.words).some(({ from }) => from <= within));
const isQuestion = (sentence: Sentence): boolean => sentence.words.at(-1)?.lower === '?';

/** What one sentence asks for; undefined where it only tells. */
function askedBy(sentence: Sentence, rivals: number): Intent | undefined {
  const first = sentence.words[0]!.lower;
  if (startsWith(sentence, COMPARE, isQuestion(sentence) || sentence.words.length < 12 ? 12 : 1)) return 'compare';
  if (isQuestion(sentence) && rivals > 1 && sentence.words.some(({ lower }) => lower === 'or')) return 'compare';
  if (startsWith(sentence, REVIEW, 3)) return 'review';
  if (
    startsWith(sentence, ESTIMATE, isQuestion(sentence) ? 3 : 2) &&
    (isQuestion(sentence) || /^(?:how|estimate|what|ballpark|size|calculate|capacity|please)$/.test(first))
  )
    return 'estimate';
  if (startsWith(sentence, CHOOSE, 3)) return 'choose';
  if (
    startsWith(sentence, EXPLAIN, 1) &&
    (isQuestion(sentence) || /^(?:explain|describe|why|how|teach|help|tell|please|can)$/.test(first))
  )
    return 'explain';
  return undefined;
}

/**
 * What the brief asks for. An explicit request for a design wins, and a brief that only tells about a product is one; else
 * the first sentence that asks decides, then the last.
 *
 * @param rivalsIn - how many technologies a sentence names: two joined by `or` in a question are a comparison
 */
export function readIntent(reading: WordReading, rivalsIn: (sentence: Sentence) => number = () => 0): Intent {
  const { sentences } = reading;
  if (sentences.some((sentence) => startsWith(sentence, DESIGN) && !isQuestion(sentence) && askedBy(sentence, 0) !== 'review'))
    return 'design';
  const asked = sentences.map((sentence) => askedBy(sentence, rivalsIn(sentence)));
  const found = asked[0] ?? asked.findLast((intent) => intent !== undefined);
  return found ?? 'design';
}
