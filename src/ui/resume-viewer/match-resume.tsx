'use client';
import { useMemo, type ReactNode } from 'react';
import type { FactorView } from '@/domain/pipeline/schema/explanation';
import type { MatchView } from '@/domain/pipeline/schema/match';
import type { Factor } from '@/domain/scoring/schema';
import { factorPassages } from '@/ui/resume-viewer/passages';
import { ResumeFile } from '@/ui/resume-viewer/resume-file';
import { ResumeTools } from '@/ui/resume-viewer/resume-tools';

export interface MatchResumeProps {
  resume: NonNullable<MatchView['resume']>;
  factors: readonly FactorView[];
  activeFactor: Factor | null;
  onActivate: (factor: Factor) => void;
  /** Its own pages are shown, not its text. */
  original: boolean;
}

const useShared = ({ resume, factors, activeFactor, onActivate, original }: MatchResumeProps) => ({
  href: `/api/resumes/${resume.file?.id ?? ''}`,
  passages: useMemo(() => factorPassages(factors, resume.blocks), [factors, resume.blocks]),
  activeKey: activeFactor,
  onActivate: (key: string) => {
    const view = factors.find(({ factor }) => factor === key);
    if (view !== undefined) onActivate(view.factor);
  },
  original,
});

/** The résumé of a match: its text, which `children` read, or its own pages, with what the factors rest on. */
export function MatchResume({ children, ...props }: MatchResumeProps & { children: ReactNode }) {
  const { file, text } = props.resume;
  return (
    <ResumeFile {...useShared(props)} file={file} text={text}>
      {children}
    </ResumeFile>
  );
}

/** The tools of that résumé; none while its person is masked. */
export function MatchResumeTools({
  onOriginal,
  ...props
}: MatchResumeProps & { onOriginal: (original: boolean) => void }) {
  const shared = useShared(props);
  const { file } = props.resume;
  if (file === null) return null;
  return (
    <ResumeTools
      {...shared}
      file={file}
      kinds={props.factors.map(({ factor, label }) => ({ key: factor, label }))}
      onOriginal={onOriginal}
    />
  );
}
