'use client';
import { useState } from 'react';
import type { ResumeReading } from '@/domain/candidates/schema/resume-reading';
import { ResumeFile } from '@/ui/resume-viewer/resume-file';
import { ResumeTools } from '@/ui/resume-viewer/resume-tools';
import classes from '@/ui/resume-viewer/resume-viewer.module.css';
import { TextReader } from '@/ui/resume-viewer/text-reader';

const KINDS = [
  { key: 'contact', label: 'Contact' },
  { key: 'work', label: 'Work' },
  { key: 'skills', label: 'Skills' },
  { key: 'education', label: 'Education' },
  { key: 'languages', label: 'Languages' },
] as const satisfies readonly { key: ResumeReading['passages'][number]['key']; label: string }[];

/** A person's résumé with what was read of it marked, kind by kind. */
export function ReadResume({ reading, href }: { reading: ResumeReading; href: string }) {
  const { file, text, blocks, passages } = reading;
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [original, setOriginal] = useState(false);
  const shared = { file, href, passages, activeKey, onActivate: setActiveKey, original };
  return (
    <>
      <div className={classes.bar}>
        <ResumeTools {...shared} kinds={KINDS} onOriginal={setOriginal} />
      </div>
      <ResumeFile {...shared} text={text}>
        <TextReader text={text} blocks={blocks} passages={passages} activeKey={activeKey} />
      </ResumeFile>
    </>
  );
}
