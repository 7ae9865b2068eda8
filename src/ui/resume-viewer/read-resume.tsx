'use client';
import { useState } from 'react';
import type { ResumeReading } from '@/domain/candidates/schema/resume-reading';
import { ResumeFile } from '@/ui/resume-viewer/resume-file';
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
  return (
    <ResumeFile
      file={file}
      href={href}
      text={text}
      passages={passages}
      kinds={KINDS}
      activeKey={activeKey}
      onActivate={setActiveKey}
    >
      <TextReader text={text} blocks={blocks} passages={passages} activeKey={activeKey} />
    </ResumeFile>
  );
}
