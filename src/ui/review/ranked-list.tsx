'use client';
import { useMergedRef } from '@mantine/hooks';
import { useEffect, useRef, type ReactNode } from 'react';
import type { MovedPerson } from '@/domain/pipeline/schema/moved';
import type { RankedRow as Row } from '@/domain/pipeline/schema/ranking';
import classes from '@/ui/review/ranked-list.module.css';
import { RankedRow, type MovesShown } from '@/ui/review/ranked-row';
import { useFixedRows } from '@/ui/use-fixed-rows';

/** Height of a row in px; its sheet says the same. */
const ROW_HEIGHT = 78;

export interface RankedListProps {
  rows: readonly Row[];
  /** Who moved since the last visit, by id. */
  moved: ReadonlyMap<string, MovedPerson>;
  moves: MovesShown;
  openId: string | null;
  onOpen: (candidateId: string) => void;
  checked: ReadonlySet<string>;
  onCheck: (candidateId: string, checked: boolean) => void;
  /** Said when there is no row. */
  empty: ReactNode;
}

/** The ranking: only the rows in sight are drawn, however long it is. Keeps the open row in sight. */
export function RankedList({ rows, moved, moves, openId, onOpen, checked, onCheck, empty }: RankedListProps) {
  const { ref, onScroll, show, total, first, last } = useFixedRows<HTMLElement>(rows.length, ROW_HEIGHT);
  const scroller = useRef<HTMLElement>(null);
  const openIndex = rows.findIndex((row) => row.candidateId === openId);
  useEffect(() => {
    show(openIndex);
    // Whoever steps by keys from a row has the focus go along; Enter would open the old one.
    const list = scroller.current;
    if (!list?.contains(document.activeElement)) return;
    const focus = () =>
      list.querySelector<HTMLElement>('[aria-current="true"]')?.focus({ preventScroll: true });
    const frame = requestAnimationFrame(focus);
    return () => cancelAnimationFrame(frame);
  }, [show, openIndex]);
  return (
    <section
      ref={useMergedRef(ref, scroller)}
      className={classes.scroller}
      aria-label="Matches"
      onScroll={onScroll}
    >
      {rows.length === 0 ? (
        empty
      ) : (
        <ol className={classes.list} style={{ height: total }}>
          {rows.slice(first, last + 1).map((row, index) => (
            <li
              key={row.candidateId}
              aria-posinset={first + index + 1}
              aria-setsize={rows.length}
              style={{ transform: `translateY(${(first + index) * ROW_HEIGHT}px)` }}
            >
              <RankedRow
                row={row}
                moved={moved.get(row.candidateId)}
                moves={moves}
                open={row.candidateId === openId}
                checked={checked.has(row.candidateId)}
                onOpen={onOpen}
                onCheck={onCheck}
              />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
