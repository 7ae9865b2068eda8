import type { Catalog } from '@/domain/catalog/load';
import { checkDraft } from './draft';
import { JOB_QUESTION_IDS, type JobDraft } from './schema';

/** A new draft: the title, the role (resolved from the title when none is chosen) and what is usual for that role. */
export const prefilledDraft = (catalog: Catalog, input: { title: string; role: string | null }): JobDraft => {
  const roleId = input.role ?? catalog.roles.resolve(input.title)?.roleId ?? null;
  const role = roleId === null ? undefined : catalog.roles.byId.get(roleId);
  const draft: JobDraft = { title: input.title, role: role?.id ?? null };
  if (role === undefined) return draft;
  for (const id of JOB_QUESTION_IDS) {
    const usual = role.prefill[id];
    if (usual !== undefined && !(id in draft)) draft[id] = usual.value;
  }
  return checkDraft(draft).draft;
};
