'use client';
import { VisuallyHidden } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useMemo, useRef } from 'react';
import type { FactorView } from '@/domain/pipeline/schema/explanation';
import type { MatchView } from '@/domain/pipeline/schema/match';
import type { Factor } from '@/domain/scoring/schema';
import {
  annotate,
  withoutBullet,
  type AnnotatedBlock,
  type MarginNote,
  type Piece,
} from '@/ui/review/annotate';
import classes from '@/ui/review/resume-reader.module.css';

export interface ResumeReaderProps {
  resume: Pick<NonNullable<MatchView['resume']>, 'text' | 'blocks'>;
  factors: readonly FactorView[];
  /** Its passages and notes are honey, and the first one is scrolled to. */
  activeFactor: Factor | null;
  onActivate: (factor: Factor) => void;
}

function PieceText({ piece, active }: { piece: Piece; active: Factor | null }) {
  if (piece.hidden) {
    return (
      <span className={classes.hidden}>
        <span aria-hidden="true">{piece.text.replaceAll('•', 'x')}</span>
        <VisuallyHidden>hidden</VisuallyHidden>
      </span>
    );
  }
  if (piece.factors.length === 0) return piece.text;
  const on = active !== null && piece.factors.includes(active);
  return (
    <mark className={classes.mark} data-on={on || undefined}>
      {piece.text}
    </mark>
  );
}

interface NoteProps {
  note: MarginNote;
  active: boolean;
  onActivate: (factor: Factor) => void;
}

function Note({ note, active, onActivate }: NoteProps) {
  return (
    <button
      type="button"
      className={classes.note}
      data-on={active || undefined}
      aria-pressed={active}
      onClick={() => onActivate(note.factor)}
    >
      <b>{note.label}</b>
      {note.detail}
    </button>
  );
}

function BlockBody({ block, active }: { block: AnnotatedBlock; active: Factor | null }) {
  const shown = block.kind === 'bullet' ? withoutBullet(block.pieces) : block.pieces;
  const pieces = shown.map((piece, index) => <PieceText key={index} piece={piece} active={active} />);
  switch (block.kind) {
    case 'name':
      return <p className={classes.name}>{pieces}</p>;
    case 'heading':
      return <h4 className={classes.heading}>{pieces}</h4>;
    case 'entry':
      return <p className={classes.entry}>{pieces}</p>;
    case 'bullet':
      return <p className={classes.bullet}>{pieces}</p>;
    case 'text':
      return <p>{pieces}</p>;
  }
}

/** The résumé as the parser read it, in their own words, with what each factor found marked and noted in the margin. */
export function ResumeReader({ resume, factors, activeFactor, onActivate }: ResumeReaderProps) {
  const root = useRef<HTMLElement>(null);
  const calm = useReducedMotion();
  const blocks = useMemo(() => annotate(resume.text, resume.blocks, factors), [resume, factors]);
  useEffect(() => {
    if (activeFactor === null) return;
    root.current
      ?.querySelector('mark[data-on]')
      ?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  }, [activeFactor, calm]);
  return (
    <article ref={root} className={classes.reader}>
      {blocks.map((block) => (
        <div key={`${block.kind}${block.start}`} className={classes.block} data-kind={block.kind}>
          <div className={classes.body}>
            <BlockBody block={block} active={activeFactor} />
          </div>
          {block.notes.length > 0 && (
            <div className={classes.notes}>
              {block.notes.map((note) => (
                <Note
                  key={`${note.factor}${note.label}`}
                  note={note}
                  active={note.factor === activeFactor}
                  onActivate={onActivate}
                />
              ))}
            </div>
          )}
        </div>
      ))}
    </article>
  );
}
