import { surfaceKey } from './surface';

/**
 * Names of skills that are also everyday words. In running text they count only in a list beside other skills, or next to
 * a word that settles the meaning. Keys are folded words; the values are words that settle it within three words.
 */
const SETTLES: Readonly<Record<string, string>> = {
  access: 'ms microsoft database excel vba',
  amplitude: 'analytics mixpanel product',
  angular: 'react vue typescript frontend developer',
  apex: 'salesforce triggers lightning visualforce',
  c: 'language programming embedded',
  dart: 'flutter language',
  excel: 'ms microsoft advanced spreadsheet spreadsheets vba pivot macros formulas vlookup word powerpoint',
  express: 'node nodejs mongodb js api apis',
  go: 'golang language programming microservices backend goroutines',
  helm: 'kubernetes charts docker',
  hibernate: 'spring java jpa orm',
  hive: 'hadoop spark query hdfs',
  jest: 'unit react testing enzyme',
  lambda: 'aws serverless functions',
  looker: 'bi dashboards dashboard tableau',
  maven: 'build java gradle jenkins',
  node: 'js express backend javascript react',
  notion: 'slack trello asana workspace',
  outlook: 'ms microsoft email emails calendar exchange',
  postman: 'api apis rest collections',
  publisher: 'ms microsoft',
  r: 'language programming statistical python sas spss ggplot2 tidyverse studio shiny',
  rails: 'ruby',
  react: 'native js redux hooks typescript javascript frontend developer components',
  ruby: 'rails programming language gem',
  rust: 'language programming tokio cargo',
  sage: 'accounting 50 intacct',
  scratch: 'programming coding mit',
  segment: 'cdp twilio tracking',
  slack: 'channel channels teams zoom workspace',
  snowflake: 'warehouse sql dbt data',
  spark: 'hadoop kafka streaming pyspark scala sql hive',
  spring: 'boot java mvc framework hibernate microservices',
  swift: 'ios xcode uikit swiftui objective',
  tally: 'erp prime gst accounting accounts entries software busy excel quickbooks',
  teams: 'ms microsoft zoom slack',
  unity: '3d game engine c#',
  vue: 'js nuxt frontend typescript',
  windows: 'os server microsoft ms linux operating',
  word: 'ms microsoft excel powerpoint processing',
  zoom: 'meeting meetings webinar webinars webex calls',
};

const SETTLED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(SETTLES).map(([word, list]) => [word, new Set(list.split(' '))]),
);

