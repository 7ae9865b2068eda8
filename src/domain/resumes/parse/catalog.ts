import type { Place } from '@/domain/scoring/schema';

/** A skill of the taxonomy found in running text; offsets are UTF-16, `end` exclusive. */
export interface SkillHit {
  skillId: string;
  start: number;
  end: number;
}

/** What the parser asks of the catalog. Everything is local and pure. */
export interface ParseCatalog {
  findSkills: (text: string) => SkillHit[];
  /** The taxonomy's skill for one written name, if it knows that name. */
  normaliseSkill: (surface: string) => string | null;
  /** The place that the text names as a whole ("Pune", "Austin, TX", "Bengaluru, India"). */
  resolvePlace: (text: string) => Place | null;
}
