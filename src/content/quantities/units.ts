/** Nouns that make the number before them a quantity: what the story counts and measures. Singular forms. */
const REGULAR = `
  tonne ton kilogram kilogramme gram litre liter gallon kilometre kilometer metre meter mile acre hectare degree
  fatality casualty victim survivor patient doctor nurse hospital clinic refugee civilian resident villager soldier
  fighter rebel guard expert inspector specialist adviser sailor crew-member worker
  contractor volunteer engineer journalist witness child body death
  ship vessel freighter frigate warship boat tanker container truck lorry convoy vehicle aircraft plane helicopter
  cylinder drum barrel tank bottle canister bag reactor unit machine hydrolysis-unit
  site facility building hangar tunnel bunker warehouse plant factory laboratory lab place location
  munition bomb warhead rocket missile shell mortar weapon attack strike incident sample
  load shipment delivery consignment movement voyage trip crossing journey flight visit
  company firm country state nation member party delegation side
  vote abstention seat lawmaker deputy senator parliamentarian
  second minute hour night day weekend week fortnight month year decade century generation
  dollar euro pound cent rouble
  chemical agent substance precursor compound
  town village suburb neighbourhood district province
  step stage phase round session meeting talk statement resolution report
  deadline milestone target extension delay source event chapter case vaccination dose
  time part share piece third quarter fifth tenth
`;

const IRREGULAR = `
  percent % people person persons dead killed wounded injured missing displaced men man women woman children
  km kg m t mm cm ft feet foot mph staff troops crew personnel lives life MPs times
  casualties fatalities facilities deliveries companies countries parties bodies factories laboratories
  centuries abstainers
`;

function plurals(word: string): string[] {
  if (/(?:s|sh|ch|x)$/.test(word)) return [word, `${word}es`];
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`];
  return [word, `${word}s`];
}

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** In lower case. */
export const UNITS: ReadonlySet<string> = new Set(
  [...words(REGULAR).flatMap(plurals), ...words(IRREGULAR)].map((word) => word.toLowerCase()),
);
