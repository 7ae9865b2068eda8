'use client';
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { placeNotes } from '@/ui/review/place-notes';

const FOLDED = 'data-folded';

function placeIn(article: HTMLElement): void {
  const boxes = [...article.querySelectorAll<HTMLElement>('[data-notes]')];
  const start = article.getBoundingClientRect().top;
  boxes.forEach((box) => box.removeAttribute(FOLDED));
  const full = boxes.map((box) => box.offsetHeight);
  boxes.forEach((box) => box.setAttribute(FOLDED, ''));
  const placed = placeNotes(
    boxes.map((box, index) => {
      const block = box.parentElement ?? box;
      return {
        at: (block.querySelector('mark') ?? block).getBoundingClientRect().top - start,
        full: full[index] ?? 0,
        folded: box.offsetHeight,
        active: box.hasAttribute('data-on'),
      };
    }),
  );
  let end = 0;
  boxes.forEach((box, index) => {
    const { top, folded } = placed[index] ?? { top: 0, folded: false };
    box.style.top = `${top}px`;
    if (!folded) box.removeAttribute(FOLDED);
    end = top + box.offsetHeight;
  });
  article.style.minHeight = `${end}px`;
}

/**
 * Places the notes of a text in its margin: the boxes with `data-notes`, each within the block that it belongs to. They are
 * measured and moved by hand after each render, so that no line of the text gives way to them. Returns the text's ref.
 */
export function useMarginNotes<Text extends HTMLElement>(): RefObject<Text | null> {
  const root = useRef<Text>(null);
  useLayoutEffect(() => {
    if (root.current !== null) placeIn(root.current);
  });
  return root;
}
