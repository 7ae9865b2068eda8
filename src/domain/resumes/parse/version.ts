/** Stored with every parse: a change of reading rules changes it, and older readings are then made anew. */
export const PARSER_VERSION = '1.9.0';
