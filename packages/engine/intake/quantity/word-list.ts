const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const DETERMINERS = words('a an the each every any this that these those its their our my your his her all some no');
export const PREPOSITIONS = words(
  'of in on at by for from with within without to into onto over under below above between among across per via after before during until since through than as like about around against upon towards plus including',
);
export const CONJUNCTIONS = words('and or but nor so yet while when where which who whom whose if because although whether then');
export const AUXILIARIES = words(
  'is are was were be been being am has have had having do does did will would shall should can could may might must need needs want wants expect expects',
);
export const PERIOD_ADVERBS: Readonly<Record<string, number>> = {
  hourly: 3600,
  daily: 86_400,
  nightly: 86_400,
  weekly: 604_800,
  monthly: 2_592_000,
  quarterly: 7_884_000,
  yearly: 31_536_000,
  annually: 31_536_000,
  annual: 31_536_000,
};
/** Words that qualify a population without naming it: "five million daily and 25 million monthly players". */
export const QUALIFIERS = words(
  'daily monthly weekly hourly yearly active registered total concurrent simultaneous online connected new unique average peak existing paying free current signed-up other more additional',
);
const STOPS = [DETERMINERS, PREPOSITIONS, CONJUNCTIONS, AUXILIARIES];
/** A word that ends a noun phrase. */
export const isFunctionWord = (word: string): boolean => STOPS.some((set) => set.has(word)) || PHRASE_ENDS.has(word);
const PHRASE_ENDS = words(
  'it they we you he she i them us not only just also then once twice max tops apart ago each long old later ahead together respectively everywhere worldwide overall altogether typically usually mostly kept stored retained left',
);
