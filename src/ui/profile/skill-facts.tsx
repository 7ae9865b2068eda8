'use client';
import { ActionIcon, Button, Text } from '@mantine/core';
import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { EditableProfile } from '@/domain/candidates/schema/editable';
import { asRead, putBack, without } from '@/ui/profile/as-read';
import classes from '@/ui/profile/profile.module.css';
import { AsyncSearch } from '@/ui/questions/async-search';
import { LevelPicker } from '@/ui/questions/level-picker';
import { OWN_LEVELS } from '@/ui/questions/own-levels';
import type { AnswerIssue } from '@/ui/questions/question-meta';
import { useQuestionSources, type SkillChoice } from '@/ui/questions/sources';

type Skill = EditableProfile['skills'][number];
type Level = NonNullable<Skill['level']>;

const SHOWN = 6;
const isLevel = (level: number): level is Level => [1, 2, 3, 4].includes(level);

export interface SkillFactsProps {
  skills: readonly Skill[];
  read: readonly Skill[] | undefined;
  issues: readonly AnswerIssue[];
  onChange: (skills: Skill[]) => void;
}

/** Skills of the taxonomy, each with a level that may stay open. */
export function SkillFacts({ skills, read, issues, onChange }: SkillFactsProps) {
  const { searchSkills, skillNames } = useQuestionSources();
  const [picked, setPicked] = useState<ReadonlyMap<string, string>>(new Map());
  const [all, setAll] = useState(false);
  const [removed, setRemoved] = useState<readonly { item: Skill; at: number }[]>([]);
  const nameOf = (id: string): string => picked.get(id) ?? skillNames.get(id) ?? id;
  const wrong = issues.find(({ path }) => path === 'skills' || path.startsWith('skills.'));
  const shown = all || wrong !== undefined ? skills : skills.slice(0, SHOWN);

  const add = ({ id, name }: SkillChoice): void => {
    setPicked(new Map(picked).set(id, name));
    setAll(true);
    if (!skills.some(({ skillId }) => skillId === id))
      onChange([...skills, { from: null, skillId: id, level: null }]);
  };

  return (
    <section className={classes.list} aria-label="Skills">
      <h3 className={classes.heading}>Skills</h3>
      {skills.length === 0 && (
        <Text size="sm" c="dimmed" className={classes.empty}>
          None yet. They carry the most weight: add what you would be asked for.
        </Text>
      )}
      {skills.length > 0 && (
        <Text size="sm" c="dimmed" className={classes.empty}>
          {OWN_LEVELS.map(({ value, label }) => `${value} ${label}`).join(', ')}. Leave open what you cannot
          say.
        </Text>
      )}
      {shown.map((skill, index) => {
        const name = nameOf(skill.skillId);
        return (
          <div key={skill.skillId} className={classes.skill}>
            <div className={classes.skillName}>
              <Text fw={600}>{name}</Text>
              {!asRead(skill, read) && (
                <Text size="xs" c="dimmed">
                  Your version
                </Text>
              )}
            </div>
            <LevelPicker
              label={name}
              options={OWN_LEVELS}
              value={skill.level ?? 0}
              onChange={(level) =>
                onChange(
                  skills.map((other, at) => (at === index && isLevel(level) ? { ...other, level } : other)),
                )
              }
            />
            <ActionIcon
              aria-label={`Remove ${name}`}
              className={classes.tool}
              onClick={() => {
                // Only names of skills at hand are looked up.
                setPicked(new Map(picked).set(skill.skillId, name));
                setRemoved([...removed, { item: skill, at: index }]);
                onChange(without(skills, index));
              }}
            >
              <IconX size={16} />
            </ActionIcon>
          </div>
        );
      })}
      {shown.length < skills.length && (
        <Button variant="subtle" size="compact-sm" className={classes.add} onClick={() => setAll(true)}>
          Show {skills.length - shown.length} more skills
        </Button>
      )}
      {removed.map((entry) => (
        <div key={entry.item.skillId} className={classes.removed} role="status">
          <Text size="sm" c="dimmed">
            Removed: {nameOf(entry.item.skillId)}
          </Text>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconArrowBackUp size={15} aria-hidden="true" />}
            aria-label={`Put back ${nameOf(entry.item.skillId)}`}
            onClick={() => {
              setRemoved(removed.filter((other) => other !== entry));
              if (!skills.some(({ skillId }) => skillId === entry.item.skillId))
                onChange(putBack(skills, entry.at, entry.item));
            }}
          >
            Put back
          </Button>
        </div>
      ))}
      {wrong !== undefined && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {wrong.message}
        </Text>
      )}
      <div className={classes.search}>
        <AsyncSearch<SkillChoice>
          ariaLabel="Add a skill"
          placeholder="Add a skill: Tally, payroll, SAP FI…"
          search={searchSkills}
          onPick={add}
          keyOf={({ id }) => id}
          nameOf={({ name }) => name}
          hintOf={({ category }) => category}
        />
      </div>
    </section>
  );
}
