'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { EditableProfile } from '@/domain/candidates/schema/editable';
import type { PostingContent } from '@/domain/jobs/schema/posting';
import { CELL_MINUTES, decodeGrid, encodeGrid, shiftWeek } from '@/domain/scoring/week-grid';
import { useTRPC, useTRPCClient } from '@/trpc/client';
import type { QuestionSources } from '@/ui/questions/sources';
import { deviceZone, minutesAhead } from '@/ui/week-grid/zones';
import type { PersonForm } from './person-form';

const MOST_NAMES = 100;

/** The job's core hours as a clock in `zone` shows them today. */
const neededIn = ({ core_hours: core }: PostingContent, zone: string, now: number): string | undefined => {
  if (core === undefined) return undefined;
  const ahead = minutesAhead(core.timeZone, zone, now);
  return ahead === null ? undefined : encodeGrid(shiftWeek(decodeGrid(core.grid), ahead / CELL_MINUTES));
};

/** What the controls of the form offer: vocabularies, searches, names of the skills at hand, and the hours the job needs. */
export const useSources = (
  form: PersonForm,
  content: PostingContent,
  profile: EditableProfile,
  week: unknown,
): QuestionSources => {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [now] = useState(() => Date.now());
  const [homeZone] = useState(deviceZone);
  const ids = useMemo(
    () => [...new Set(profile.skills.map(({ skillId }) => skillId))].slice(0, MOST_NAMES),
    [profile.skills],
  );
  const names = useQuery(
    trpc.catalog.namedSkills.queryOptions(
      { ids },
      { enabled: ids.length > 0, placeholderData: (last) => last, staleTime: Infinity },
    ),
  );
  const zone = (week as { timeZone?: string } | undefined)?.timeZone ?? homeZone;
  return useMemo(() => {
    const neededWeek = neededIn(content, zone, now);
    return {
      roles: [],
      industries: [],
      languages: form.languages,
      currencies: form.currencies,
      skillNames: new Map((names.data ?? []).map(({ id, name }) => [id, name])),
      suggestedSkills: [],
      searchSkills: (query: string) => client.catalog.searchSkills.query({ query }),
      searchPlaces: (query: string) => client.catalog.searchPlaces.query({ query, country: null }),
      homeZone,
      homeCurrency: content.pay?.currency ?? 'INR',
      ...(neededWeek !== undefined && { neededWeek }),
    };
  }, [client, content, form, homeZone, names.data, now, zone]);
};
