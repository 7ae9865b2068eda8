import { IconEye, IconEyeOff } from '@tabler/icons-react';
import classes from '@/ui/mirror/mirror.module.css';

export interface WhoSeesWhatProps {
  /** The employer may see the name since then. */
  applied: boolean;
}

/** What the employer sees of the person, what nobody sees, and what is seen and never counted. */
export function WhoSeesWhat({ applied }: WhoSeesWhatProps) {
  const since = applied ? 'seen since you applied' : 'seen since you were shortlisted';
  const facts = [
    { what: 'Your name and city', who: since, seen: true },
    { what: 'Work history, skills, week', who: 'seen', seen: true },
    { what: 'Phone and e-mail', who: since, seen: true },
    { what: 'Education and breaks', who: 'seen, never counted', seen: true },
    { what: 'Your answers', who: 'seen', seen: true },
    { what: 'The least pay you named', who: 'only whether it fits', seen: false },
    { what: 'Other employers you applied to', who: 'never seen', seen: false },
  ];
  return (
    <ul className={classes.sees}>
      {facts.map(({ what, who, seen }) => (
        <li key={what}>
          {seen ? (
            <IconEye size={16} stroke={1.6} aria-hidden />
          ) : (
            <IconEyeOff size={16} stroke={1.6} aria-hidden />
          )}
          <span className="fb-grow">{what}</span>
          <small>{who}</small>
        </li>
      ))}
    </ul>
  );
}
