// Hanken Grotesk speaks for us, Anek Latin carries titles and scores, Literata is for their own words.
import '@fontsource-variable/hanken-grotesk';
import '@fontsource-variable/anek-latin';
import '@fontsource-variable/literata';
import '@fontsource-variable/literata/wght-italic.css';
import './fallback-fonts.css';
import './rupee.css';
import display from '@fontsource-variable/anek-latin/files/anek-latin-latin-wght-normal.woff2';
import sans from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2';

/** Addresses of the fonts that every page draws its first words with: fetched beside the style sheets, not after them. */
export const FIRST_FONTS = [sans, display];
