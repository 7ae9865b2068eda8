'use client';
import { Anchor, SegmentedControl } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useState, type ReactNode } from 'react';
import { RESUME_TYPES, type ResumeFile as File } from '@/domain/resumes/schema';
import { PassageMenu } from '@/ui/resume-viewer/passage-menu';
import type { Passage, PassageKind } from '@/ui/resume-viewer/passages';
import classes from '@/ui/resume-viewer/resume-viewer.module.css';

/** pdf.js is large: it comes with the first file that is opened, not with the screen. */
const PdfViewer = dynamic(() => import('@/ui/resume-viewer/pdf-viewer'), { ssr: false });

export interface ResumeFileProps {
  /** null where only the text may be seen: while a person is masked. */
  file: File | null;
  href: string;
  text: string;
  passages: readonly Passage[];
  /** What the keys of passages are called; those without a passage are left out. */
  kinds: readonly PassageKind[];
  activeKey: string | null;
  onActivate: (key: string) => void;
  /** The reader of the text. */
  children: ReactNode;
}

/** A résumé as its text or, where the file is a PDF that may be seen, as its own pages with the same passages marked. */
export function ResumeFile(props: ResumeFileProps) {
  const { file, href, text, passages, kinds, activeKey, onActivate, children } = props;
  const [original, setOriginal] = useState(false);
  if (file === null) return children;
  const pages = file.contentType === RESUME_TYPES.pdf;
  const held = new Set(passages.map(({ key }) => key));
  return (
    <>
      <div className={classes.bar}>
        {pages && (
          <SegmentedControl
            size="xs"
            aria-label="Show the résumé as"
            value={original ? 'original' : 'text'}
            onChange={(value) => setOriginal(value === 'original')}
            data={[
              { value: 'text', label: 'Text' },
              { value: 'original', label: 'Original' },
            ]}
          />
        )}
        <PassageMenu
          kinds={kinds.filter(({ key }) => held.has(key))}
          activeKey={activeKey}
          onActivate={onActivate}
        />
        <span className="fb-grow" />
        <Anchor href={href} download={file.fileName} size="xs" className="fb-link">
          <IconDownload size={15} stroke={1.6} aria-hidden="true" /> Download
        </Anchor>
      </div>
      {pages && original ? (
        <PdfViewer
          key={file.id}
          href={href}
          fileName={file.fileName}
          text={text}
          passages={passages}
          activeKey={activeKey}
          onActivate={onActivate}
        />
      ) : (
        children
      )}
    </>
  );
}
