import { daysAsked } from '../factors/work-mode';
import { counted } from '../months';
import { clockTime, DAY_NAMES } from '../names';
import {
  CELL_MINUTES,
  DAY_CELLS,
  emptyWeek,
  encodeGrid,
  hasCell,
  rangesOf,
  setCell,
  type Week,
} from '../week-grid';
import { changed, type Change, type Changes } from './change';

export const hoursChanges: Changes = ({ job: { hours } }, { facts }) => {
  if (!hours) return [];
  const factor = 'hours';
  const changes: Change[] = [];
  if (!facts.hours) {
    const otherWork = facts.otherWork ?? { hoursPerWeek: 0, alreadyExcluded: true };
    const best = { hours: { min: hours.min, max: hours.max }, otherWork };
    changes.push(changed(facts, best, { factor, kind: 'unknown', fact: 'hours', text: 'Hours that fit' }));
  } else {
    const { min, max } = facts.hours;
    const other = facts.otherWork && !facts.otherWork.alreadyExcluded ? facts.otherWork.hoursPerWeek : 0;
    if (max - other < hours.min) {
      const text = `${hours.min} h a week`;
      const more = { hours: { min, max: hours.min + other } };
      changes.push(changed(facts, more, { factor, kind: 'step', fact: 'hours', text }));
    }
    if (min > hours.max) {
      const fewer = { hours: { min: hours.max, max } };
      changes.push(
        changed(facts, fewer, {
          factor,
          kind: 'step',
          fact: 'hours',
          text: `${hours.max} h a week or fewer`,
        }),
      );
    }
  }
  if (!facts.otherWork) {
    const none = { otherWork: { hoursPerWeek: 0, alreadyExcluded: true } };
    const text = 'No other paid work in those hours';
    changes.push(changed(facts, none, { factor, kind: 'unknown', fact: 'other_work', text }));
  }
  return changes;
};

/** `Wednesday till 18:30` when the missing cells follow marked ones, `from` when they lead to them, else the stretch. */
function stretchInWords(marked: Week, missing: Week, day: number): string {
  const [range, ...more] = rangesOf(missing).filter((each) => each.day === day);
  const name = DAY_NAMES[day] ?? '';
  if (!range || more.length > 0) return `All core hours on ${name}`;
  const from = day * DAY_CELLS + range.from / CELL_MINUTES;
  const to = day * DAY_CELLS + range.to / CELL_MINUTES;
  if (range.from > 0 && hasCell(marked, from - 1)) return `${name} till ${clockTime(range.to)}`;
  if (range.to < 1440 && hasCell(marked, to)) return `${name} from ${clockTime(range.from)}`;
  return `${name} ${clockTime(range.from)}–${clockTime(range.to)}`;
}

export const weekChanges: Changes = ({ core, job }, { facts, week }) => {
  if (!core || !job.coreHours) return [];
  const factor = 'schedule_overlap';
  const { grid, timeZone } = job.coreHours;
  const needs = week && core.inZone(week.timeZone);
  if (!week || !needs) {
    const text = 'A week that covers the core hours';
    return [changed(facts, { week: { grid, timeZone } }, { factor, kind: 'unknown', fact: 'week', text })];
  }
  const changes: Change[] = [];
  if (week.flexibilityUnknown) {
    const text = 'Hours that can move';
    changes.push(
      changed(facts, { flexibility: 'full' }, { factor, kind: 'unknown', fact: 'flexibility', text }),
    );
  }
  const reached = week.flexibilityUnknown ? week.fixed : week.wide;
  for (const day of DAY_NAMES.keys()) {
    const missing = emptyWeek();
    const more = Uint32Array.from(week.fixed);
    for (let cell = day * DAY_CELLS; cell < (day + 1) * DAY_CELLS; cell++) {
      if (hasCell(reached, cell) || !needs.some(({ need }) => hasCell(need, cell))) continue;
      setCell(missing, cell);
      setCell(more, cell);
    }
    const text = stretchInWords(week.fixed, missing, day);
    const extended = { week: { grid: encodeGrid(more), timeZone: week.timeZone } };
    changes.push(changed(facts, extended, { factor, kind: 'step', fact: 'week', text }));
  }
  return changes;
};

export const modeChanges: Changes = ({ job: { workMode: asked } }, { facts }) => {
  if (!asked) return [];
  const factor = 'work_mode_location';
  const { modes, place } = facts;
  const days = daysAsked(asked);
  const changes: Change[] = [];
  const fact = 'modes';
  if (!modes) {
    const text =
      asked.mode === 'remote'
        ? 'Remote suits'
        : `${counted(days, 'day')} on site ${days === 1 ? 'suits' : 'suit'}`;
    const best = { modes: { remote: true, maxDaysOnSite: 5, radiusKm: null } };
    changes.push(changed(facts, best, { factor, kind: 'unknown', fact, text }));
  } else if (asked.mode === 'remote' && !modes.remote) {
    changes.push(
      changed(
        facts,
        { modes: { ...modes, remote: true } },
        { factor, kind: 'step', fact, text: 'Remote suits' },
      ),
    );
  } else if (modes.maxDaysOnSite < days) {
    const more = modes.maxDaysOnSite + 1;
    const text = `${counted(more, 'day')} on site`;
    changes.push(
      changed(facts, { modes: { ...modes, maxDaysOnSite: more } }, { factor, kind: 'step', fact, text }),
    );
  }
  if (asked.place && (!place || place.latitude === null)) {
    const text = 'A place within reach';
    changes.push(changed(facts, { place: asked.place }, { factor, kind: 'unknown', fact: 'resume', text }));
  }
  return changes;
};
