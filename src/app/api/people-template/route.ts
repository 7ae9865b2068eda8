import { peopleTemplate } from '@/domain/candidates/people-csv';

/** The example file of people; it holds nobody's data. */
export const GET = (): Response =>
  new Response(peopleTemplate(), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="people.csv"',
    },
  });
