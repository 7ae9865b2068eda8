'use client';
import { useIntersection } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { Page } from 'react-pdf';
import { markHtml } from '@/ui/resume-viewer/mark-html';
import type { PageText } from '@/ui/resume-viewer/pdf-pages';
import type { PlacedPassage } from '@/ui/resume-viewer/place-passages';
import classes from '@/ui/resume-viewer/resume-viewer.module.css';

/** A page is drawn this far before it comes into view, and given up as far behind. */
const AHEAD = '800px';
/** Sharper than this a canvas costs memory that nobody sees. */
const SHARPEST = 2;

export interface PdfPageProps {
  index: number;
  text: PageText;
  /** In pixels. */
  width: number;
  passages: readonly PlacedPassage[];
  activeKey: string | null;
  /** What scrolls; null for the window. */
  scroller: Element | null;
}

/** One page: its place is always there, its drawing and text only while it is near what is seen. */
export function PdfPage({ index, text, width, passages, activeKey, scroller }: PdfPageProps) {
  const { ref: nearRef, entry } = useIntersection({ root: scroller, rootMargin: AHEAD });
  const layer = useRef<HTMLDivElement>(null);
  const render = useMemo(
    () =>
      ({ str, itemIndex }: { str: string; itemIndex: number }) =>
        markHtml(
          str,
          passages.filter(({ item }) => item === itemIndex),
        ),
    [passages],
  );
  const light = useCallback(() => {
    layer.current?.querySelectorAll<HTMLElement>('mark[data-keys]').forEach((mark) => {
      const on = activeKey !== null && mark.dataset['keys']?.split(' ').includes(activeKey);
      mark.toggleAttribute('data-on', on === true);
    });
  }, [activeKey]);
  useEffect(light, [light]);
  const first = activeKey === null ? undefined : passages.find(({ key }) => key === activeKey);
  return (
    <div
      ref={nearRef}
      className={classes.page}
      style={{ width, height: Math.round(width * text.ratio) }}
      role="group"
      aria-label={`Page ${index + 1}`}
    >
      {entry?.isIntersecting === true && (
        <div ref={layer}>
          <Page
            pageIndex={index}
            width={width}
            devicePixelRatio={Math.min(SHARPEST, window.devicePixelRatio)}
            renderAnnotationLayer={false}
            customTextRenderer={render}
            onRenderTextLayerSuccess={light}
            suspense={false}
            loading={null}
          />
        </div>
      )}
      {first !== undefined && (
        <span
          data-first-passage
          className={classes.anchor}
          style={{ top: `${100 * (text.depths[first.item] ?? 0)}%` }}
        />
      )}
    </div>
  );
}
