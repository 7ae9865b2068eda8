import { aliasedTable, eq } from 'drizzle-orm';
import { experiments, weightSets } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { ExperimentUnderWay } from '../schema/experiments';

const treatmentSets = aliasedTable(weightSets, 'treatment_sets');

/** The one experiment that runs, with the names of its sets, or null. Needs role `app_worker`. */
export const experimentUnderWay = async (tx: Transaction): Promise<ExperimentUnderWay | null> => {
  const [running] = await tx
    .select({
      id: experiments.id,
      name: experiments.name,
      unit: experiments.unit,
      control: { hash: weightSets.hash, name: weightSets.name },
      treatment: { hash: treatmentSets.hash, name: treatmentSets.name },
    })
    .from(experiments)
    .innerJoin(weightSets, eq(weightSets.hash, experiments.controlHash))
    .innerJoin(treatmentSets, eq(treatmentSets.hash, experiments.treatmentHash))
    .where(eq(experiments.state, 'running'));
  return running ?? null;
};
