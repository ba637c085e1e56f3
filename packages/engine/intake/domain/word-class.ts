/**
 * Hypernyms: what a sign of a domain means by `@bookable` or `@person`, as words a trade uses instead. General vocabulary, so
 * that each archetype need not list every kind of court, cook or gauge. Base forms, several words where they belong together.
 */
const WORD_CLASSES: Readonly<Record<string, string>> = {
  person:
    'people|person|customer|guest|visitor|member|user|client|family|parent|child|pupil|student|reader|neighbour|buyer|friend|citizen|patient|player|couple|' +
    'tourist|traveller|walker|hiker|camper|singer|musician|dog owner|cyclist|runner|swimmer|owner|group|party|tenant|resident|employee|whoever|somebody|anyone|anybody',
  bookable:
    'court|room|table|seat|slot|place|desk|lane|boat|pitch|berth|mooring|hall|hut|cabin|tent|sauna|chair|bay|half hour|appointment|class|tour|lesson|session|ticket|' +
    'cottage|caravan|bed|bunk|kayak|canoe|ski|studio|stall|parking space|plot|darkroom|kiln|oven|loom|organ|track|treatment|chalet|guide|instructor|trainer|tutor|hairdresser|simulator|ferry|sledge',
  food:
    'cook|kitchen|canteen|restaurant|lunch|dinner|bakery|baker|pizza|pizzeria|takeaway|dish|menu|stew|sushi|burger|soup|meal|food|sandwich|curry|noodle|snack|ice cream|' +
    'grocery|breakfast|cake|pancake|kebab|taco|salad|dumpling|roast|chef|diner|cafe|bistro|falafel|rice|roast|inn|snack bar|pub',
  clinician:
    'physiotherapist|dentist|doctor|nurse|physician|midwife|therapist|surgeon|paramedic|optician|psychologist|psychiatrist|gp|carer|hospice|dermatologist|cardiologist|' +
    'radiologist|orthopaedist|paediatrician|pharmacist|clinician|consultant doctor|speech therapist|dietitian|ward|chiropodist|eye clinic',
  goods:
    'part|item|article|bandage|drug|material|piece|keg|bottle|medicine|tool|component|spare|barrel|box|crate|cloth|wine|screw|paint|feed|vaccine|supply|product|beer|' +
    'costume|fabric|pallet|tyre|cable|filter|glove|needle|chemical|ingredient|flour|cheese|timber|board|pipe|battery|goods|stock|malt|lamp|oil|costume|prop|instrument|uniform',
  measured:
    'temperature|moisture|humidity|position|pressure|battery|weight|speed|fuel|voltage|level|vibration|flow|power|rainfall|noise|heat|motor|current|wind|ph|salinity|depth|' +
    'light|radiation|altitude|smoke|gas|oxygen|strain|tilt|revolution|location|door count|pulse|water level|acidity|load|snow depth|tide',
  machine:
    'device|sensor|meter|machine|scale|lift|elevator|pump|turbine|boiler|fridge|freezer|tractor|scooter|tank|silo|buoy|gauge|probe|collar|tag|tracker|trap|hive|greenhouse|oven|' +
    'vehicle|truck|container|drone|robot|generator|panel|inverter|charger|valve|barrier|crane|escalator|incubator|vending machine|lamp|weather station|thermometer|compressor|excavator|pole|mast|float|bell',
  recurring:
    'every month|each month|monthly|a month|per month|once a month|every year|each year|yearly|annually|a year|per year|once a year|every week|each week|weekly|per week|every quarter|quarterly|per season|' +
    'first of the month|by the month|by the year|renewal',
};

/** The phrases of a group as a sign writes it: `boat|@person` with the class spelt out. @throws on an unknown class. */
export function phrasesOf(group: string): readonly string[] {
  return group.split('|').flatMap((phrase) => {
    if (!phrase.startsWith('@')) return [phrase];
    const words = WORD_CLASSES[phrase.slice(1)];
    if (words === undefined) throw new Error(`unknown word class ${phrase} in a sign of a domain`);
    // The mark itself stands for every noun that the reader takes for one.
    return [phrase, ...words.split('|')];
  });
}
