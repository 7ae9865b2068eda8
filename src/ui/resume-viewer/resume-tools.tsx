'use client';
import { Anchor, SegmentedControl } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { RESUME_TYPES, type ResumeFile } from '@/domain/resumes/schema';
import { PassageMenu } from '@/ui/resume-viewer/passage-menu';
import type { Passage, PassageKind } from '@/ui/resume-viewer/passages';
import classes from '@/ui/resume-viewer/resume-viewer.module.css';

/** Only a PDF can be shown as its own pages. */
export const hasPages = (file: ResumeFile | null): file is ResumeFile =>
  file?.contentType === RESUME_TYPES.pdf;

export interface ResumeToolsProps {
  file: ResumeFile;
  href: string;
  passages: readonly Passage[];
  /** What the keys of passages are called; those without a passage are left out. */
  kinds: readonly PassageKind[];
  activeKey: string | null;
  onActivate: (key: string) => void;
  /** Its own pages are shown, not its text. */
  original: boolean;
  onOriginal: (original: boolean) => void;
}

/** How the file is shown, what is marked in it, and the file itself: parts of one row. */
export function ResumeTools(props: ResumeToolsProps) {
  const { file, href, passages, kinds, activeKey, onActivate, original, onOriginal } = props;
  const held = new Set(passages.map(({ key }) => key));
  return (
    <>
      {hasPages(file) && (
        <SegmentedControl
          size="xs"
          className={classes.whole ?? ''}
          aria-label="Show the résumé as"
          value={original ? 'original' : 'text'}
          onChange={(value) => onOriginal(value === 'original')}
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
      <Anchor
        href={href}
        download={file.fileName}
        title={`Download ${file.fileName}`}
        size="xs"
        className={`fb-link ${classes.whole} ${classes.download}`}
      >
        <IconDownload size={15} stroke={1.6} aria-hidden="true" /> <span>Download</span>
      </Anchor>
    </>
  );
}
