'use client';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import type { PostingContent } from '@/domain/jobs/schema/posting';
import classes from '@/ui/board/core-hours.module.css';
import { useKeptWeekText } from '@/ui/week-grid/kept-week';

/** Clocks of a year and painting come when somebody is there for them: a phone that still loads has other work. */
const OwnHours = lazy(() => import('@/ui/board/own-hours'));

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart'] as const;
/** A page that nobody has touched so long after it came is being read. */
const READ_MS = 4000;

/** True once somebody moves, scrolls, presses a key, or has looked at the page for a while. */
const useVisitor = (): boolean => {
  const [here, setHere] = useState(false);
  useEffect(() => {
    if (here) return undefined;
    const come = () => setHere(true);
    const timer = window.setTimeout(come, READ_MS);
    for (const sign of SIGNS) window.addEventListener(sign, come, { passive: true });
    return () => {
      window.clearTimeout(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, come);
    };
  }, [here]);
  return here;
};

interface WeekIslandProps {
  core: NonNullable<PostingContent['core_hours']>;
  /** From when on clocks are compared, ms. */
  from: number;
  /** What the server drew, which stays until the rest is there. */
  children: ReactNode;
}

/** The visitor's own time and week over what the server drew of a job's hours. */
export function WeekIsland({ core, from, children }: WeekIslandProps) {
  const here = useVisitor();
  const kept = useKeptWeekText() !== null;
  const [painting, setPainting] = useState(false);
  const week = painting || kept;
  return (
    <>
      {here || week ? (
        <Suspense fallback={children}>
          <OwnHours core={core} from={from} painting={week} />
        </Suspense>
      ) : (
        children
      )}
      {/* One button throughout: drawn anew between press and release, it would lose the click. */}
      {!kept && (
        <button type="button" className={classes.paint} onClick={() => setPainting(!painting)}>
          {painting ? 'Show the job’s hours only' : 'Paint your week over it'}
        </button>
      )}
    </>
  );
}