/** Everyday words with no settling neighbour: only a list makes skills of them. */
const LIST_ONLY = new Set(
  `abacus accountability accounts accuracy acting adam adaptability adaptive admin administration
  admissions advertisement advertising advocacy agile alliances alterations amara amplify anaconda
  analysis analytical analytics anchoring apollo architecture archives arnold articulate asana assembler assembly
  assurance asterisk astro aurora author baan baas babel backbone baking bamboo banners bash beats behave
  blender blogger blueprints bonds bootcamps bootstrap box braze brochures bubble budgets buffer bullhorn
  busy buying calmness cannulation canoe capacitor captivate carrd carta cartoons cassandra celery chai
  charting chess chillers claude cloning cloud clustering coaching cobots coda coding collaboration
  collaborative collections comics commitment communicating communication compassion compliances
  composites composure compressors concierge concur conda conditioning conferences confidence confident
  confluence conservation consolidation construction consul consulting containers cooking coordinating coordination
  cordova crafts creative creativity cricket cucumber cursor cypress dams dance dancing decipher
  decisiveness dedicated dedication deel delegation derivatives desserts dice diligence directing
  direction directx discretion dispatch divi documentation domo dovetail drafting drama draping drawing
  drums duda dunning eclipse ecology economics edius electron electronics elixir ember empathetic empathy
  english enovia estimating estimation ethics events excise exhibitions expo exports fabrication facebook
  facials facilitation factoring farming fidelio fieldwork filing fireflies fitness flask flexibility
  flexible flink fluent flume flute flutter foley forecasting forestry forging fortify foundry framer
  freight galileo gatsby gemba geology gin gong governance grammar graphics graphy grasshopper greenhouse
  grinding groovy grunt guitar gulp gusto handlebars hangouts harness harvesting heap heatmaps hedging
  hiring honesty hopin hydraulics icing illustrating imagination impala improv indeed indenting induction
  industriousness influencing infor initiative innovation inspection inspections integrity internet
  interpersonal interpretation interpreting inventor inverters investigation investigations jasmine jasper
  jingles journalism judgement judo julia juniper karma keynote kong kronos lamp later leadership leading
  leaflet leaflets lean leasing less lettering levelling lever librarianship linear liquidation listening
  lit locust logging loom lottie lumen lumion maintenance makeup management managing mantine mantis marg
  marvel masonry maya maze mean mediation medicine mercurial meshing metabase meticulous middleware
  milling miro mocha mom monday monitoring monster moscow motivation mural negotiating negotiations
  negotiator networking newsletters nomad normalisation nuke observation octave oops operations optimism
  oratory organised organising origami outreach ownership packer packing pact padlet painting pandas
  parquet partnerships pascal patents patience payables pega pendo percussion percy perplexity persuasion
  persuasiveness phantom phonetics physio piano pigment pinecone pinia pips pitching planning playwright
  plumbing podia poetry polish polymer pos positivity posters preact prefect premiere prepayments
  presentation presentations presenting presto pricing primavera principle prioritisation prisma proactive
  proactiveness proactivity procreate production professionalism programming prometheus prospecting
  protractor provar provisions publishing pumps punctual punctuality puppet puppeteer purchase purchasing
  quilling quotations realm receivables reception receptionist reconciliations recycling redux reels
  referencing reflexology refunds relativity reliability remedy remix render rendering renewables renewals
  replenishment reporting research researching reserving resilience responsibility rest retail retargeting
  rhino rigging rippling rollup runway saba sabre safe sampling san sanity saral sass scaffolding
  scheduling sculpting sculpture selling seminars sensors settlements shell shine shipping shortcut
  signages sinatra sincerity singing sketch sketching smartlead solaris solidity sonar sora sourcing
  spinnaker sponsorships staffing statistics strapi strategy struts styling sublime substations
  supervising supervision surveying surveys sustainability synapse talend tarot tax taxes teasers telecom
  tenable testing theatre tosca tourism tractors transformers transportation treds trellix triage truffle
  trustworthiness tuition turbines tutoring typing typography valuation var verbal versatility violin
  virtuoso visily vitals vite volunteering walkthroughs watercolour waterfall weaving welding wms workday
  workshops writing xero yarn yoga zephyr`
    .split(/\s+/)
    .map(surfaceKey),
);

// Two letters are seldom only a skill; these are.
const CLEAR_PAIRS = new Set(['ai', 'bi', 'hr', 'ml', 'pf', 'qa', 'ui', 'ux', 'c#', 'f#', 'js', 'vr']);

/**
 * Whether a one-word name needs a list or a settling neighbour before it counts.
 * @param word the folded word as listed
 * @param name the name as written in the vocabulary
 * @param seen the same as written in the text
 */
export function needsContext(word: string, name: string, seen: string): boolean {
  if (SETTLED_BY.has(word) || LIST_ONLY.has(word) || word.length === 1) return true;
  if (word.length === 2 && !CLEAR_PAIRS.has(word)) return true;
  // "EMI" or "DOE" are abbreviations only in capitals.
  return word.length <= 4 && name === name.toUpperCase() && seen !== seen.toUpperCase();
}

/** Whether `neighbour` (folded) settles that `word` (folded) is meant as a skill. */
export const settles = (word: string, neighbour: string): boolean =>
  SETTLED_BY.get(word)?.has(neighbour) ?? false;
