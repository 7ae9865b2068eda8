import { Client } from 'pg';

/** Tables that belong to no tenant, with the reason; every other one needs a policy that names the organisation. */
const NO_TENANT: Record<string, string> = {
  users: 'a person may belong to several organisations; members see colleagues only',
  sessions: 'belong to a user; only app_auth reaches them',
  email_tokens: 'belong to a user; only app_auth reaches them',
  outbox: 'ids on their way to the queue; only workers read them',
  dead_letters: 'ids that came back from the queue; only workers read them',
  weight_sets: 'published scoring weights, the same for everybody',
  weight_publications:
    'which weights rank people, the same for everybody; who published them only workers read',
  weight_drafts: 'the draft of platform admins; only workers read it',
  band_publications: 'where bands begin, the same for everybody; only workers read it',
  experiments:
    'which two sets of weights are compared, the same for everybody; why and by whom only workers read',
  weight_shadows: 'which set is scored and not shown; only workers read it',
  shadow_runs: 'what a set that is not shown would have done; only workers read it',
  shadow_results: 'scores that nobody is shown; only workers read them',
  match_chunks: 'work lists of a run; only workers read them',
  candidate_sessions: 'belong to a candidate; only that person and app_auth reach them',
  candidate_tokens: 'belong to a candidate; only app_auth reaches them',
  match_batches: 'nights of a time zone across organisations; only workers read them',
  match_parts: 'work lists of a batch; only workers read them',
  match_batch_changes: 'people to score anew when a batch ends; only workers read them',
  match_requests: 'keys of requests already seen; only workers read them',
};

/** Tables without forced row security, or without a policy on the organisation where one is due. */
export const tablesWithoutRls = async (ownerUrl: string): Promise<string[]> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; forced: boolean; tenant: boolean }>(`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        exists (
          select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname
            and p.roles @> array['app_member']::name[] and p.qual like '%app_org()%'
        ) as tenant
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`);
    return rows
      .filter(({ name, forced, tenant }) => !forced || (!tenant && !(name in NO_TENANT)))
      .map(({ name }) => name);
  } finally {
    await client.end();
  }
};
