import { lookUp } from '@archwright/kernel';
/** Nouns that name the thing being designed, parts of speech about it, or nothing in particular: never an entity of the domain. */
const GENERIC = new Set(
  (
    'system systems backend platform app application software service microservice solution product project tool website site webapp web program infrastructure architecture ' +
    'design data information content thing stuff way kind type sort part number amount set list case example use usage need requirement feature ' +
    'functionality capability function user-experience experience support access ability level rate load traffic volume scale size capacity throughput latency performance ' +
    'lifetime expiry validity availability uptime downtime reliability scalability security privacy compliance consistency durability cost budget money team engineer developer month ' +
    'year week day hour minute second time date deadline timeline database db datastore store storage server cluster cloud api apis backend-service frontend ' +
    'client-side ui interface layer component module technology stack framework language tool pattern approach option choice question everything anything something nothing ' +
    'detail result end start beginning place point world company business organisation organization startup market industry reason goal objective purpose ' +
    'request response operation query write read call connection peak average percent share ratio half rest majority minimum maximum total top bottom need disk cpu memory ram ' +
    'bandwidth network region zone country continent growth retention replica copy backup cache queue one other each both high low mvp prototype version ' +
    'vision idea concept problem challenge help advice recommendation diagram roadmap overhead operating hand step status'
  ).split(' '),
);

/** Whether a head noun says nothing about the domain. */
export const isGeneric = (head: string): boolean => GENERIC.has(head);

/** Words of briefs in general that a verb makes things of the domain: programs are not reviewed as applications are. */
const MEANT_BY: Readonly<Record<string, RegExp>> = {
  application: /^(?:submit|review|approve|reject|assess|file|decide|decline|receive|process)$/,
  request: /^(?:submit|approve|reject|assess|file|decide|decline|grant|review)$/,
  performance: /^(?:score|judge|rate|grade|sell|book|rehearse)$/,
  result: /^(?:enter|upload|record|publish|release|report|announce)$/,
  question: /^(?:ask|answer|submit|post)$/,
  tool: /^(?:lend|borrow|rent|hire|return|repair)$/,
  load: /^(?:post|deliver|haul|carry|bid|match|ship|book|weigh)$/,
  team: /^(?:register|enter|enrol|invite)$/,
  idea: /^(?:submit|rate|post|vote|propose)$/,
  case: /^(?:register|open|file|assign|close|handle|decide)$/,
  copy: /^(?:lend|borrow|return)$/,
};
export const isMeantBy = (verb: string, head: string): boolean => lookUp(MEANT_BY, head)?.test(verb) ?? false;

const ACTORS =
  /^(?:.*(?:er|or|ist|ian|ant|ee|man|woman|person|nurse|patient|guest|staff|client|member|student|user|admin|parent|child|citizen|agent|clerk|chef|captain|pilot|host|judge|partner|vendor|tenant|analyst|scientist|expert|crew|team|company|shop|merchant|friend|fan|guardian|volunteer|coach|dentist|doctor|device|sensor|machine|vehicle|van|truck|station|gateway|camera|meter|robot|drone|satellite|satellites|bot|household|resident|public|audience|regulator|hospital|bank|school|farm|office|desk|department|employee|people|choir|jury|band|club|couple|family|warden|agency|association|committee|cook|pupil|guide|priest|athlete|apprentice|relative|neighbour|architect|chemist|inmate|accountant|surgeon|mentor|insurer))$/;
const NOT_ACTORS = new Set(
  'number paper order letter offer weather water power folder error factor calendar monitor server computer layer buffer container cluster color colour chapter register parameter identifier newsletter fever river tower filter header banner poster trailer mirror floor door corridor vector answer matter corner center centre theater paper butter summer winter shoulder finger cover shelter ladder reminder voucher charger locker manner offer banner semester quarter parlour trailer copier drawer flyer shower plant restaurant warrant variant grant litter checklist playlist waitlist wishlist watchlist fee tree coffee degree guarantee tier career cider beer deer timer bladder lever liver leather feather cluster disaster roster plaster daughter helicopter tender dinner supper cancer order number fibre fiber sister powder ginger hammer pepper slipper sticker'.split(
    ' ',
  ),
);

/** Whether a noun can be somebody or something that acts: by its ending, or a word for a person, an office or a device. */
export const isActorNoun = (head: string): boolean => ACTORS.test(head) && !NOT_ACTORS.has(head);

/** Things that report or act by themselves. */
const MACHINES = new Set(
  (
    'device sensor meter machine van truck lorry vehicle car bus bike bicycle scooter tram train ship vessel boat aircraft plane drone robot tractor harvester turbine inverter panel battery charger pump valve ' +
    'boiler thermostat fridge freezer container tracker tag collar buoy camera probe gauge counter beacon wearable watch plc controller gateway logger satellite antenna elevator lift crane excavator kiosk terminal bot station validator scanner server host'
  ).split(' '),
);
const INSTITUTIONS = new Set(
  'hospital bank school farm office desk department shop company team crew household public regulator'.split(' '),
);

/** Workplaces: those who use the system there are their staff. */
const WORKPLACES = new Set(
  (
    'firm company office agency shop store branch workshop canteen restaurant kitchen bakery garage pharmacy depot warehouse studio team department magazine newspaper brand tenant ' +
    'organisation organization business employer salon farm publisher supplier lab laboratory brewery factory plant site'
  ).split(' '),
);
/** Places the public comes to: those who use the system there are visitors, members, pupils or patients. */
const PUBLIC_PLACES = new Set(
  'school university college hospital clinic practice hall museum library cinema theatre stadium club gym hotel airport church town city municipality village venue campus nursery centre center shelter parish quarry'.split(
    ' ',
  ),
);

/** Whether a noun names a workplace or a public place: its number is not a number of users. */
export const placeKind = (head: string): 'workplace' | 'public' | undefined =>
  WORKPLACES.has(head) ? 'workplace' : PUBLIC_PLACES.has(head) ? 'public' : undefined;

export const isMachineNoun = (head: string): boolean => MACHINES.has(head);
/** Whether a noun names a natural person, as data protection means it. */
export const isPersonNoun = (head: string): boolean => isActorNoun(head) && !MACHINES.has(head) && !INSTITUTIONS.has(head);
