/** A named place and the region it lies in. Where a place is no part of a larger legal area, the two are the same. */
export interface NamedPlace {
  readonly area: string;
  /** Narrower than the area: `germany`, `eu-central-1`. */
  readonly place?: string;
  readonly label: string;
}

/** area → `name|demonym` of its places; the first line of an area names the area itself. */
const AREAS: Readonly<Record<string, { readonly own: string; readonly label: string; readonly places: string }>> = {
  eu: {
    own: 'eu|european union|europe|european|eea|eu/eea|emea',
    label: 'the EU',
    places:
      'germany=german|frankfurt|berlin|munich|hamburg,france=french|paris|lyon,netherlands=dutch|amsterdam|holland,ireland=irish|dublin,spain=spanish|madrid|barcelona,italy=italian|milan|rome,' +
      'poland=warsaw,sweden=swedish|stockholm,denmark=danish|copenhagen,finland=finnish|helsinki,belgium=belgian|brussels,austria=austrian|vienna,portugal=portuguese|lisbon,greece=greek|athens,' +
      'czechia=czech|prague|czech republic,romania=romanian|bucharest,hungary=hungarian|budapest,bulgaria=bulgarian|sofia,croatia=croatian|zagreb,slovakia=slovak|bratislava,slovenia=slovenian|ljubljana,' +
      'estonia=estonian|tallinn,latvia=latvian|riga,lithuania=lithuanian|vilnius,luxembourg,malta=maltese,cyprus=cypriot,norway=norwegian|oslo,iceland=icelandic|reykjavik,liechtenstein',
  },
  us: {
    own: 'us|u.s|u.s.a|usa|united states|america|american|north america',
    label: 'the US',
    places:
      'california=los angeles|san francisco|silicon valley,new-york=new york|nyc,texas=dallas|austin|houston,virginia,ohio,oregon,florida=miami,illinois=chicago,washington=seattle,massachusetts=boston',
  },
  uk: {
    own: 'uk|u.k|united kingdom|britain|great britain|british|england|english customers|scotland|wales',
    label: 'the United Kingdom',
    places: 'london,manchester,edinburgh',
  },
  switzerland: { own: 'switzerland|swiss|zurich|geneva', label: 'Switzerland', places: '' },
  apac: {
    own: 'apac|asia|asian|asia-pacific|asia pacific|southeast asia|south-east asia|oceania',
    label: 'Asia-Pacific',
    places:
      'india=indian|mumbai|delhi|bangalore|bengaluru|hyderabad,japan=japanese|tokyo|osaka,singapore=singaporean,australia=australian|sydney|melbourne,new-zealand=new zealand|auckland,south-korea=south korea|korea|korean|seoul,' +
      'indonesia=indonesian|jakarta,vietnam=vietnamese|hanoi,thailand=thai|bangkok,philippines=filipino|manila,malaysia=malaysian|kuala lumpur,hong-kong=hong kong,taiwan=taiwanese|taipei,bangladesh=dhaka,pakistan=karachi,sri-lanka=sri lanka',
  },
  china: { own: 'china|chinese|mainland china|beijing|shanghai', label: 'China', places: '' },
  canada: { own: 'canada|canadian|toronto|montreal|vancouver|ontario|quebec', label: 'Canada', places: '' },
  latam: {
    own: 'latam|latin america|south america',
    label: 'Latin America',
    places:
      'mexico=mexican|mexico city,argentina=argentinian|buenos aires,chile=chilean|santiago,colombia=colombian|bogota,peru=peruvian|lima',
  },
  brazil: { own: 'brazil|brazilian|sao paulo|são paulo', label: 'Brazil', places: '' },
  africa: {
    own: 'africa|african',
    label: 'Africa',
    places:
      'nigeria=nigerian|lagos,kenya=kenyan|nairobi,south-africa=south africa|south african|cape town|johannesburg,egypt=egyptian|cairo,ghana=ghanaian|accra,ethiopia,tanzania,uganda,rwanda',
  },
  'middle-east': {
    own: 'middle east|gulf region|mena',
    label: 'the Middle East',
    places:
      'uae=dubai|abu dhabi|united arab emirates|emirates,saudi-arabia=saudi arabia|riyadh,israel=israeli|tel aviv,qatar=doha',
  },
  global: {
    own: 'globally|worldwide|world-wide|around the world|across the world|all over the world|all continents|every continent|several continents|multiple continents|global users|global audience|global customers|global user base|global reach|international users|international customers|users everywhere|the globe|across the globe',
    label: 'the whole world',
    places: '',
  },
};

function build(): ReadonlyMap<string, NamedPlace> {
  const found = new Map<string, NamedPlace>();
  for (const [area, { own, label, places }] of Object.entries(AREAS)) {
    for (const name of own.split('|')) found.set(name, { area, label });
    for (const entry of places.split(',').filter(Boolean)) {
      const [place = '', aliases] = entry.split('=');
      const title = place
        .split('-')
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join(' ');
      for (const name of [place.replaceAll('-', ' '), ...(aliases?.split('|') ?? [])])
        found.set(name, { area, place, label: title });
    }
  }
  return found;
}

const PLACES = build();
const LONGEST_NAME = 5;
const CLOUD_REGION =
  /^(us|eu|ap|ca|sa|me|af|uk)-(?:gov-)?(?:north|south|east|west|central|northeast|southeast|northwest|southwest)-?\d{1,2}$/;
const CLOUD_AREAS: Readonly<Record<string, string>> = {
  us: 'us',
  eu: 'eu',
  ap: 'apac',
  ca: 'canada',
  sa: 'latam',
  me: 'middle-east',
  af: 'africa',
  uk: 'uk',
};

/** The place named by the words from `at` on, longest name first, with how many words it takes. */
export function placeNamed(
  lowers: readonly string[],
  at: number,
): { readonly place: NamedPlace; readonly length: number } | undefined {
  const cloud = CLOUD_REGION.exec(lowers[at] ?? '');
  if (cloud) return { place: { area: CLOUD_AREAS[cloud[1]!]!, place: lowers[at]!, label: lowers[at]! }, length: 1 };
  for (let length = Math.min(LONGEST_NAME, lowers.length - at); length > 0; length--) {
    const place = PLACES.get(lowers.slice(at, at + length).join(' '));
    if (place) return { place, length };
  }
  return undefined;
}
