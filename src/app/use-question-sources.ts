'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC, useTRPCClient } from '@/trpc/client';
import type { QuestionSources } from '@/ui/questions/sources';

/** What the controls of questions about a person's work offer; null until the vocabularies are there. */
export const useSources = (homeZone: string): QuestionSources | null => {
  const client = useTRPCClient();
  const { data } = useQuery(useTRPC().catalog.jobQuestions.queryOptions());
  return useMemo(
    () =>
      data === undefined
        ? null
        : {
            roles: data.roles,
            industries: data.industries,
            languages: data.languages,
            currencies: data.currencies,
            skillNames: new Map<string, string>(),
            suggestedSkills: [],
            searchSkills: (query: string) => client.catalog.searchSkills.query({ query }),
            searchPlaces: (query: string) => client.catalog.searchPlaces.query({ query, country: null }),
            homeZone,
            homeCurrency: 'INR',
          },
    [data, client, homeZone],
  );
};
