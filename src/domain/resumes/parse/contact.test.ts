import { describe, expect, it } from 'vitest';
import { findEmail, findPhone } from './contact';
import { textLines } from './plain';
import { readingOf } from './text';

const sections = (text: string) => readingOf(textLines(text)).sections;
const email = (text: string, links: string[] = []) => findEmail(sections(text), links);
const phone = (text: string, home: string | null = null) => findPhone(sections(text), home, []);

describe('findEmail', () => {
  it.each([
    ['Asha Rao | ASHA.RAO@Example.in | Pune', 'asha.rao@example.in'],
    ['E-mail: asha_rao+jobs@mail.example.com', 'asha_rao+jobs@mail.example.com'],
    ['asha.rao (at) example.com', 'asha.rao@example.com'],
  ])('reads %s', (text, value) => {
    expect(email(text)?.value).toBe(value);
  });

  it('joins an address that a narrow column broke', () => {
    expect(email('Asha Rao\nasha.rao@exam\nple.com')?.value).toBe('asha.rao@example.com');
    expect(email('Asha Rao\nasha.rao@example.co\nm')?.value).toBe('asha.rao@example.com');
    expect(email('Asha Rao\n+91 98220 11122\nasha.rao@inbox.exa\nmple')?.value).toBe(
      'asha.rao@inbox.example',
    );
    expect(email('asha.rao@example.com\nskype')?.value).toBe('asha.rao@example.com');
  });

  it('prefers the person to their referees, and the page to the links behind it', () => {
    const text = 'REFERENCES\nDr Kulkarni, kulkarni@example.org\nCONTACT\nasha@example.in';
    expect(email(text)?.value).toBe('asha@example.in');
    expect(email('Asha Rao\nMail me', ['mailto:asha%40example.in?subject=Hello'])?.value).toBe(
      'asha@example.in',
    );
    expect(email('Asha Rao\nPune')).toBeNull();
  });

  it('points at the words of the text', () => {
    const reading = readingOf(textLines('Asha Rao\nPune | asha@example.in'));
    const span = findEmail(reading.sections, [])?.span;
    expect(reading.text.slice(span!.start, span!.end)).toBe('asha@example.in');
  });
});

describe('findPhone', () => {
  it.each([
    ['Mobile: +91 98220 11122', '+919822011122'],
    ['98220-11122', '+919822011122'],
    ['(512) 555-0142', '+15125550142'],
    ['Asha | 0091-9822011122', '+919822011122'],
  ])('reads %s', (text, value) => {
    expect(phone(`Asha Rao\n${text}`)?.value).toBe(value);
  });

  it('reads a national number by the country of the person', () => {
    expect(phone('Tom Hale\n07911 123456', 'GB')?.value).toBe('+447911123456');
    expect(phone('Asha Rao\nPhone: 020 2567 0018', 'IN')?.value).toBe('+912025670018');
  });

  it.each(['Pune 411 018', '2015 - 2019', '12/05/1990', 'Passport No: 123456789', 'CGPA 8.75'])(
    'does not take %s for a number',
    (text) => {
      expect(phone(`Asha Rao\n${text}`)).toBeNull();
    },
  );
});
