'use client';
import { Badge, Button, Group, Paper, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { IconFileSpreadsheet, IconSearch, IconUpload, IconUsers } from '@tabler/icons-react';
import Link from 'next/link';
import { parseAsString, useQueryState } from 'nuqs';
import type { PersonListItem } from '@/domain/candidates/schema';
import { useTRPC } from '@/trpc/client';
import { EmptyState } from '@/ui/empty-state';
import { ListSkeleton } from '@/ui/page-skeleton';
import { PersonAvatar } from '@/ui/person-avatar';
import { EmployerShell } from '../employer-shell';
import { Ago } from '../ago';
import { useMember } from '../member';
import { QueryFailed } from '../query-state';
import { plural } from '../words';
import { DuplicatesNotice } from './duplicates-notice';
import classes from './people.module.css';
import { importHref, personHref } from '../routes';

const years = (months: number | null): string =>
  months === null
    ? 'No dates'
    : months < 12
      ? plural(months, 'month', 'months')
      : plural(Math.floor(months / 12), 'year', 'years');

const Row = ({ person }: { person: PersonListItem }) => (
  <Link className={classes.row} href={personHref(person.id)}>
    <PersonAvatar name={person.name ?? '?'} />
    <span className={classes.who}>
      <Text fw={650} truncate>
        {person.name ?? 'No name found'}
      </Text>
      <Text size="sm" c="dimmed" truncate>
        {[person.headline, person.city].filter((part) => part !== null).join(' · ') || 'Nothing read yet'}
      </Text>
    </span>
    <span className={classes.skills}>
      {person.skills.slice(0, 4).map((skill) => (
        <Badge key={skill} color="gray">
          {skill}
        </Badge>
      ))}
    </span>
    <Text size="sm" className={classes.fact}>
      {years(person.totalMonths)}
    </Text>
    <Text size="sm" c="dimmed" className={classes.fact}>
      {person.applied
        ? 'Applied'
        : person.answered === 0
          ? 'No answers'
          : plural(person.answered, 'answer', 'answers')}
    </Text>
  </Link>
);

/** People whom the organisation brought, and who applied: search is part of the address, more come as the list is read on. */
export const PeopleScreen = () => {
  const member = useMember();
  const trpc = useTRPC();
  const [search, setSearch] = useQueryState('q', parseAsString.withDefault(''));
  const [debounced] = useDebouncedValue(search, 250);
  const people = useInfiniteQuery(
    trpc.people.list.infiniteQueryOptions(
      { search: debounced, skillId: null },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  const imports = useQuery(trpc.imports.list.queryOptions());
  const items = people.data?.pages.flatMap((page) => page.items) ?? [];
  const total = people.data?.pages[0]?.total ?? 0;
  const open = (imports.data ?? []).filter((item) => item.state === 'receiving');
  const actions = member.may('candidate:write') && (
    <>
      <Button
        component={Link}
        href="/employer/people/answers"
        variant="default"
        leftSection={<IconFileSpreadsheet size={16} />}
      >
        Import answers
      </Button>
      <Button component={Link} href="/employer/imports/new" leftSection={<IconUpload size={16} />}>
        Import résumés
      </Button>
    </>
  );
  return (
    <EmployerShell left={<Title order={2}>People</Title>} actions={actions}>
      {people.isError ? (
        <QueryFailed error={people.error} what="Your people" onRetry={() => void people.refetch()} />
      ) : (
        <div className={classes.page}>
          {open.map((item) => (
            <Paper key={item.id} p={12} mb={12}>
              <Text size="sm">
                {plural(item.total, 'résumé is', 'résumés are')} being read, since <Ago at={item.createdAt} />
                .{' '}
                <Link className="fb-link" href={importHref(item.id)}>
                  See how far it is
                </Link>
              </Text>
            </Paper>
          ))}
          <DuplicatesNotice>
            {(count) =>
              count === 1
                ? 'Two of your people may be one person.'
                : `${count} pairs of your people may be one person each.`
            }
          </DuplicatesNotice>
          <Group mb={12} justify="space-between">
            <TextInput
              value={search}
              onChange={(event) => void setSearch(event.currentTarget.value)}
              leftSection={<IconSearch size={15} />}
              placeholder="Name, title, e-mail or city"
              aria-label="Search people"
              maxLength={100}
              className={classes.search}
            />
            <Text size="sm" c="dimmed" aria-live="polite">
              {plural(total, 'person', 'people')}
            </Text>
          </Group>
          {people.data === undefined && <ListSkeleton rows={8} rowHeight={58} />}
          {people.data !== undefined && items.length === 0 && (
            <EmptyState
              compact
              title={search === '' ? 'Nobody here yet' : 'Nobody fits that'}
              icon={<IconUsers size={32} stroke={1.3} />}
              actions={search === '' ? actions : undefined}
            >
              {search === ''
                ? 'Import the résumés you already have. We read them, and rank the people for each open job.'
                : 'Try fewer letters, or a city.'}
            </EmptyState>
          )}
          {items.length > 0 && (
            <Paper component="ul" className={classes.list}>
              {items.map((person) => (
                <li key={person.id}>
                  <Row person={person} />
                </li>
              ))}
            </Paper>
          )}
          {people.hasNextPage && (
            <Button
              mt={12}
              variant="default"
              loading={people.isFetchingNextPage}
              onClick={() => void people.fetchNextPage()}
            >
              Show more
            </Button>
          )}
        </div>
      )}
    </EmployerShell>
  );
};
