'use client';
import { ActionIcon, Alert, Anchor, Group, Skeleton, Text } from '@mantine/core';
import { useElementSize, useReducedMotion } from '@mantine/hooks';
import { IconArrowAutofitWidth, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Document, pdfjs } from 'react-pdf';
import 'react-pdf/dist/Page/TextLayer.css';
import type { Passage } from '@/ui/resume-viewer/passages';
import { PdfPage } from '@/ui/resume-viewer/pdf-page';
import { readPages, type PageText } from '@/ui/resume-viewer/pdf-pages';
import { placePassages } from '@/ui/resume-viewer/place-passages';
import classes from '@/ui/resume-viewer/resume-viewer.module.css';
import { scrollParent } from '@/ui/resume-viewer/scroll-parent';

// A file of our own build, so that it comes from our own origin.
pdfjs.GlobalWorkerOptions.workerSrc = new URL(
  'pdfjs-dist/build/pdf.worker.min.mjs',
  import.meta.url,
).toString();

/** Nothing in a file runs, and no picture in it may take the tab's memory. */
const OPTIONS = { enableXfa: false, maxImageSize: 32_000_000 };
/** Shares of the pane's width. */
const ZOOMS = [1, 1.25, 1.5, 2, 3] as const;

export interface PdfViewerProps {
  /** Where its bytes are, on our own origin. */
  href: string;
  fileName: string;
  /** The reading that the passages' spans point into. */
  text: string;
  passages: readonly Passage[];
  /** Passages of this key are honey, and the first one is scrolled to. */
  activeKey: string | null;
  onActivate: (key: string) => void;
}

/** A PDF as its pages, passages marked in it. Loaded only where one is opened: import it lazily. */
export default function PdfViewer({ href, fileName, text, passages, activeKey, onActivate }: PdfViewerProps) {
  const [pages, setPages] = useState<PageText[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [zoom, setZoom] = useState(0);
  const [scroller, setScroller] = useState<Element | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const { ref: paneRef, width: pane } = useElementSize<HTMLDivElement>();
  const calm = useReducedMotion();
  const placed = useMemo(
    () =>
      placePassages(
        (pages ?? []).map(({ items }) => items),
        text,
        passages,
      ),
    [pages, text, passages],
  );
  const byPage = useMemo(
    () => (pages ?? []).map((_, index) => placed.filter(({ page }) => page === index)),
    [pages, placed],
  );
  useEffect(() => setScroller(scrollParent(root.current)), []);
  useEffect(() => {
    if (activeKey === null || pages === null) return;
    root.current
      ?.querySelector('[data-first-passage]')
      ?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  }, [activeKey, pages, calm]);

  const read = (pdf: PDFDocumentProxy): void => {
    readPages(pdf).then(setPages, () => setFailed(true));
  };
  if (failed) {
    return (
      <Alert color="red" m={16} role="alert" title="This file could not be opened here">
        Its text is in the reader.{' '}
        <Anchor href={href} download={fileName} className="fb-link">
          Download it
        </Anchor>{' '}
        to open it elsewhere.
      </Alert>
    );
  }
  const share = ZOOMS[zoom] ?? 1;
  const found = new Set(placed.map(({ key }) => key));
  const missing = activeKey !== null && pages !== null && !found.has(activeKey);
  return (
    <div ref={root} className={classes.viewer}>
      <Group gap={4} wrap="nowrap" className={classes.tools} role="toolbar" aria-label="Zoom">
        <ActionIcon aria-label="Smaller" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          <IconZoomOut size={18} stroke={1.6} />
        </ActionIcon>
        <Text size="xs" w={44} ta="center" aria-live="polite">
          {Math.round(share * 100)} %
        </Text>
        <ActionIcon
          aria-label="Larger"
          disabled={zoom === ZOOMS.length - 1}
          onClick={() => setZoom(zoom + 1)}
        >
          <IconZoomIn size={18} stroke={1.6} />
        </ActionIcon>
        <ActionIcon aria-label="Fit to width" disabled={zoom === 0} onClick={() => setZoom(0)}>
          <IconArrowAutofitWidth size={18} stroke={1.6} />
        </ActionIcon>
        {missing && (
          <Text size="xs" c="dimmed" role="status" truncate>
            Its passage could not be found on the page; the text shows it.
          </Text>
        )}
      </Group>
      {/* Marks of the text layer are not React's: a press on one is caught here. Keys have the list of passages. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        ref={paneRef}
        className={classes.pages}
        onClick={({ target }) => {
          const keys = target instanceof Element ? target.closest('mark')?.getAttribute('data-keys') : null;
          const [key] = keys?.split(' ') ?? [];
          if (key !== undefined) onActivate(key);
        }}
      >
        <Document
          file={href}
          options={OPTIONS}
          suspense={false}
          loading={<PageSkeleton />}
          error={null}
          onLoadSuccess={read}
          onLoadError={() => setFailed(true)}
          onSourceError={() => setFailed(true)}
          onPassword={() => setFailed(true)}
          externalLinkRel="noopener noreferrer nofollow"
        >
          {pages === null || pane === 0 ? (
            <PageSkeleton />
          ) : (
            pages.map((page, index) => (
              <PdfPage
                key={index}
                index={index}
                text={page}
                width={Math.floor(pane * share)}
                passages={byPage[index] ?? []}
                activeKey={activeKey}
                scroller={scroller}
              />
            ))
          )}
        </Document>
      </div>
    </div>
  );
}

function PageSkeleton() {
  return (
    <div role="status">
      <Text size="sm" c="dimmed" p={8}>
        Opening the file
      </Text>
      <Skeleton height={560} className={classes.late} />
    </div>
  );
}
