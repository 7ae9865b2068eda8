import type { CorpusPerson } from '../person';
import type { Voice, VoiceOptions } from '../voice';

export interface TextLayout {
  name: string;
  voice?: VoiceOptions;
  adapt?: (person: CorpusPerson) => CorpusPerson;
  /** Lines of the text; an empty one parts paragraphs. */
  draw: (person: CorpusPerson, voice: Voice) => string[];
}
