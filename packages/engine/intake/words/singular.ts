const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    people: 'person',
    children: 'child',
    men: 'man',
    women: 'woman',
    feet: 'foot',
    teeth: 'tooth',
    geese: 'goose',
    mice: 'mouse',
    indices: 'index',
    indexes: 'index',
    vertices: 'vertex',
    matrices: 'matrix',
    appendices: 'appendix',
    analyses: 'analysis',
    diagnoses: 'diagnosis',
    hypotheses: 'hypothesis',
    crises: 'crisis',
    theses: 'thesis',
    criteria: 'criterion',
    phenomena: 'phenomenon',
    leaves: 'leaf',
    lives: 'life',
    knives: 'knife',
    shelves: 'shelf',
    halves: 'half',
    thieves: 'thief',
    loaves: 'loaf',
    wolves: 'wolf',
    wives: 'wife',
    midwives: 'midwife',
    housewives: 'housewife',
    movies: 'movie',
    cookies: 'cookie',
    ties: 'tie',
    pies: 'pie',
    calories: 'calorie',
    series: 'series',
    species: 'species',
    heroes: 'hero',
    aircraft: 'aircraft',
    staff: 'staff',
    data: 'data',
    media: 'media',
    news: 'news',
    quizzes: 'quiz',
    buses: 'bus',
    gases: 'gas',
    caches: 'cache',
    axes: 'axis',
    lenses: 'lens',
    viruses: 'virus',
    bonuses: 'bonus',
    statuses: 'status',
    aliases: 'alias',
    fishermen: 'fisherman',
    salesmen: 'salesman',
    businesses: 'business',
    databases: 'database',
    purchases: 'purchase',
    responses: 'response',
    licenses: 'license',
    licences: 'licence',
    courses: 'course',
    houses: 'house',
    warehouses: 'warehouse',
    nurses: 'nurse',
    cases: 'case',
    leases: 'lease',
    releases: 'release',
    expenses: 'expense',
    horses: 'horse',
    phases: 'phase',
    exercises: 'exercise',
    pulses: 'pulse',
    causes: 'cause',
    clauses: 'clause',
    courier: 'courier',
    addresses: 'address',
    tomatoes: 'tomato',
    potatoes: 'potato',
    photos: 'photo',
  }),
);
/** Nouns that end in `s` and are singular, or have no singular a brief would use. */
const UNCHANGED = new Set(
  (
    'status bus gas analysis basis axis lens virus bonus campus canvas census corpus focus radius alias atlas bias class process access address ' +
    'business success progress express press glass gross loss pass plus thus this his its is was has does us yes across always perhaps various ' +
    'previous sms gps aws dns tls os ios https cms crs news series species sales logistics analytics metrics physics mathematics statistics ' +
    'electronics graphics premises kubernetes redis sqs sns postgres rails jenkins express less unless chess kudos works dos hls sis iss ' +
    'kinesis nats mips diagnosis hypothesis crisis thesis synopsis emphasis apns saas paas iaas ics fcms rss css js windows'
  ).split(' '),
);

/** Whether an English noun looks plural. `data` and `staff` count, since they are used for many. */
export const isPlural = (word: string): boolean =>
  ['data', 'staff', 'people', 'media', 'information', 'police'].includes(word) || (singularise(word) !== word && word.length > 2);

/**
 * Singular of an English noun, lower case: `deliveries` → `delivery`, `boxes` → `box`, `people` → `person`. Words it does
 * not recognise as plural come back unchanged.
 */
export function singularise(word: string): string {
  const lower = word.toLowerCase();
  const irregular = IRREGULAR.get(lower);
  if (irregular !== undefined) return irregular;
  if (lower.length < 4 && !/^(ids|ads|ips|tvs|pos|kws|cvs|pcs|rfs|bids)$/.test(lower)) return lower;
  if (!lower.endsWith('s') || UNCHANGED.has(lower) || lower.endsWith('ss')) return lower;
  if (lower.endsWith('ies')) return lower.length > 4 ? `${lower.slice(0, -3)}y` : lower.slice(0, -1);
  if (/(?:sses|shes|ches|xes|zzes)$/.test(lower)) return lower.slice(0, -2);
  if (lower.endsWith('us') || lower.endsWith('is')) return lower;
  return lower.slice(0, -1);
}
