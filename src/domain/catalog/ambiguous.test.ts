import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSkillRows } from './csv';
import { buildSkillIndex } from './skills';

const rows = readSkillRows(readFileSync('config/skills.csv', 'utf8'), 'config/skills.csv');
const index = buildSkillIndex(rows.map(({ skill }) => skill));
const named = (text: string): string[] => index.findInText(text).map(({ skillId }) => skillId);

/** Skill · the word · a sentence that means the skill · sentences that do not. */
const WORDS: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['go', 'Go', 'Moved billing from PHP to Go with PostgreSQL', ['Ready to go live', 'Go the extra mile']],
  ['r', 'R', 'Monthly forecasts written in R', ['Class R licence holder', 'Plot R, Sector 4']],
  ['c', 'C', 'Firmware written in C', ['Passed with a C grade', 'Vitamin C for Block C']],
  ['microsoft-word', 'Word', 'Letters typed in MS Word', ['Word of mouth brought clients', 'In other words']],
  [
    'microsoft-access',
    'Access',
    'Stock kept in MS Access',
    ['Access control for 40 doors', 'Gained access to markets'],
  ],
  ['microsoft-excel', 'Excel', 'Registers kept in Excel', ['I excel at numbers', 'Excel House, MG Road']],
  ['swift', 'Swift', 'An iOS app in Swift', ['Swift response to guests', 'A swift recovery']],
  ['apache-spark', 'Spark', 'Batch jobs in Spark on Hadoop', ['The spark plug line', 'Sparked new ideas']],
  [
    'microsoft-teams',
    'Teams',
    'Calls held over MS Teams',
    ['Led teams of twelve', 'Worked with cross teams'],
  ],
  ['slack', 'Slack', 'Alerts go to Slack channels', ['Cut slack in the schedule', 'Slack season offers']],
  ['rust', 'Rust', 'Rewrote the Go parser in Rust', ['Rust removal and painting', 'Checked frames for rust']],
  ['dart', 'Dart', 'A mobile app in Dart with Flutter', ['Dart games in the club', 'Threw a dart']],
  ['sketch', 'Sketch', 'Screens drawn in Sketch and Zeplin', ['Sketch of the floor plan', 'A rough sketch']],
  ['notion', 'Notion', 'The team wiki lives in Notion', ['Notion of fairness', 'A vague notion']],
  ['basecamp', 'Basecamp', 'Tasks tracked in Basecamp', ['Trek to Everest basecamp', 'Basecamp Road, Leh']],
  ['flask', 'Flask', 'A REST API in Flask', ['Flask of tea', 'Conical flask in the lab']],
  [
    'express-js',
    'Express',
    'The API runs on Express and MongoDB',
    ['American Express cards', 'Express delivery desk'],
  ],
  ['spring', 'Spring', 'Services on Spring and Hibernate', ['Spring 2019', 'Spring water plant']],
  [
    'chef-infrastructure',
    'Chef',
    'Servers set up by Chef and Ansible',
    ['Head Chef at Hotel Surya', 'Chef de partie'],
  ],
  ['puppet', 'Puppet', 'Configuration by Puppet and Ansible', ['Puppet show for children', 'A puppet maker']],
  ['ruby', 'Ruby', 'Scripts in Ruby on Rails, tests in Ruby', ['Ruby Hall Clinic', 'A ruby ring']],
  [
    'struts',
    'Struts',
    'Moved a Struts service to Spring Boot',
    ['Struts and beams of the roof', 'Front struts replaced'],
  ],
  ['room-database', 'Room', 'Offline cache in Room for Android', ['Room 12, second floor', 'Room service']],
  [
    'hashicorp-vault',
    'Vault',
    'Secrets moved to Vault with Terraform',
    ['Vault custodian at the branch', 'The bank vault'],
  ],
  ['epic-ehr', 'Epic', 'Charting in Epic and Cerner', ['Epic sales growth', 'An epic journey']],
  [
    'stripe',
    'Stripe',
    'Checkout through Stripe payments',
    ['A black stripe on the fabric', 'Stripe pattern printing'],
  ],
  ['d3-js', 'D3', 'Charts in D3 and React', ['Vitamin D3 counselling', 'Block D3, Phase 2']],
];

describe.each(WORDS)('%s', (id, word, meant, others) => {
  it('is read from a list of tools', () => {
    expect(named(`PostgreSQL, ${word}, Selenium`)).toContain(id);
    expect(index.normalise(word)?.id).toBe(id);
  });

  it(`is read from “${meant}”`, () => {
    expect(named(meant)).toContain(id);
  });

  it.each(others)('is not read from “%s”', (text) => {
    expect(named(text)).not.toContain(id);
  });
});

it.each([
  ['Load tests with k6', 'k6'],
  ['Files kept in S3', 'amazon-s3'],
])('a letter with a digit is no everyday word: %s', (text, id) => {
  expect(named(text)).toEqual(expect.arrayContaining([id]));
});

it('a capital beside a tool is no skill at the start of a sentence or inside a longer name', () => {
  expect(named('Go and see Kubernetes in production')).not.toContain('go');
  expect(named('Joined Ruby Hall with Docker skills')).not.toContain('ruby');
});
