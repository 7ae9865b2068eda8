import type { ParseFailure } from './schema';

/** What a failed file is called in a list, and what its owner can do about it. */
export interface ReasonWords {
  title: string;
  advice: string;
}

const REASONS: Readonly<Record<ParseFailure | 'not_uploaded', ReasonWords>> = {
  not_uploaded: { title: 'The file never arrived', advice: 'Upload it again.' },
  empty: { title: 'The file is empty', advice: 'Choose the file again: nothing of it arrived.' },
  too_large: {
    title: 'Larger than 5 MB',
    advice: 'Save it without large pictures, or as a PDF, and upload it again.',
  },
  encrypted: { title: 'Protected by a password', advice: 'Save a copy without a password and upload that.' },
  unsupported_type: {
    title: 'Not a PDF, DOCX or text file',
    advice: 'Save the résumé as PDF or DOCX and upload that.',
  },
  type_mismatch: {
    title: 'The content does not match the file name',
    advice: 'Open the file, save it anew as PDF or DOCX, and upload that.',
  },
  damaged: { title: 'The file is damaged', advice: 'Open it, save it anew as PDF or DOCX, and upload that.' },
  no_text: {
    title: 'Too little text to read',
    advice:
      'A scan is a picture: upload the document it was printed from. A text file needs more than a line or two.',
  },
  not_a_resume: {
    title: 'Does not read as a résumé',
    advice: 'No name, address for mail, work or education was found in it. Check that it is the right file.',
  },
  archive_unsafe: {
    title: 'The file could not be opened safely',
    advice: 'Save the résumé anew as PDF and upload that.',
  },
  took_too_long: {
    title: 'Reading took too long',
    advice: 'Save the résumé anew as a simple PDF and upload that.',
  },
  too_much_memory: {
    title: 'Too heavy to read',
    advice: 'Save it without large pictures or embedded files and upload it again.',
  },
};

/** The words for a person whose file could not be read. */
export function reasonWords(reason: ParseFailure | 'not_uploaded'): ReasonWords {
  return REASONS[reason];
}
