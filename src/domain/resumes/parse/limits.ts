/** Longest text that is read, in characters; a résumé of thirty full pages stays below it. */
export const MAX_CHARACTERS = 200_000;
export const MAX_LINES = 3_000;
/** Longest line that the readers of fields see; a longer one is cut into several. */
export const MAX_LINE = 2_000;
/** Longest line that is cleaned; spaces and marks that cleaning drops make it longer than what is read. */
export const MAX_RAW_LINE = 8 * MAX_LINE;
/** Longest text that is cut into lines, blank space and all. */
export const MAX_RAW_CHARACTERS = 5 * MAX_CHARACTERS;
