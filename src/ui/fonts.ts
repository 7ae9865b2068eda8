// Hanken Grotesk speaks for us, Anek Latin carries titles and scores, Literata is for their own words.
import '@fontsource-variable/hanken-grotesk';
import '@fontsource-variable/anek-latin';
import '@fontsource-variable/literata';
import '@fontsource-variable/literata/wght-italic.css';
