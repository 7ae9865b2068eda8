'use client';
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconBriefcase2, IconPlus, IconSearch, IconSun, IconUpload, IconUsers } from '@tabler/icons-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { PeoplePage } from '@/domain/candidates/schema';
import type { FoundPerson } from '@/domain/pipeline/schema/find';
import { useTRPC } from '@/trpc/client';
import { PersonAvatar } from '@/ui/person-avatar';
import { displayName } from '@/ui/review/words';
import { JOB_STATE_LOOK } from '@/ui/shell/job-state';
import classes from '@/ui/shell/shell.module.css';
import { useMember } from './member';
import { listedHref, openJobHref, personHref } from './routes';

const TYPING_MS = 200;
const JOBS_SHOWN = 6;
const PEOPLE_SHOWN = 5;
const ICON = { size: 18, stroke: 1.6 };

/** Looked up as it is typed; what was found last stays until the next answer is there. */
const usePeople = (typed: string) => {
  const trpc = useTRPC();
  const [search] = useDebouncedValue(typed, TYPING_MS);
  const options = { enabled: search !== '', placeholderData: keepPreviousData };
  const ranked = useQuery(trpc.pipeline.find.queryOptions({ search }, options));
  const own = useQuery(trpc.people.list.queryOptions({ search }, options));
  const settled = search === typed && !ranked.isFetching && !own.isFetching;
  const none = typed === '';
  return {
    ranked: none ? [] : (ranked.data ?? []),
    own: none ? [] : (own.data?.items ?? []).slice(0, PEOPLE_SHOWN),
    settled,
  };
};

/** Finds a page, a job, somebody in a ranking, or one of the organisation's own people. */
export const Palette = () => {
  const member = useMember();
  const trpc = useTRPC();
  const router = useRouter();
  const [query, setQuery] = useState('');
  const typed = query.trim().toLowerCase();
  const jobs = useQuery(trpc.jobs.list.queryOptions({}));
  const people = usePeople(typed);
  const go = (href: Route) => () => router.push(href);
  const place = (id: string, label: string, Icon: typeof IconSun, href: Route): SpotlightActionData => ({
    id,
    label,
    leftSection: <Icon {...ICON} />,
    onClick: go(href),
  });
  const places = [
    place('today', 'Today', IconSun, '/employer'),
    place('jobs', 'Jobs', IconBriefcase2, '/employer/jobs'),
    place('people', 'People', IconUsers, '/employer/people'),
    ...(member.may('job:write') ? [place('new', 'Post a job', IconPlus, '/employer/jobs/new')] : []),
    ...(member.may('candidate:write')
      ? [place('import', 'Import résumés', IconUpload, '/employer/imports/new')]
      : []),
  ];
  const named = (action: SpotlightActionData): boolean =>
    typeof action.label === 'string' && action.label.toLowerCase().includes(typed);
  const job = ({ id, title, state }: NonNullable<typeof jobs.data>[number]): SpotlightActionData => ({
    id,
    label: title,
    description: JOB_STATE_LOOK[state].label,
    leftSection: <IconBriefcase2 {...ICON} />,
    onClick: go(openJobHref({ id, state }, member.may('job:write'))),
  });
  const listed = (person: FoundPerson): SpotlightActionData => ({
    id: `${person.jobId}:${person.candidateId}`,
    label: displayName(person),
    description: `Ranked for ${person.jobTitle}`,
    leftSection: <PersonAvatar name={displayName(person)} masked={person.name === null} size={26} />,
    onClick: go(listedHref(person.jobId, person.candidateId, person.group)),
  });
  const own = ({ id, name, headline, city }: PeoplePage['items'][number]): SpotlightActionData => ({
    id,
    label: name ?? 'No name',
    description: ['Profile', headline, city].filter(Boolean).join(' · '),
    leftSection: <PersonAvatar name={name ?? '?'} size={26} />,
    onClick: go(personHref(id)),
  });
  const groups: SpotlightActionGroupData[] = [
    { group: 'Pages', actions: places.filter(named) },
    { group: 'Jobs', actions: (jobs.data ?? []).map(job).filter(named).slice(0, JOBS_SHOWN) },
    { group: 'People in rankings', actions: people.ranked.map(listed) },
    { group: 'Your people', actions: people.own.map(own) },
  ];
  return (
    <Spotlight
      actions={groups.filter(({ actions }) => actions.length > 0)}
      // What is shown was found already: by name here, by the server for people.
      filter={(_, actions) => actions}
      query={query}
      onQueryChange={setQuery}
      shortcut={['mod + K']}
      tagsToIgnore={[]}
      nothingFound={people.settled ? 'Nothing by that name.' : 'Looking…'}
      highlightQuery
      scrollable
      maxHeight="min(420px, 60dvh)"
      classNames={{ actionsList: classes.found ?? '', empty: classes.found ?? '' }}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: 'A person, a job, a page…',
        'aria-label': 'Find anything',
      }}
    />
  );
};
