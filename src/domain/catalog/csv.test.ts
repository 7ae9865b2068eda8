import { expect, test } from 'vitest';
import { readSkillRows } from './csv';

const HEADER = 'id,name,category,aliases,broader,related';
const read = (...rows: string[]) => readSkillRows([HEADER, ...rows, ''].join('\n'), 'config/skills.csv');

test('reads lists, an empty parent, and the line of each row', () => {
  expect(
    read('excel,Excel,Office,"MS Excel, 365 | XLS",,sheets', '', 'sheets,Google Sheets,Office,,excel,'),
  ).toEqual([
    {
      line: 2,
      skill: {
        id: 'excel',
        name: 'Excel',
        category: 'Office',
        aliases: ['MS Excel, 365', 'XLS'],
        broader: null,
        related: ['sheets'],
      },
    },
    {
      line: 4,
      skill: {
        id: 'sheets',
        name: 'Google Sheets',
        category: 'Office',
        aliases: [],
        broader: 'excel',
        related: [],
      },
    },
  ]);
});

test.each([
  ['a bad id', ['Excel!,Excel,Office,,,'], /skills\.csv:2 id: /],
  ['no name', ['excel,,Office,,,'], /skills\.csv:2 name: /],
  ['a repeated id', ['a,A,X,,,', 'b,B,X,,,', 'a,C,X,,,'], /skills\.csv:4 id: “a” stands on line 2 already/],
  ['an unknown parent', ['a,A,X,,z,'], /skills\.csv:2 broader: No skill “z”/],
  ['itself as parent', ['a,A,X,,a,'], /skills\.csv:2 broader: A skill is not broader than itself/],
  ['an unknown neighbour', ['a,A,X,,,', 'b,B,X,,,a|q'], /skills\.csv:3 related: No skill “q”/],
  ['a missing cell', ['a,A,X,,'], /skills\.csv:2 row: Has 5 cells instead of 6/],
  ['an open quote', ['a,"A,X,,,', 'b,B,X,,,'], /skills\.csv:\d row: /],
])('names line and column of %s', (_, rows, message) => {
  expect(() => read(...rows)).toThrow(message);
});

test('wants its header', () => {
  expect(() => readSkillRows('id,label\n', 'config/skills.csv')).toThrow(
    /skills\.csv:1 name: The first row must be/,
  );
});
