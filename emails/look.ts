import type { CSSProperties } from 'react';

/** The product's light look in what mail programs understand: inline styles and fonts that are there already. */
const INK = '#10242C';
const SANS = '"Hanken Grotesk", "Segoe UI", Helvetica, Arial, sans-serif';

export const HONEY = '#F4B63F';
export const CELL = '#E0E4E0';

const style = <T extends Record<string, CSSProperties>>(styles: T): T => styles;

export const look = style({
  body: { backgroundColor: '#F4F6F3', margin: 0, padding: '24px 12px', fontFamily: SANS, color: INK },
  sheet: {
    backgroundColor: '#FFFFFF',
    border: '1px solid #D3D8D4',
    borderRadius: '7px',
    maxWidth: '560px',
    padding: '28px 32px 24px',
  },
  brand: { color: INK, fontSize: '16px', fontWeight: 700, margin: 0, padding: '0 0 0 10px' },
  heading: { color: INK, fontSize: '24px', lineHeight: '30px', fontWeight: 650, margin: '24px 0 8px' },
  text: { color: INK, fontSize: '15px', lineHeight: '23px', margin: '0 0 16px' },
  small: { fontSize: '13px', lineHeight: '19px', color: '#566468', margin: '0 0 8px' },
  button: {
    backgroundColor: '#0B5E73',
    borderRadius: '5px',
    color: '#FFFFFF',
    fontSize: '15px',
    fontWeight: 600,
    padding: '12px 20px',
    textDecoration: 'none',
  },
  link: { color: '#0B5E73', textDecoration: 'underline', wordBreak: 'break-all' },
  line: { borderTop: '1px solid #E0E4E0', margin: '24px 0 16px' },
});
