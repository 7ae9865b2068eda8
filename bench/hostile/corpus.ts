import { regexBaits } from './baits';
import { disguises } from './disguises';
import { docxArchives } from './docx-archives';
import { docxXml } from './docx-xml';
import type { HostileFile, Lure } from './hostile-file';
import { hostileNames } from './names';
import { hiddenPrompts, pdfActions } from './pdf-actions';
import { pdfBombs } from './pdf-bombs';
import { damagedPdfs } from './pdf-damage';
import { encryptedPdfs } from './pdf-encryption';

/** Every hostile file, the same bytes each time for the same lure; made one by one, since some are large. */
export const hostileCorpus = (lure: Lure): HostileFile[] => [
  ...disguises(),
  ...encryptedPdfs(),
  ...pdfActions(lure),
  ...hiddenPrompts(),
  ...damagedPdfs(),
  ...pdfBombs(),
  ...docxArchives(),
  ...docxXml(lure),
  ...hostileNames(),
  ...regexBaits(),
];
