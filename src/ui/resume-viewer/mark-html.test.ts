import { expect, it } from 'vitest';
import { markHtml } from './mark-html';

const passage = (key: string, start: number, end: number) => ({ key, span: { start, end } });

it('marks passages, also where they overlap, with every key that covers the stretch', () => {
  expect(markHtml('Kept books in Tally', [passage('work', 0, 19), passage('skills', 14, 19)])).toBe(
    '<mark data-keys="work">Kept books in </mark><mark data-keys="work skills">Tally</mark>',
  );
  expect(markHtml('Pune', [])).toBe('Pune');
});

it('lets nothing of a file become markup', () => {
  const hostile = `<img src=x onerror="alert('1')">&amp;`;
  const html = markHtml(hostile, [passage('a"b', 0, 4)]);
  expect(html).not.toMatch(/<(?!\/?mark)/);
  expect(html).toContain('&lt;img');
  expect(html).toContain('data-keys="a&quot;b"');
  expect(html).toContain('&amp;amp;');
});
