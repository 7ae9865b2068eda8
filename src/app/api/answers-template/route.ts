import { answersTemplate } from '@/domain/candidates/answers-csv';

/** The example file of questionnaire answers; it holds nobody's data. */
export const GET = (): Response =>
  new Response(answersTemplate(), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="answers.csv"',
    },
  });
