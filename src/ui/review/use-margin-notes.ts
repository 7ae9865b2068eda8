'use client';
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { placeNotes } from '@/ui/review/place-notes';

const STATE = 'data-folded';
/** Less than this below the titles is no room for a line. */
const LINE = 18;

function placeIn(article: HTMLElement): void {
  const boxes = [...article.querySelectorAll<HTMLElement>('[data-notes]')];
  const start = article.getBoundingClientRect().top;
  boxes.forEach((box) => box.setAttribute(STATE, 'no'));
  const full = boxes.map((box) => box.offsetHeight);
  boxes.forEach((box) => box.setAttribute(STATE, 'titles'));
  const measured = boxes.map((box, index) => {
    const block = box.parentElement ?? box;
    return {
      box,
      at: (block.querySelector('mark') ?? block).getBoundingClientRect().top - start,
      full: full[index] ?? 0,
      folded: box.offsetHeight,
      active: box.hasAttribute('data-on'),
    };
  });
  let end = 0;
  placeNotes(measured).forEach(({ top, height }, index) => {
    const note = measured[index];
    if (note === undefined) return;
    const state = height >= note.full ? 'no' : height < note.folded + LINE ? 'titles' : 'cut';
    note.box.setAttribute(STATE, state);
    note.box.style.top = `${top}px`;
    note.box.style.setProperty('--room', `${height}px`);
    end = top + height;
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
