'use client';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import type { ResumeFile as File } from '@/domain/resumes/schema';
import type { Passage } from '@/ui/resume-viewer/passages';
import { hasPages } from '@/ui/resume-viewer/resume-tools';

/** pdf.js is large: it comes with the first file that is opened, not with the screen. */
const PdfViewer = dynamic(() => import('@/ui/resume-viewer/pdf-viewer'), { ssr: false });

export interface ResumeFileProps {
  /** null where only the text may be seen: while a person is masked. */
  file: File | null;
  href: string;
  text: string;
  passages: readonly Passage[];
  activeKey: string | null;
  onActivate: (key: string) => void;
  /** As its own pages, where it has any. */
  original: boolean;
  /** The reader of the text. */
  children: ReactNode;
}

/** A résumé as its text or, where the file is a PDF that may be seen, as its own pages with the same passages marked. */
export function ResumeFile({ file, original, children, ...viewer }: ResumeFileProps) {
  if (!original || !hasPages(file)) return children;
  return <PdfViewer key={file.id} fileName={file.fileName} {...viewer} />;
}
