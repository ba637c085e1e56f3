export type Tag =
  | 'noun'
  | 'verb'
  | 'aux'
  | 'modal'
  | 'determiner'
  | 'possessive'
  | 'adjective'
  | 'adverb'
  | 'preposition'
  | 'conjunction'
  | 'pronoun'
  | 'relative'
  | 'number'
  | 'to'
  | 'negation'
  | 'mark'
  | 'wh';

const WORDS: Readonly<Partial<Record<Tag, string>>> = {
  determiner:
    'a an the this that these those each every all some any both another such no few several many much most enough half',
  possessive: "our their your its his her my whose 's '",
  pronoun:
    'we they i you he she it everyone anyone everybody anybody nobody somebody someone whoever whichever them us me him one ours theirs themselves itself anything everything nothing',
  modal: "can could must may might should shall will would cannot can't won't shouldn't mustn't couldn't wouldn't",
  aux: "is are was were be been being am isn't aren't wasn't weren't has have had hasn't haven't do does did don't doesn't didn't gets",
  preposition:
    'of in on at by for with from into onto over under per about across after before between through during until till within without against among ' +
    'towards toward via than as like around inside outside behind beyond near off up down out plus including excluding except despite upon along versus vs besides',
  conjunction:
    'and or but nor yet so because while whereas although though if unless when whenever where since once however therefore & /',
  relative: 'who which whom',
  wh: 'what how why',
  negation: 'not never neither',
  adverb:
    'only also always often sometimes usually mostly mainly typically currently already still just even ever again soon now today tomorrow later daily hourly weekly monthly yearly ' +
    'together there here then too very quite rather almost nearly roughly approximately about ideally eventually instead once twice well up-front online afterwards beforehand meanwhile ' +
    'offline overnight nearby done away back forever perhaps maybe please first directly simultaneously concurrently instantly',
  number:
    'zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty ' +
    'seventy eighty ninety hundred thousand million billion trillion dozen dozens hundreds thousands millions billions percent third fourth fifth sixth tenth quarter couple',
  adjective:
    'new old big small large huge tiny short long high low fast slow quick hot cold cheap free full empty open real live raw active inactive anonymous public private internal external ' +
    'global local mobile social random popular recent latest last next previous current existing other own same different single multiple several various certain main primary ' +
    'secondary daily hourly weekly monthly yearly annual average total additional extra related available unavailable secure safe important critical simple complex easy hard ' +
    'personal medical clinical electronic digital physical financial legal commercial industrial historical temporary permanent unique common special general specific ' +
    'early late ready correct wrong possible necessary dedicated shared self-service registered enterprise-grade real-time multi-tenant in-app lower-case long-lived near strict least best better top ' +
    'older newer larger smaller higher faster bigger longer shorter lowest highest smallest largest busy heavy light entire whole human native custom premium automatic manual remote nightly bulk virtual eligible',
};

const table = new Map<string, Tag>();
for (const [tag, words] of Object.entries(WORDS))
  for (const word of words.split(' ')) if (!table.has(word)) table.set(word, tag as Tag);

/** Part of speech of the closed classes and of common adjectives and adverbs. */
export const functionWord = (lower: string): Tag | undefined => table.get(lower);

const ADJECTIVE_ENDING = /(?:able|ible|ful|less|ous|ish|ary|ical|ional|wide|based|facing|friendly|heavy|like|ready|free|only)$/;
const NOUNS_LIKE_ADJECTIVES = new Set([
  'table',
  'cable',
  'variable',
  'diary',
  'library',
  'salary',
  'dictionary',
  'summary',
  'boundary',
  'professional',
  'binary',
  'libraries',
  'secretary',
  'beneficiary',
  'parish',
  'dish',
  'fish',
  'radish',
  'rubbish',
  'brush',
]);
export const looksLikeAdjective = (lower: string): boolean => ADJECTIVE_ENDING.test(lower) && !NOUNS_LIKE_ADJECTIVES.has(lower);
