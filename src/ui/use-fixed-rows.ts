'use client';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useCallback, useRef, useState } from 'react';

/** Rows drawn above and below those in sight. */
const MARGIN = 6;
/** Before the first measurement, and on the server. */
const USUAL_HEIGHT = 900;

/** First and last row (inclusive) to draw for a scroll position; px throughout. */
export function rowsInSight(
  { top, viewport }: { top: number; viewport: number },
  rowHeight: number,
  count: number,
): { first: number; last: number } {
  const first = Math.floor(top / rowHeight) - MARGIN;
  const last = Math.ceil((top + viewport) / rowHeight) - 1 + MARGIN;
  return { first: Math.max(0, first), last: Math.min(count - 1, last) };
}

/** Where to scroll so that a row is wholly in sight; the same position when it already is. */
export function positionShowing(
  index: number,
  { top, viewport }: { top: number; viewport: number },
  rowHeight: number,
): number {
  const start = index * rowHeight;
  if (start < top) return start;
  return Math.max(top, start + rowHeight - viewport);
}

/**
 * Windowing for rows of one height: which to draw, and `show` to bring one into sight. Give `ref` and `onScroll` to the
 * scrolling element, and `total` px of height to the list inside.
 */
export function useFixedRows<Element extends HTMLElement>(count: number, rowHeight: number) {
  const scroller = useRef<Element>(null);
  const { ref: sizeRef, height } = useElementSize<Element>();
  // Kept in whole rows: a list need not be drawn anew for every pixel.
  const [firstRow, setFirstRow] = useState(0);
  const onScroll = useCallback(() => {
    setFirstRow(Math.floor((scroller.current?.scrollTop ?? 0) / rowHeight));
  }, [rowHeight]);
  const show = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (element === null || index < 0) return;
      element.scrollTop = positionShowing(
        index,
        { top: element.scrollTop, viewport: element.clientHeight },
        rowHeight,
      );
    },
    [rowHeight],
  );
  return {
    ref: useMergedRef(scroller, sizeRef),
    onScroll,
    show,
    total: count * rowHeight,
    ...rowsInSight({ top: firstRow * rowHeight, viewport: height || USUAL_HEIGHT }, rowHeight, count),
  };
}
