'use client';
import { Group, NumberInput, Text } from '@mantine/core';
import { WORK_MODES, type Place } from '@/domain/scoring/schema';
import { OneChip } from '@/ui/questions/choice-chips';
import { PlacePicker } from '@/ui/questions/place-picker';
import { messageAt, numberOrUndefined, partOf, type ControlProps } from '@/ui/questions/question-meta';
import classes from '@/ui/questions/questions.module.css';

type WorkMode = (typeof WORK_MODES)[number];

export interface WorkModeDraft {
  mode?: WorkMode | undefined;
  daysOnSite?: number | null | undefined;
  place?: Place | null | undefined;
  radiusKm?: number | null | undefined;
}

/** Remote, hybrid or on site; the last two also say where, within what distance, and for hybrid how often. */
export function WorkModeQuestion(props: ControlProps<WorkModeDraft>) {
  const { question, value, onChange, issues, disabled, labelId } = props;
  const change = (next: WorkModeDraft): void => {
    const merged = { daysOnSite: null, place: null, radiusKm: null, ...value, ...next };
    onChange({
      ...merged,
      daysOnSite: merged.mode === 'hybrid' ? (merged.daysOnSite ?? 2) : null,
      ...(merged.mode === 'remote' && { place: null, radiusKm: null }),
    });
  };
  const { mode } = value ?? {};
  const days = partOf(question, 'daysOnSite');
  const place = partOf(question, 'place');
  const radius = partOf(question, 'radiusKm');
  return (
    <>
      <OneChip
        options={partOf(question, 'mode').options ?? []}
        labelId={labelId}
        value={mode ?? null}
        onChange={(chosen) => change({ mode: WORK_MODES.find((known) => known === chosen) })}
        disabled={disabled}
      />
      {mode !== undefined && mode !== 'remote' && (
        <Group gap={12} mt={12} align="flex-start">
          {mode === 'hybrid' && (
            <NumberInput
              className={classes.short}
              label={days.label}
              value={value?.daysOnSite ?? ''}
              onChange={(next) => change({ daysOnSite: numberOrUndefined(next) ?? null })}
              min={days.bounds?.min ?? 1}
              max={days.bounds?.max ?? 5}
              error={messageAt(issues, question, 'daysOnSite')}
              disabled={disabled}
            />
          )}
          <div className={classes.wide}>
            <PlacePicker
              label={place.label}
              placeholder={place.placeholder}
              value={value?.place ?? null}
              onChange={(next) => change({ place: next })}
              error={messageAt(issues, question, 'place')}
              disabled={disabled}
            />
          </div>
          <div>
            <NumberInput
              className={classes.short}
              label={radius.label}
              placeholder="Any distance"
              value={value?.radiusKm ?? ''}
              onChange={(next) => change({ radiusKm: numberOrUndefined(next) ?? null })}
              min={radius.bounds?.min ?? 1}
              max={radius.bounds?.max ?? 500}
              step={radius.bounds?.step ?? 5}
              suffix=" km"
              error={messageAt(issues, question, 'radiusKm')}
              disabled={disabled}
            />
            <Text size="xs" c="dimmed" mt={2} maw={180}>
              {radius.help}
            </Text>
          </div>
        </Group>
      )}
    </>
  );
}
