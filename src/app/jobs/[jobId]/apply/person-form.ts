import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@/trpc/root';

/** What a person's form is made of, as the API words it. */
export type PersonForm = inferRouterOutputs<AppRouter>['catalog']['personForm'];
