import type { CorpusPerson } from '../person';
import type { Voice, VoiceOptions } from '../voice';
import { t, type WordParts } from './parts';
import type { Section } from '../pool';

export interface DocxLayout {
  name: string;
  voice?: VoiceOptions;
  adapt?: (person: CorpusPerson) => CorpusPerson;
  draw: (person: CorpusPerson, voice: Voice) => WordParts;
}

/** A heading and what stands below it; nothing where there is nothing to show. */
export function part(voice: Voice, section: Section, blocks: readonly string[], style = 'Heading1'): string {
  if (blocks.length === 0) return '';
  return t(voice.heading(section), style === '' ? { bold: true, caps: true } : {}, style) + blocks.join('');
}
