import { LEVEL_WORDS, type BoardJob } from '@/domain/jobs/schema/posting';
import classes from '@/ui/board/job.module.css';

const NOTICE_WORDS = {
  same_day: 'Meetings outside the core hours are announced the same day.',
  one_day: 'Meetings outside the core hours are announced a day before.',
  three_days: 'Meetings outside the core hours are announced three days before.',
  no: 'There are no meetings outside the core hours.',
} as const;
const SETUP_WORDS = {
  internet: 'steady internet',
  quiet_room: 'a quiet room',
  power_backup: 'power back-up',
} as const;
const FOCUS_WORDS = {
  strategy: 'Most of the week is setting direction and advising.',
  execution: 'Most of the week is doing the work and delivering it.',
  both: 'You set the plan and carry it out.',
} as const;

const sentences = ({ content, names }: BoardJob): string[] => {
  const { minimum_years: years = 0, licences = [], languages = [], setup = [], domains = [] } = content;
  const said: string[] = [];
  if (years > 0) {
    said.push(
      `${years} relevant ${years === 1 ? 'year' : 'years'} or more. A break never counts against you.`,
    );
  }
  if (licences.length > 0) said.push(`The law asks for this licence: ${licences.join(', ')}.`);
  for (const { code, level } of languages)
    said.push(`${names.languages[code] ?? code} at ${level} or better.`);
  if (domains.length > 0) {
    said.push(
      `Work in ${domains.map((id) => (names.industries[id] ?? id).toLowerCase()).join(' or ')} helps.`,
    );
  }
  if (content.focus !== undefined) said.push(FOCUS_WORDS[content.focus]);
  if (content.meeting_notice != null) said.push(NOTICE_WORDS[content.meeting_notice]);
  if (setup.length > 0) said.push(`The work needs ${setup.map((item) => SETUP_WORDS[item]).join(' and ')}.`);
  return said;
};

/** What the job asks for, in plain words. */
export const Needs = ({ job }: { job: BoardJob }) => {
  const { must_have_skills: needed = [], nice_to_have_skills: helpful = [] } = job.content;
  const skillName = (id: string): string => job.names.skills[id] ?? id;
  const said = sentences(job);
  return (
    <>
      {(needed.length > 0 || said.length > 0) && (
        <section>
          <h2>You will need</h2>
          {needed.length > 0 && (
            <ul className={classes.needs}>
              {needed.map(({ skillId, level }) => (
                <li key={skillId}>
                  {skillName(skillId)}
                  <span>{LEVEL_WORDS[level]}</span>
                </li>
              ))}
            </ul>
          )}
          {said.map((sentence) => (
            <p key={sentence} className={classes.said}>
              {sentence}
            </p>
          ))}
        </section>
      )}
      {helpful.length > 0 && (
        <section>
          <h2>Helpful, not needed</h2>
          <p>{helpful.map(({ skillId }) => skillName(skillId)).join(', ')}</p>
        </section>
      )}
    </>
  );
};
