import { createTRPCClient, httpLink } from '@trpc/client';
import superjson from 'superjson';
import type { AppRouter } from '@/trpc/root';

const client = createTRPCClient<AppRouter>({
  links: [httpLink({ url: '/api/trpc', transformer: superjson })],
});

const countries = new Intl.DisplayNames('en', { type: 'region' });

/** Names to choose from for what was typed, best first. */
export const suggestionsFor = {
  skill: async (query: string): Promise<string[]> =>
    (await client.board.suggestSkills.query({ query })).map(({ name }) => name),
  place: async (query: string): Promise<string[]> =>
    (await client.board.suggestPlaces.query({ query })).map(({ name, admin, country }) =>
      [name, admin, countries.of(country) ?? country].filter((part) => part !== '').join(', '),
    ),
};
