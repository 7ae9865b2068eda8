import { surfaceKey } from './surface';

/**
 * Names of skills that are also everyday words. In running text they count only in a list beside other skills, or next to
 * a word that settles the meaning. Keys are folded words; the values are words that settle it within three words.
 */
const SETTLES: Readonly<Record<string, string>> = {
  access: 'ms microsoft database excel vba',
  amplitude: 'analytics mixpanel product',
  angular: 'react vue typescript frontend developer',
  apache: 'httpd nginx web server servers tomcat mysql',
  apex: 'salesforce triggers lightning visualforce',
  argus: 'safety pharmacovigilance arisg',
  athena: 'aws glue s3 redshift',
  basecamp: 'asana trello jira',
  c: 'language programming embedded',
  can: 'bus lin j1939 autosar protocol uart',
  chef: 'puppet ansible configuration cookbook cookbooks saltstack terraform',
  cisco:
    'router routers switch switches routing switching ccna firewall firewalls network networking ios juniper',
  combine: 'swiftui swift ios uikit',
  confluent: 'kafka',
  consul: 'vault nomad terraform hashicorp mesh',
  d3: 'js react svg charts visualisation visualization',
  dagger: 'hilt kotlin android',
  dart: 'flutter language',
  drake: 'tax lacerte proseries',
  drift: 'intercom chat',
  epic: 'cerner ehr emr hyperspace charting meditech',
  espresso: 'appium android xcuitest',
  excel: 'ms microsoft advanced spreadsheet spreadsheets vba pivot macros formulas vlookup word powerpoint',
  express: 'node nodejs mongodb js api apis',
  flask: 'python django fastapi sqlalchemy api apis rest',
  flux: 'argo argocd gitops kubernetes',
  gemini: 'google chatgpt claude gpt llm openai',
  go: 'golang language programming microservices backend goroutines',
  helm: 'kubernetes charts docker',
  hibernate: 'spring java jpa orm',
  hive: 'hadoop spark query hdfs',
  jest: 'unit react testing enzyme',
  lambda: 'aws serverless functions',
  liquid: 'shopify',
  looker: 'bi dashboards dashboard tableau',
  maven: 'build java gradle jenkins',
  mistral: 'llm llama gpt openai',
  node: 'js express backend javascript react',
  notion: 'slack trello asana workspace',
  outlook: 'ms microsoft email emails calendar exchange',
  packer: 'terraform ansible vagrant ami',
  phoenix: 'elixir liveview',
  postman: 'api apis rest collections',
  publisher: 'ms microsoft',
  puppet: 'chef ansible configuration manifests saltstack',
  r: 'language programming statistical python sas spss ggplot2 tidyverse studio shiny',
  rails: 'ruby',
  react: 'native js redux hooks typescript javascript frontend developer components',
  relay: 'graphql react',
  room: 'kotlin jetpack android sqlite retrofit',
  ruby: 'rails programming language gem',
  rust: 'language programming tokio cargo',
  sage: 'accounting 50 intacct',
  sars: 'efiling submissions vat paye uif',
  scratch: 'programming coding mit',
  segment: 'cdp twilio tracking',
  sentry: 'datadog monitoring errors grafana',
  sketch: 'figma zeplin invision xd prototypes ui',
  slack: 'channel channels teams zoom workspace',
  snowflake: 'warehouse sql dbt data',
  spark: 'hadoop kafka streaming pyspark scala sql hive',
  spring: 'boot java mvc framework hibernate microservices',
  stripe: 'payments payment checkout billing razorpay paypal api',
  struts: 'java spring hibernate jsp servlet servlets',
  swift: 'ios xcode uikit swiftui objective',
  tally: 'erp prime gst accounting accounts entries software busy excel quickbooks',
  teams: 'ms microsoft zoom slack',
  unity: '3d game engine c#',
  vault: 'hashicorp terraform secrets veeva consul',
  vue: 'js nuxt frontend typescript',
  whisper: 'openai speech transcription asr',
  windows: 'os server microsoft ms linux operating',
  word: 'ms microsoft excel powerpoint processing',
  zoom: 'meeting meetings webinar webinars webex calls teams',
};

const SETTLED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(SETTLES).map(([word, list]) => [word, new Set(list.split(' '))]),
);

