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
  oracle: 'sql database db plsql',
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
  `accounts accruals ad airbrush akka analytics ant ape apna arches ark art arts asana astro audition azure bamboo
  basecamp beats bing blender blogging blueprints bob boomi bootstrap box bubble buffer bullhorn burp busy carbon cargo
  celery chai chef claude close coda coding collections composer confluence consolidation consul contracts cordova
  couch creditors cucumber cursor cypress dash deel dice dispatch divi docker domo draft drama drawing drift drupal
  eclipse electron elixir ember emotion engagement eureka exchange expo fiddler figma filing fireworks flash flask
  flink flow flutter forge forms framer freelancing front fusion gatsby gemini ghost gin git grafana grape gravity
  greenhouse groovy guidance gulp gusto harmony harness harvest heap hiring hootsuite impala indeed ionic jasmine jenkins
  julia karma keynote keystone kettle kibana kite kong kotlin later lead leads less lever liquid lisp lit locust loom
  lotus lua macros magento make mantis mapping marg maya media mercurial merlin meteor miro mocha mode monday monster
  motion mural networking nexus nomad nuke nutrition oasis octane octave operations optics orbit packer pages panda
  pandas parcel partners pascal pega pentaho perl phoenix photography pig pinecone pinia pipe pivot play playwright
  plesk policy prefect premier presto prism processes procreate programming projects prometheus puppet puppeteer python
  quip racket rally rasa realm reception redwood remedy remix render reporting resolve revit rhino ripple rippling sales
  salt saral sass scala scout scratch scrum selenium sencha sendgrid shell shine shopping sketch slate slides snort
  sourcing spark spine sprout square staffing stripe struts studio sublime surfer swagger synapse tableau taleo talend
  tanium tekton testing thinkific toad toast torch transformers translation trello tribe twine typing umbraco unify
  vagrant vault vercel vim viper visio vite vitest wave weaver webcast weebly whisper wix workable workday wrike writing
  xero yarn yoga zephyr zest zoho zuora`.split(/\s+/),
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
