'use client';
import { ActionIcon, Button, Checkbox, Group, Text, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { AsyncSearch } from '@/ui/questions/async-search';
import { LevelPicker } from '@/ui/questions/level-picker';
import { partOf, type ControlProps } from '@/ui/questions/question-meta';
import classes from '@/ui/questions/questions.module.css';
import { useQuestionSources, type SkillChoice } from '@/ui/questions/sources';

export interface SkillDraft {
  skillId: string;
  level: number;
  knockOut?: boolean;
}

const USUAL_LEVEL = 3;
const SUGGESTED = 5;

/** The list with the item at `index` moved by one place. */
function moved<Item>(list: readonly Item[], index: number, by: -1 | 1): Item[] {
  const next = [...list];
  const [item] = next.splice(index, 1);
  if (item !== undefined) next.splice(index + by, 0, item);
  return next;
}

/** Skills with a level each, in the order that matters to the reader; must-haves may be knock-outs. */
export function SkillPicker(props: ControlProps<SkillDraft[]>) {
  const { question, value = [], onChange, disabled, inputId } = props;
  const { searchSkills, skillNames, suggestedSkills } = useQuestionSources();
  const [picked, setPicked] = useState<ReadonlyMap<string, string>>(new Map());
  const nameOf = (id: string): string => picked.get(id) ?? skillNames.get(id) ?? id;
  const most = question.bounds?.maxItems ?? Infinity;
  const levels = partOf(question, 'level').options ?? [];
  const knockOut = question.parts?.['knockOut'];
  const taken = new Set(value.map(({ skillId }) => skillId));
  const suggestions = suggestedSkills.filter(({ id }) => !taken.has(id)).slice(0, SUGGESTED);

  const tell = (skills: SkillDraft[]): void => onChange(skills.length === 0 ? undefined : skills);
  const set = (index: number, change: Partial<SkillDraft>): void =>
    tell(value.map((skill, at) => (at === index ? { ...skill, ...change } : skill)));
  const add = ({ id, name }: SkillChoice): void => {
    setPicked(new Map(picked).set(id, name));
    if (taken.has(id) || value.length >= most) return;
    tell([...value, { skillId: id, level: USUAL_LEVEL, ...(knockOut && { knockOut: false }) }]);
  };

  return (
    <>
      {value.length > 0 && (
        <ol className={classes.list}>
          {value.map((skill, index) => {
            const name = nameOf(skill.skillId);
            return (
              <li key={skill.skillId} className={classes.skill} data-knock-out={knockOut ? true : undefined}>
                <Text fw={550} truncate className={classes.skillName} title={name}>
                  {name}
                </Text>
                <LevelPicker
                  label={name}
                  options={levels}
                  value={skill.level}
                  onChange={(level) => set(index, { level })}
                  disabled={disabled}
                />
                {knockOut && (
                  <Checkbox
                    label={knockOut.label}
                    aria-label={`${knockOut.label}: ${name}`}
                    checked={skill.knockOut ?? false}
                    onChange={(event) => set(index, { knockOut: event.currentTarget.checked })}
                    disabled={disabled}
                  />
                )}
                <Group gap={0} wrap="nowrap" className={classes.rowTools}>
                  <Tooltip label="Higher">
                    <ActionIcon
                      aria-label={`Move ${name} up`}
                      onClick={() => tell(moved(value, index, -1))}
                      disabled={disabled || index === 0}
                    >
                      <IconArrowUp size={15} />
                    </ActionIcon>
                  </Tooltip>
                  <Tooltip label="Lower">
                    <ActionIcon
                      aria-label={`Move ${name} down`}
                      onClick={() => tell(moved(value, index, 1))}
                      disabled={disabled || index === value.length - 1}
                    >
                      <IconArrowDown size={15} />
                    </ActionIcon>
                  </Tooltip>
                  <ActionIcon
                    aria-label={`Remove ${name}`}
                    onClick={() => tell(value.filter((_, at) => at !== index))}
                    disabled={disabled}
                  >
                    <IconX size={15} />
                  </ActionIcon>
                </Group>
              </li>
            );
          })}
        </ol>
      )}
      {knockOut?.help && value.length > 0 && (
        <Text size="xs" c="dimmed" mt={6}>
          {knockOut.label}: {knockOut.help}
        </Text>
      )}
      {value.length < most && (
        <div className={classes.addRow}>
          <div className={classes.wide}>
            <AsyncSearch<SkillChoice>
              id={inputId}
              ariaLabel={`${question.label}: add a skill`}
              placeholder={question.placeholder}
              search={searchSkills}
              onPick={add}
              keyOf={({ id }) => id}
              nameOf={({ name }) => name}
              hintOf={({ category }) => category}
              disabled={disabled}
            />
          </div>
          {suggestions.length > 0 && (
            <Group gap={6}>
              <Text size="xs" c="dimmed">
                Usual for this role:
              </Text>
              {suggestions.map((skill) => (
                <Button
                  key={skill.id}
                  variant="default"
                  size="compact-sm"
                  leftSection={<IconPlus size={13} aria-hidden="true" />}
                  onClick={() => add(skill)}
                  disabled={disabled}
                >
                  {skill.name}
                </Button>
              ))}
            </Group>
          )}
        </div>
      )}
    </>
  );
}
