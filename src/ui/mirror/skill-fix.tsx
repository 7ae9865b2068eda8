'use client';
import { Button, SegmentedControl, Select, Text } from '@mantine/core';
import { useState } from 'react';
import type { AskedSkill } from '@/domain/pipeline/schema/mirror';
import classes from '@/ui/mirror/mirror.module.css';
import { OWN_LEVELS } from '@/ui/questions/own-levels';

const LEVELS = OWN_LEVELS.map(({ value, label }) => ({
  value: String(value),
  label: `${value}, ${label}`,
}));

export interface SkillFixProps {
  skills: readonly AskedSkill[];
  onFix: (skillId: string, level: 1 | 2 | 3 | 4) => void;
  busy: boolean;
}

const WHENCE = {
  parsed: 'read from your résumé',
  corrected: 'told by you',
  answered: 'told by you',
  imported: 'entered by the employer',
} as const;

const understood = ({ held }: AskedSkill): string => {
  if (held === null) return 'Not found in your résumé.';
  const whence = WHENCE[held.provenance];
  return held.level === null
    ? `The skill was ${whence}; its level is not known.`
    : `Level ${held.level}, ${whence}.`;
};

/** One skill the job asks for at a time: what was understood, the passage it came from, and the level to put right. */
export function SkillFix({ skills, onFix, busy }: SkillFixProps) {
  const [skillId, setSkillId] = useState(skills[0]?.skillId ?? '');
  const skill = skills.find((one) => one.skillId === skillId) ?? skills[0];
  const [picked, setPicked] = useState<Record<string, string>>({});
  if (skill === undefined) return null;
  const now = skill.held?.level == null ? '' : String(skill.held.level);
  const level = picked[skill.skillId] ?? now;
  return (
    <div className={classes.fix}>
      <Select
        label="A skill this job asks for"
        data={skills.map((one) => ({ value: one.skillId, label: one.name }))}
        value={skill.skillId}
        onChange={(value) => value !== null && setSkillId(value)}
        allowDeselect={false}
      />
      <Text size="sm" c="dimmed" mt={8}>
        {understood(skill)} The job asks for level {skill.asked}.
      </Text>
      {skill.held?.quote != null && (
        <blockquote className={classes.quote}>
          <mark>{skill.held.quote}</mark>
        </blockquote>
      )}
      <SegmentedControl
        fullWidth
        size="md"
        orientation="vertical"
        mt={8}
        aria-label={`Your level of ${skill.name}`}
        data={LEVELS}
        value={level}
        onChange={(value) => setPicked({ ...picked, [skill.skillId]: value })}
      />
      <Button
        mt={10}
        fullWidth
        loading={busy}
        disabled={level === '' || level === now}
        onClick={() => onFix(skill.skillId, Number(level) as 1 | 2 | 3 | 4)}
      >
        Fix this fact
      </Button>
    </div>
  );
}
