'use client';
import { Popover, VisuallyHidden } from '@mantine/core';
import { useElementSize, useMergedRef, useReducedMotion } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import type { FactorView } from '@/domain/pipeline/schema/explanation';
import type { MatchView } from '@/domain/pipeline/schema/match';
import type { Factor } from '@/domain/scoring/schema';
import { annotate, notesOf, withoutBullet, type AnnotatedBlock, type Piece } from '@/ui/review/annotate';
import { factorPoints, type FactorPoints } from '@/ui/review/factor-points';
import { NoteList } from '@/ui/review/note-list';
import classes from '@/ui/review/resume-reader.module.css';
import { useMarginNotes } from '@/ui/review/use-margin-notes';

/** Up to this width of the text there is no margin: a passage opens its note. The sheet says the same. */
const NARROW = 460;

export interface ResumeReaderProps {
  resume: Pick<NonNullable<MatchView['resume']>, 'text' | 'blocks'>;
  factors: readonly FactorView[];
  /** Its passages and notes are honey, and the first one is scrolled to. */
  activeFactor: Factor | null;
  onActivate: (factor: Factor) => void;
}

interface PieceProps {
  piece: Piece;
  points: readonly FactorPoints[];
  active: Factor | null;
  narrow: boolean;
  onActivate: (factor: Factor) => void;
}

function PieceText({ piece, points, active, narrow, onActivate }: PieceProps) {
  if (piece.hidden) {
    return (
      <span className={classes.hidden}>
        <span aria-hidden="true">{piece.text.replaceAll('•', 'x')}</span>
        <VisuallyHidden>hidden</VisuallyHidden>
      </span>
    );
  }
  if (piece.findings.length === 0) return piece.text;
  const on = piece.findings.some(({ factor }) => factor === active);
  if (!narrow) {
    return (
      <mark className={classes.mark} data-on={on || undefined}>
        {piece.text}
      </mark>
    );
  }
  return <Passage piece={piece} points={points} active={active} on={on} onActivate={onActivate} />;
}

/** A marked passage where there is no margin: it opens its note. Text that breaks over lines, which a button would not. */
function Passage({ piece, points, active, on, onActivate }: Omit<PieceProps, 'narrow'> & { on: boolean }) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={280}
      position="bottom"
      withArrow
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <span
          role="button"
          tabIndex={0}
          onClick={() => setOpened(!opened)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            setOpened(!opened);
          }}
        >
          <mark className={classes.mark} data-on={on || undefined} data-opens>
            {piece.text}
          </mark>
        </span>
      </Popover.Target>
      <Popover.Dropdown p={10}>
        <NoteList notes={notesOf(piece.findings, points)} active={active} onActivate={onActivate} />
      </Popover.Dropdown>
    </Popover>
  );
}

function BlockBody({ block, ...rest }: { block: AnnotatedBlock } & Omit<PieceProps, 'piece'>) {
  const shown = block.kind === 'bullet' ? withoutBullet(block.pieces) : block.pieces;
  const pieces = shown.map((piece, index) => <PieceText key={index} piece={piece} {...rest} />);
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
  const root = useMarginNotes<HTMLElement>();
  const { ref: sizeRef, width } = useElementSize<HTMLElement>();
  const narrow = width > 0 && width <= NARROW;
  const calm = useReducedMotion();
  const blocks = useMemo(() => annotate(resume.text, resume.blocks, factors), [resume, factors]);
  const points = useMemo(() => factorPoints(factors), [factors]);
  useEffect(() => {
    if (activeFactor === null) return;
    root.current
      ?.querySelector('mark[data-on]')
      ?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  }, [root, activeFactor, calm]);
  return (
    <article ref={useMergedRef(root, sizeRef)} className={classes.reader}>
      {blocks.map((block) => (
        <div key={`${block.kind}${block.start}`} className={classes.block} data-kind={block.kind}>
          <div className={classes.body}>
            <BlockBody
              block={block}
              points={points}
              active={activeFactor}
              narrow={narrow}
              onActivate={onActivate}
            />
          </div>
          {!narrow && block.findings.length > 0 && (
            <div
              className={classes.notes}
              data-notes
              data-on={block.findings.some(({ factor }) => factor === activeFactor) || undefined}
            >
              <NoteList
                notes={notesOf(block.findings, points)}
                active={activeFactor}
                onActivate={onActivate}
              />
            </div>
          )}
        </div>
      ))}
    </article>
  );
}
