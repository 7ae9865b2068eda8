'use client';
import { Table, Text } from '@mantine/core';
import type { ExperimentView } from '@/domain/matching/schema/experiments';
import classes from './experiments.module.css';

const percent = (value: number): string => `${Math.round(value * 100)} %`;
const hours = (value: number): string =>
  value < 48 ? `${value.toFixed(1)} h` : `${(value / 24).toFixed(1)} days`;

/** All measures of both arms, to look at; the one that decides was chosen before the start. */
export const Measures = ({ experiment }: { experiment: ExperimentView }) => {
  const { measures, control, treatment, unit } = experiment;
  const rows = [
    ['Precision, first 10', measures.precision, percent],
    ...(unit === 'job' ? ([['nDCG, first 10', measures.ndcg, percent]] as const) : []),
    ['Acceptance', measures.acceptance, percent],
    ['Decided against the ranking', measures.overrides, percent],
    ['Time to the first shortlist', measures.hoursToShortlist, hours],
  ] as const;
  return (
    <>
      <Table mt={12} className={classes.measures}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Settled jobs</Table.Th>
            <Table.Th ta="right">{control.name}</Table.Th>
            <Table.Th ta="right">{treatment.name}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([label, both, words]) => (
            <Table.Tr key={label}>
              <Table.Td>{label}</Table.Td>
              <Table.Td ta="right">{both.control === null ? '–' : words(both.control)}</Table.Td>
              <Table.Td ta="right">{both.treatment === null ? '–' : words(both.treatment)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {measures.churn !== null && (
        <Text size="xs" c="dimmed" mt={4}>
          The two orders of one job differ by {percent(measures.churn)} on average (rank churn; 0 % is the
          same order).
        </Text>
      )}
    </>
  );
};
