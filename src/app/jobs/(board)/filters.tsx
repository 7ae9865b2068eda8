import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { BoardPage } from '@/domain/jobs/schema/board';
import { ENGAGEMENTS, WORK_MODES } from '@/domain/scoring/schema';
import classes from '@/ui/board/board.module.css';
import { boardHref, type BoardParams } from './search-params';
import { SuggestInput } from './suggest-input';

const MODE_WORDS = { remote: 'Remote', hybrid: 'Hybrid', onsite: 'On site' } as const;
const ENGAGEMENT_WORDS = {
  part_time: 'Part-time',
  full_time_flexible: 'Full-time, flexible',
  project: 'Project',
  retainer: 'Retainer',
} as const;

interface ChoicesProps<T extends string> {
  legend: string;
  name: string;
  options: readonly T[];
  words: Record<T, string>;
  chosen: readonly T[];
  counts: Record<string, number>;
}

const Choices = <T extends string>({ legend, name, options, words, chosen, counts }: ChoicesProps<T>) => (
  <fieldset>
    <legend>{legend}</legend>
    {options.map((option) => (
      <label key={option} className={classes.choice}>
        <input type="checkbox" name={name} value={option} defaultChecked={chosen.includes(option)} />
        {words[option]}
        <span className={classes.count}>
          {counts[option] ?? 0}
          <span className={classes.hidden}> jobs</span>
        </span>
      </label>
    ))}
  </fieldset>
);

const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  <label className={classes.field}>
    <span>{label}</span>
    {children}
  </label>
);

/** Everything that narrows the search, but the words. */
export const Filters = ({ params, page }: { params: BoardParams; page: BoardPage }) => {
  const { from, to, place, km, noremote, pay, currency, skill } = params;
  return (
    <>
      <fieldset>
        <legend>Hours a week you can give</legend>
        <div className={classes.pair}>
          <Field label="At least">
            <input type="number" name="from" min={0} max={80} step="any" defaultValue={from ?? ''} />
          </Field>
          <Field label="At most">
            <input type="number" name="to" min={0} max={80} step="any" defaultValue={to ?? ''} />
          </Field>
        </div>
      </fieldset>
      <Choices
        legend="Where"
        name="mode"
        options={WORK_MODES}
        words={MODE_WORDS}
        chosen={params.mode}
        counts={page.counts.mode}
      />
      <fieldset>
        <legend>Near a place</legend>
        <div className={classes.pair} data-wide>
          <Field label="Town or country">
            <SuggestInput
              kind="place"
              name="place"
              maxLength={120}
              defaultValue={place ?? ''}
              placeholder="Pune"
            />
          </Field>
          <Field label="Within (km)">
            <input type="number" name="km" min={1} max={500} defaultValue={km} />
          </Field>
        </div>
        {place !== null && place.trim() !== '' && page.place === null && (
          <p className={classes.wrong} role="alert">
            We do not know this place, so it is not searched by. Try the nearest larger town.
          </p>
        )}
        <label className={classes.choice}>
          <input type="checkbox" name="noremote" value="true" defaultChecked={noremote} />
          Leave out remote jobs
        </label>
      </fieldset>
      <fieldset>
        <legend>Skills, any of them</legend>
        {page.skills.length > 0 && (
          <ul className={classes.chips}>
            {page.skills.map(({ id, name }) => (
              <li key={id}>
                <input type="hidden" name="skill" value={id} />
                {name}
                <a
                  href={boardHref({ ...params, skill: skill.filter((other) => other !== id), after: null })}
                  aria-label={`Remove ${name}`}
                >
                  <IconX size={14} stroke={2} aria-hidden="true" />
                </a>
              </li>
            ))}
          </ul>
        )}
        <Field label="Add a skill">
          <SuggestInput
            // A skill that was typed becomes a chip; the field is free for the next one.
            key={`${skill.join()} ${params.q ?? ''}`}
            kind="skill"
            name="add"
            maxLength={80}
            placeholder="Month-end close, Tally, copywriting"
          />
        </Field>
      </fieldset>
      <fieldset>
        <legend>Pay per hour, at least</legend>
        <div className={classes.pair} data-wide>
          <Field label="Amount">
            <input type="number" name="pay" min={0} step="any" defaultValue={pay ?? ''} />
          </Field>
          <Field label="Currency">
            <select name="currency" defaultValue={currency} data-silent={pay === null ? true : undefined}>
              {page.currencies.map(({ code, symbol }) => (
                <option key={code} value={code}>
                  {symbol === code ? code : `${code} ${symbol}`}
                </option>
              ))}
            </select>
          </Field>
        </div>
        <p className={classes.note}>
          Monthly and project pay is counted per hour. Jobs that show no pay are left out.
        </p>
      </fieldset>
      <Choices
        legend="Engagement"
        name="engagement"
        options={ENGAGEMENTS}
        words={ENGAGEMENT_WORDS}
        chosen={params.engagement}
        counts={page.counts.engagement}
      />
      <div className={classes.actions}>
        <button type="submit" className={classes.button}>
          Show jobs
        </button>
        <a className="fb-link" href="/jobs">
          Clear all
        </a>
      </div>
    </>
  );
};
