'use client';
import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { Block } from '@/domain/resumes/schema';
import { stretchesOf, type Passage } from '@/ui/resume-viewer/passages';
import classes from '@/ui/resume-viewer/resume-viewer.module.css';

export interface TextReaderProps {
  text: string;
  blocks: readonly Block[];
  passages: readonly Passage[];
  activeKey: string | null;
}

/** A résumé as the parser read it, passages marked: for files that are text, and beside a file's own pages. */
export function TextReader({ text, blocks, passages, activeKey }: TextReaderProps) {
  const root = useRef<HTMLDivElement>(null);
  const calm = useReducedMotion();
  useEffect(() => {
    if (activeKey === null) return;
    root.current
      ?.querySelector('mark[data-on]')
      ?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  }, [activeKey, calm]);
  return (
    <div ref={root} className={classes.text}>
      {blocks.map(({ kind, span }) => {
        const Tag = kind === 'heading' ? 'h4' : 'p';
        return (
          <Tag key={span.start}>
            {stretchesOf(span.start, span.end, passages).map(({ start, end, keys }) =>
              keys.length === 0 ? (
                text.slice(start, end)
              ) : (
                <mark key={start} data-on={(activeKey !== null && keys.includes(activeKey)) || undefined}>
                  {text.slice(start, end)}
                </mark>
              ),
            )}
          </Tag>
        );
      })}
    </div>
  );
}
