'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { JobForEditing } from '@/domain/jobs/schema';
import { useTRPC, useTRPCClient } from '@/trpc/client';
import { useMember } from '../../../member';

/** The questions of the job form, what their controls offer (null until it is there), and why answers are suggested. */
export const useJobForm = (draft: JobForEditing['draft']) => {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const member = useMember();
  const { data } = useQuery(trpc.catalog.jobQuestions.queryOptions());
  const roleId = typeof draft.role === 'string' ? draft.role : '';
  const suggestions = useQuery(trpc.catalog.roleSuggestions.queryOptions({ roleId }));
  const ids = useMemo(
    () =>
      [draft.must_have_skills, draft.nice_to_have_skills]
        .flatMap((list) => (Array.isArray(list) ? (list as { skillId?: unknown }[]) : []))
        .flatMap(({ skillId }) => (typeof skillId === 'string' ? [skillId] : []))
        .sort(),
    [draft.must_have_skills, draft.nice_to_have_skills],
  );
  const names = useQuery(trpc.catalog.namedSkills.queryOptions({ ids }, { placeholderData: (last) => last }));
  const { data: weights } = useQuery(trpc.jobs.weightChoices.queryOptions());
  const skillNames = useMemo(
    () => new Map((names.data ?? []).map((skill) => [skill.id, skill.name])),
    [names.data],
  );
  const sources = useMemo(
    () =>
      data === undefined
        ? null
        : {
            roles: data.roles,
            industries: data.industries,
            languages: data.languages,
            currencies: data.currencies,
            skillNames,
            // A must-have is not suggested a second time as a nice-to-have.
            suggestedSkills: (suggestions.data?.skills ?? []).filter(({ id }) => !ids.includes(id)),
            searchSkills: (query: string) => client.catalog.searchSkills.query({ query }),
            searchPlaces: (query: string) => client.catalog.searchPlaces.query({ query, country: null }),
            homeZone: member.timeZone,
            homeCurrency: 'INR',
            secondZone: { timeZone: 'Asia/Kolkata', label: 'India' },
            weights,
          },
    [data, ids, skillNames, suggestions.data, client, member.timeZone, weights],
  );
  return { sources, reasons: suggestions.data?.reasons ?? {}, form: data };
};
