import type { Factor } from '@/domain/scoring/schema';
import type { Note } from '@/ui/review/annotate';
import classes from '@/ui/review/resume-reader.module.css';

export interface NoteListProps {
  notes: readonly Note[];
  active: Factor | null;
  onActivate: (factor: Factor) => void;
}

/** What factors say of one place; pressing one turns its evidence honey everywhere. */
export function NoteList({ notes, active, onActivate }: NoteListProps) {
  return notes.map(({ factor, title, lines }) => (
    <button
      key={factor}
      type="button"
      className={classes.note}
      data-on={factor === active || undefined}
      aria-pressed={factor === active}
      onClick={() => onActivate(factor)}
    >
      <b>{title}</b>
      {lines.map((line) => (
        <span key={line} className={classes.line}>
          {line}
        </span>
      ))}
    </button>
  ));
}
