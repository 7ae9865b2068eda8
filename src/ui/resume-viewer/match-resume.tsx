'use client';
import { useMemo, type ReactNode } from 'react';
import type { FactorView } from '@/domain/pipeline/schema/explanation';
import type { MatchView } from '@/domain/pipeline/schema/match';
import type { Factor } from '@/domain/scoring/schema';
import { factorPassages } from '@/ui/resume-viewer/passages';
import { ResumeFile } from '@/ui/resume-viewer/resume-file';

export interface MatchResumeProps {
  resume: NonNullable<MatchView['resume']>;
  factors: readonly FactorView[];
  activeFactor: Factor | null;
  onActivate: (factor: Factor) => void;
  /** The reader of the text. */
  children: ReactNode;
}

/** The résumé of a match: its text, or its own pages, with what the factors rest on. */
export function MatchResume({ resume, factors, activeFactor, onActivate, children }: MatchResumeProps) {
  const passages = useMemo(() => factorPassages(factors, resume.blocks), [factors, resume.blocks]);
  return (
    <ResumeFile
      file={resume.file}
      href={`/api/resumes/${resume.file?.id ?? ''}`}
      text={resume.text}
      passages={passages}
      kinds={factors.map(({ factor, label }) => ({ key: factor, label }))}
      activeKey={activeFactor}
      onActivate={(key) => {
        const view = factors.find(({ factor }) => factor === key);
        if (view !== undefined) onActivate(view.factor);
      }}
    >
      {children}
    </ResumeFile>
  );
}
