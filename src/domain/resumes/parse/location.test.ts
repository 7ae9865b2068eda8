import { describe, expect, it } from 'vitest';
import { findLocation, isPlacePiece } from './location';
import { textLines } from './plain';
import { SMALL_CATALOG } from './small-catalog';
import { readingOf } from './text';

function find(text: string) {
  const reading = readingOf(textLines(text));
  const found = findLocation(reading.sections, SMALL_CATALOG, null);
  return found?.span ? reading.text.slice(found.span.start, found.span.end) : null;
}

describe('findLocation', () => {
  it.each([
    ['Asha Rao\nPune, Maharashtra | asha@example.in', 'Pune, Maharashtra'],
    ['Asha Rao\n12 Hill Road, Pune 411004, Maharashtra', 'Pune 411004, Maharashtra'],
    ['Asha Rao\nCurrent Location: Chennai', 'Chennai'],
    ['Asha Rao\nABOUT\nChennai, India\nasha@example.in\n98220 11122', 'Chennai, India'],
    ['Asha Rao\nPune, Maharashtra +919822011122', 'Pune, Maharashtra'],
    ['Asha Rao\nasha@example.in +91 98220 11122 Pune, India', 'Pune, India'],
    ['Asha Rao\nasha@example.in / +91 98220 11122 / Pune, India', 'Pune, India'],
    ['Asha Rao\nPune, India|asha@example.in|9822011122', 'Pune, India'],
    ['Asha Rao\nLives in Pune, India', 'Pune, India'],
    ['Asha Rao\nFrom Pune, India', 'Pune, India'],
    ['Asha Rao\nPune - 411004 (Maharashtra)', 'Pune - 411004 (Maharashtra)'],
    ['Tom Hale\n123 Elm Street, Springfield, IL 62701', 'Springfield, IL 62701'],
  ])('reads %j', (text, place) => {
    expect(find(text)).toBe(place);
  });

  it('keeps a town that the catalog lacks, by its state', () => {
    const { sections } = readingOf(textLines('Tom Hale\nMarblebrook, OR'));
    expect(findLocation(sections, SMALL_CATALOG, null)?.value).toMatchObject({
      cityId: null,
      name: 'Marblebrook',
      country: 'US',
    });
  });

  it('does not read a place into other lines', () => {
    expect(find('Asha Rao\nasha@example.in\nLinkedIn\tpune')).toBeNull();
    expect(find('Asha Rao\nPayroll lead for plants in Pune and abroad')).toBeNull();
    expect(find('Asha Rao\nEXPERIENCE\nNurse, City Hospital, Pune')).toBeNull();
  });
});

describe('isPlacePiece', () => {
  it.each([
    ['Pune', true],
    ['Pune, India', true],
    ['Remote', true],
    ['Pune / remote', true],
    ['Boise, ID', true],
    ['Acme Labs, Pune', false],
    ['Harbour Foods', false],
  ])('%s: %s', (text, expected) => {
    expect(isPlacePiece(text, SMALL_CATALOG)).toBe(expected);
  });

  it('takes an unknown town before a known region only as the tail of a piece', () => {
    expect(isPlacePiece('Verna, Maharashtra', SMALL_CATALOG, true)).toBe(true);
    expect(isPlacePiece('Verna, Maharashtra', SMALL_CATALOG)).toBe(false);
  });
});