/** Everyday words with no settling neighbour: only a list makes skills of them. */
const LIST_ONLY = new Set(
  `1099 abacus accessibility accountability accounts accuracy acting actuarial adam adaptability
    adaptive admin administration admissions advertisement advertising advocacy agile alembic
    alliances alterations amara amplify anaconda analysis analytical analytics anchoring apollo
    architecture archives arnold articulate asana ashby assembler assembly assertiveness assurance
    asterisk astro aurora author baan baas babel backbone backstage baking bamboo banners bash beats
    behave biome blender blogger blueprints bonds bootcamps bootstrap box braintree braze brochures
    bubble budgets buffer bullhorn bun busy buying calmness cannulation canoe capacitor captivate
    carrd carta cartoons cassandra celery chai charting chess chillers chroma chromatic claude clio
    cloning cloud clustering coaching cobots coda coding cognito collaboration collaborative
    collections comics commitment communicating communication compassion compliances composites
    composure compressors concierge concur conda conditioning conferences confidence confident
    confluence conservation consolidation construction consulting containers cooking coordinating
    coordination cordova crafts creative creativity cricket cucumber curiosity cursor cypress dams
    dance dancing decipher decisiveness dedicated dedication deel delegation derivatives desserts
    detox dice diligence diplomacy directing direction directx discretion dispatch divi
    documentation domo dovetail drafting drama draping drawing drizzle drums duda duetto dunning
    eclipse ecology economics edius electron electronics elixir elysia ember empathetic empathy
    english enovia estimating estimation ethics events excise exhibitions expo exports fabrication
    facebook facials facilitation factoring farming fidelio fieldwork filing fireflies fitness flax
    flexibility flexible flink fluent flume flute flutter foley forecasting forestry forging fortify
    foundry framer freight front galileo gatsby gazebo gemba geology gin gong governance grammar
    graphics graphy grasshopper greenhouse grinding groovy grunt guitar gulp gusto handlebars
    hangouts harness harvesting haystack heap heatmaps hedging hex hilt hiring honesty honeycomb
    hono hopin humour hydraulics icing illustrating imagination impala improv indeed indenting
    induction industriousness influencing infor initiative innovation insomnia inspection
    inspections integrity internet interpersonal interpretation interpreting inventor inverters
    investigation investigations ironclad jasmine jasper jax jingles journalism judgement judo julia
    juniper karbon karma keynote knex kong kronos lamp later leadership leading leaflet leaflets
    lean leasing less lettering levelling lever librarianship linear liquidation listening lit
    locust logging loki loom lottie loyalty lumen lumion maintenance makeup management managing
    mantine mantis marg marvel masonry maya maze mean mediation medicine mend mercurial meshing
    metabase meticulous middleware milling miro mocha mom monday monitoring monster moscow
    motivation mural nats negotiating negotiations negotiator networking newsletters nomad
    normalisation nuke observation octave oops operations optimism oratory organised organising
    origami outreach ownership packing pact padlet painting pandas parquet partnerships pascal
    pastry patents patience payables pega pendo percussion percy perplexity persuasion
    persuasiveness phantom phonetics physio piano pigment pinecone pinia pips pitching planning
    playwright plumbing podia poetry polish polymer pos positivity posters postmark preact prefect
    premiere prepayments presentation presentations presenting presto prettier pricing primavera
    principle prioritisation prisma proactive proactiveness proactivity procreate production
    professionalism profiling programming prometheus prospecting protractor provar provisions
    publishing pumps punctual punctuality puppeteer purchase purchasing quilling quotations ramp ray
    realm receivables reception receptionist recoil reconciliations recycling redux reels
    referencing reflexology refunds relativity reliability remedy remix render rendering renewables
    renewals replenishment reporting research researching reserving resilience responsibility rest
    retail retargeting retrofit rhino rigging rippling rollup runway saba sabre safe sampling san
    sanity saral sass scaffolding scheduling sculpting sculpture selling seminars sensors
    settlements shell shine shipping shortcut signages sinatra sincerity singing sketching smartlead
    solaris solidity sonar sora sourcing spinnaker sponsorships staffing statistics strapi strategy
    styling sublime substations supervising supervision surveying surveys sustainability synapse
    tact talend tarot tauri tax taxes teasers telecom telegraf temporal tenable testing thanos
    theatre tome tosca tourism tractors transformers transportation treds trellix triage truffle
    trustworthiness tuition turbines tutoring typing typography valuation var verbal versatility
    violin virtuoso visily vitals vite volunteering walkthroughs watercolour waterfall weaving
    welding wiz wms workday workshops writing xero yarn yoga zephyr zig`
    .split(/\s+/)
    .map(surfaceKey),
);

// Two letters are seldom only a skill; these are.
const CLEAR_PAIRS = new Set(['ai', 'bi', 'hr', 'ml', 'pf', 'qa', 'ui', 'ux', 'c#', 'f#', 'js', 'vr']);

// A letter and a digit ("S3", "k6") are no word.
const CODE = /^[a-z]\d$/;

/**
 * Whether a one-word name needs a list or a settling neighbour before it counts.
 * @param word the folded word as listed
 * @param name the name as written in the vocabulary
 * @param seen the same as written in the text
 */
export function needsContext(word: string, name: string, seen: string): boolean {
  if (SETTLED_BY.has(word) || LIST_ONLY.has(word) || word.length === 1) return true;
  if (word.length === 2 && !CLEAR_PAIRS.has(word) && !CODE.test(word)) return true;
  // "EMI" or "DOE" are abbreviations only in capitals.
  return word.length <= 4 && name === name.toUpperCase() && seen !== seen.toUpperCase();
}

/** Whether `neighbour` (folded) settles that `word` (folded) is meant as a skill. */
export const settles = (word: string, neighbour: string): boolean =>
  SETTLED_BY.get(word)?.has(neighbour) ?? false;
