'use client';
import { Checkbox, TextInput } from '@mantine/core';
import type { EditableProfile } from '@/domain/candidates/schema/editable';
import { monthWords, termWords } from '@/domain/scoring/months';
import { FactList, type FactListProps } from '@/ui/profile/fact-list';
import { MonthField } from '@/ui/profile/month-field';
import classes from '@/ui/profile/profile.module.css';

type ListProps<T extends { from: number | null }> = Pick<
  FactListProps<T>,
  'items' | 'read' | 'onChange' | 'issues' | 'unsure' | 'confirmed' | 'onConfirm'
>;
type Job = EditableProfile['experience'][number];
type Study = EditableProfile['education'][number];

const orNull = (typed: string): string | null => (typed === '' ? null : typed);

/** Jobs held, newest first as they were read. */
export function ExperienceFacts(props: ListProps<Job>) {
  return (
    <FactList<Job>
      {...props}
      path="experience"
      title="Work"
      addLabel="Add a job"
      empty="No job yet. Relevant time counts, gaps never do."
      blank={{ from: null, title: null, company: null, start: null, end: null }}
      words={({ title, company, start, end }, index) => ({
        label: end === 'present' ? 'Now' : index === 0 ? 'Latest' : 'Before',
        value: title ?? company ?? 'A job',
        detail: [title === null ? null : company, termWords(start, end)].filter(Boolean).join(', '),
      })}
      renderFields={(job, set, errorAt) => (
        <>
          <TextInput
            label="Role"
            value={job.title ?? ''}
            onChange={(event) => set({ title: orNull(event.currentTarget.value) })}
            error={errorAt('title')}
          />
          <TextInput
            label="Employer"
            value={job.company ?? ''}
            onChange={(event) => set({ company: orNull(event.currentTarget.value) })}
            error={errorAt('company')}
          />
          <MonthField
            label="From"
            value={job.start}
            onChange={(start) => set({ start })}
            error={errorAt('start')}
          />
          <MonthField
            key={job.end === 'present' ? 'present' : 'ended'}
            label="To"
            value={job.end}
            onChange={(end) => set({ end })}
            error={errorAt('end')}
            disabled={job.end === 'present'}
          />
          <Checkbox
            className={classes.whole}
            label="Still there"
            checked={job.end === 'present'}
            onChange={(event) => set({ end: event.currentTarget.checked ? 'present' : null })}
          />
        </>
      )}
    />
  );
}

/** Studies; they never count for a score. */
export function EducationFacts(props: ListProps<Study>) {
  return (
    <FactList<Study>
      {...props}
      path="education"
      title="Education"
      addLabel="Add education"
      empty="Nothing yet. It never counts for a score."
      blank={{ from: null, school: null, degree: null, end: null }}
      words={({ school, degree, end }) => ({
        label: 'Education',
        value: degree ?? school ?? 'Education',
        detail: [degree === null ? null : school, monthWords(end)].filter(Boolean).join(', '),
      })}
      renderFields={(study, set, errorAt) => (
        <>
          <TextInput
            label="Degree"
            value={study.degree ?? ''}
            onChange={(event) => set({ degree: orNull(event.currentTarget.value) })}
            error={errorAt('degree')}
          />
          <TextInput
            label="School"
            value={study.school ?? ''}
            onChange={(event) => set({ school: orNull(event.currentTarget.value) })}
            error={errorAt('school')}
          />
          <MonthField
            label="Finished"
            value={study.end}
            onChange={(end) => set({ end })}
            error={errorAt('end')}
          />
        </>
      )}
    />
  );
}
