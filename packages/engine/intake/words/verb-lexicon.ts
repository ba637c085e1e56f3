export type VerbKind = 'read' | 'write' | 'stream' | 'job';

/**
 * Verbs a backend brief uses, by what they ask of a backend: `*` marks words that are as often nouns, `~` verbs that say how
 * things are (they make no activity), and `+word` the prepositions or particles that may stand before the object.
 */
const TABLE: Readonly<Record<VerbKind | 'state' | 'meta', string>> = {
  read:
    'read* view* see browse search*+for+in+through find look+for+at+up list* get fetch retrieve show* display* watch* listen+to check*+on query* ' +
    'open preview* download* inspect+with examine discover explore* consult access* compare filter* visit* monitor* review* load* ' +
    'redirect* resolve translate verify validate lookup* count* rank* recommend suggest navigate play* audit* observe analyse analyze ' +
    'summarise summarize report*+on scan* answer* locate identify match* return* reveal determine',
  write:
    'create add submit document* file* lodge attend participate+in compete+in adopt treat* vaccinate irrigate harvest* brew bake survey* appraise award* quote* onboard supervise exhibit rehearse tow calibrate certify endorse underwrite prune diagnose clean* wash post* place* order* buy purchase*+from book* reserve cancel edit update* change* modify delete remove save* store* upload* ' +
    'register*+for+with sign+up+in+out subscribe+to unsubscribe+from pay+for charge* refund* bid*+on+for rate* like share* comment*+on follow* unfollow ' +
    'block* mute invite* join* leave* accept reject approve decline confirm assign claim* return* borrow lend rent* hire sell trade* vote*+for+on ' +
    'answer* ask*+for+about reply*+to+on respond+to enter fill tag* label* archive* restore publish unpublish draft* schedule* reschedule import* insert ' +
    'set*+up configure customise customize enrol+in enroll+in apply+for complete finish start* stop* pause* resume* close* lock* unlock ' +
    'transfer* deposit* withdraw exchange* redeem earn spend donate+to tip* request* report* flag* sign* scan* measure* record* log*+in+out+into capture* ' +
    'keep write* type*+in+into+through enable disable grant revoke issue* allocate release* move* merge split* link* attach pin* bookmark* favourite* favorite* ' +
    'arrange unlock* bring tap* lead* put press* choose ' +
    'cast review* grade* mark* select choose pick* play* win* score* receive hold* collect admit discharge prescribe dispense check*+in+out ' +
    'weigh inspect catalogue* catalog* replace repair* maintain track* manage shorten paste* react+to connect+to log* authenticate ingest pledge* land* ' +
    'dispatch* deliver ship* load* unload pack* draw*+on overbook reconcile settle post* adopt feed* train* book*',
  stream:
    'stream* send+to push*+to broadcast* emit transmit publish* report* chat*+with talk+to+with call* message* notify alert* ping* sync* synchronise ' +
    'synchronize transmit beam track* sample* exchange* text*',
  job:
    'process* transcode convert resize compress encode decode generate compute calculate aggregate summarise summarize roll+up export* index* crawl* scrape ' +
    'import* retry* deliver email* bill* invoice* remind render* back+up backup* archive* purge expire train* classify detect deduplicate enrich ' +
    'reindex migrate replicate schedule* execute run* trigger* transform* forecast* predict optimise optimize reconcile batch* forward* relay* route* analyse ' +
    'analyze score* ingest dispatch* print* extract parse',
  state:
    'be have has contain include consist+of need* want* expect* require own belong+to last* depend+on serve* support* handle* offer* provide make take ' +
    'use* let allow enable help* cost* live stay remain reside become grow lag* think believe hope* wish* prefer avoid exist happen arrive come go fit* mean ' +
    'seem look lose lack* differ vary equal* total* average* peak* expire fall rise double* proceed work* get keep follow* sit stand lie hear feel try like know care matter* ' +
    'aim* wait* reduce increase* improve ensure prevent protect achieve meet minimise minimize cut* limit* guarantee* involve remember tolerate survive avoid waste* help* begin* continue end* pass* exceed reach* hit* understand',
  meta: 'digitise digitize automate modernise modernize design* build* develop architect* propose sketch* outline* describe explain recommend tell advise estimate* evaluate assess plan* give',
};

export interface VerbEntry {
  readonly lemma: string;
  /** First table in which the verb stands; absent for verbs of state and of the request itself. */
  readonly kind?: VerbKind;
  readonly isMeta: boolean;
  /** As often a noun: needs the context of a verb. */
  readonly isNounToo: boolean;
  /** Prepositions and particles that may stand before its object. */
  readonly particles: readonly string[];
}

function entries(): ReadonlyMap<string, VerbEntry> {
  const found = new Map<string, VerbEntry>();
  for (const kind of ['read', 'write', 'stream', 'job', 'state', 'meta'] as const)
    for (const word of TABLE[kind].split(' ')) {
      const [head = '', ...particles] = word.split('+');
      const lemma = head.replace('*', '');
      const known = found.get(lemma);
      const active = kind !== 'state' && kind !== 'meta';
      found.set(lemma, {
        ...(known?.kind ? { kind: known.kind } : active && !known ? { kind } : {}),
        lemma,
        isMeta: known?.isMeta ?? kind === 'meta',
        isNounToo: (known?.isNounToo ?? false) || head.endsWith('*'),
        particles: [...(known?.particles ?? []), ...particles],
      });
    }
  return found;
}

/** Base form → what is known of the verb. */
export const VERBS: ReadonlyMap<string, VerbEntry> = entries();

/** What a verb asks of a backend; a verb that is not in the lexicon changes something until the user says otherwise. */
export const verbKind = (lemma: string): VerbKind => VERBS.get(lemma.split(' ')[0] ?? '')?.kind ?? 'write';
