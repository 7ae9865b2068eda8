'use client';
import { createContext, use } from 'react';
import type { City } from '@/domain/catalog/schema';
import type { WeightChoices } from '@/domain/jobs/schema/weights';
import type { CurrencyEntry } from '@/ui/questions/question-meta';

export interface SkillChoice {
  id: string;
  name: string;
  category?: string;
}

/** Vocabularies and searches that the controls offer; the page fills it once. */
export interface QuestionSources {
  roles: readonly { id: string; title: string }[];
  industries: readonly { id: string; name: string }[];
  languages: readonly { code: string; name: string; aliases?: readonly string[] | undefined }[];
  currencies: readonly CurrencyEntry[];
  /** Names of the skills that the answers already hold, by id. */
  skillNames: ReadonlyMap<string, string>;
  /** Skills usual for the role, most usual first. */
  suggestedSkills: readonly SkillChoice[];
  searchSkills: (query: string) => Promise<readonly SkillChoice[]>;
  searchPlaces: (query: string) => Promise<readonly City[]>;
  /** Zone and currency to begin with. */
  homeZone: string;
  homeCurrency: string;
  /** A zone whose hours stand along the week as well. */
  secondZone?: { timeZone: string; label?: string };
  /** For a job: the sets of weights it may be ranked by. */
  weights?: WeightChoices | undefined;
  /** For a candidate: the hours that a job asks for, in the candidate's own zone; outlined on the week. */
  neededWeek?: string;
}

const SourcesContext = createContext<QuestionSources | null>(null);

export const QuestionSourcesProvider = SourcesContext.Provider;

/** Throws when no provider is above: a control without its vocabulary would silently offer nothing. */
export function useQuestionSources(): QuestionSources {
  const sources = use(SourcesContext);
  if (!sources) throw new Error('A question was drawn outside of QuestionSourcesProvider.');
  return sources;
}
