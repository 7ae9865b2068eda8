import { IconCalendar, IconCash, IconClock, IconWorld, type Icon } from '@tabler/icons-react';
import type { PostingWords } from '@/domain/jobs/schema/posting';
import classes from '@/ui/board/job.module.css';

const Fact = ({ icon: FactIcon, main, more }: { icon: Icon; main: string; more: string | null }) => (
  <li>
    <FactIcon size={19} stroke={1.6} aria-hidden="true" />
    <span>
      <b>{main}</b>
      {more !== null && <span>{more}</span>}
    </span>
  </li>
);

/** Hours, pay, place and time of a job, as far as they are told. */
export const JobFacts = ({ words }: { words: PostingWords }) => (
  <ul className={classes.facts}>
    <Fact icon={IconClock} main={words.hours ?? 'Hours by agreement'} more={words.engagement} />
    <Fact
      icon={IconCash}
      main={words.pay ?? 'Pay is not shown'}
      more={words.pay === null ? 'Ask before you start' : null}
    />
    {words.work !== null && <Fact icon={IconWorld} main={words.work} more={null} />}
    {(words.start ?? words.duration) !== null && (
      <Fact
        icon={IconCalendar}
        main={words.start ?? words.duration ?? ''}
        more={words.start === null ? null : words.duration}
      />
    )}
  </ul>
);
