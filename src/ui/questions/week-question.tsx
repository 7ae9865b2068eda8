'use client';
import { Group, NumberInput } from '@mantine/core';
import { gridMinutes } from '@/domain/scoring/week-grid';
import { messageAt, numberOrUndefined, partOf, type ControlProps } from '@/ui/questions/question-meta';
import { useQuestionSources } from '@/ui/questions/sources';
import { TimeZoneSelect } from '@/ui/questions/time-zone-select';
import { hoursWords } from '@/ui/score-words';
import { EMPTY_GRID } from '@/ui/week-grid/cells';
import { WeekGrid } from '@/ui/week-grid/week-grid';

export interface WeekDraft {
  grid?: string | undefined;
  timeZone?: string | undefined;
  overlapMinutes?: number | undefined;
}

/** A week in a zone; a job also says how much of it one person has to cover. An empty week leaves the question open. */
export function WeekQuestion(props: ControlProps<WeekDraft>) {
  const { question, value, onChange, issues, disabled } = props;
  const { homeZone, secondZone, neededWeek } = useQuestionSources();
  const overlap = question.parts?.['overlapMinutes'];
  const timeZone = value?.timeZone ?? homeZone;
  const grid = value?.grid ?? EMPTY_GRID;
  const minutes = gridMinutes(grid);

  const changeGrid = (next: string): void => {
    const marked = gridMinutes(next);
    if (marked === 0) return onChange(undefined);
    if (!overlap) return onChange({ timeZone, ...value, grid: next });
    // All of it is asked for until somebody asks for less.
    const kept = value?.overlapMinutes ?? minutes;
    return onChange({
      timeZone,
      ...value,
      grid: next,
      overlapMinutes: kept === minutes ? marked : Math.min(kept, marked),
    });
  };

  return (
    <>
      <TimeZoneSelect
        label={partOf(question, 'timeZone').label}
        value={timeZone}
        onChange={(zone) => onChange({ grid, ...value, timeZone: zone })}
        disabled={disabled}
      />
      <div style={{ marginTop: 12 }}>
        <WeekGrid
          label={partOf(question, 'grid').label}
          description={
            overlap === undefined && neededWeek !== undefined
              ? 'Outlined: what this job asks for.'
              : undefined
          }
          value={grid}
          onChange={changeGrid}
          timeZone={timeZone}
          secondZone={secondZone && secondZone.timeZone !== timeZone ? secondZone : undefined}
          stepMinutes={question.bounds?.stepMinutes ?? 30}
          outline={overlap ? undefined : neededWeek}
          word={overlap ? 'Core' : 'Free'}
          error={messageAt(issues, question, 'grid')}
          disabled={disabled}
        />
      </div>
      {overlap && minutes > 0 && (
        <Group mt={12} align="flex-end" gap={12}>
          <NumberInput
            w={170}
            label={overlap.label}
            description={overlap.help}
            value={(value?.overlapMinutes ?? minutes) / 60}
            onChange={(next) => {
              const typed = numberOrUndefined(next);
              if (typed !== undefined) onChange({ ...value, overlapMinutes: Math.round(typed * 4) * 15 });
            }}
            min={0.25}
            max={minutes / 60}
            step={0.5}
            suffix={` of ${hoursWords(minutes)} h`}
            error={messageAt(issues, question, 'overlapMinutes')}
            disabled={disabled}
          />
        </Group>
      )}
    </>
  );
}
