'use client';
import { Input, NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { MONTH_OPTIONS } from '@/ui/profile/as-read';
import classes from '@/ui/profile/profile.module.css';

export interface MonthFieldProps {
  label: string;
  /** `YYYY-MM`, `YYYY`, whatever was typed so far, or null. */
  value: string | null;
  onChange: (value: string | null) => void;
  error?: ReactNode;
  disabled?: boolean;
}

/** A month of a year, or a year alone; a year that is not finished is told as it stands. */
export function MonthField({ label, value, onChange, error, disabled = false }: MonthFieldProps) {
  const known = value === 'present' ? null : value;
  const [month, setMonth] = useState(known?.split('-')[1] ?? '');
  const [year, setYear] = useState(known?.split('-')[0] ?? '');
  const tell = (nextMonth: string, nextYear: string): void => {
    setMonth(nextMonth);
    setYear(nextYear);
    if (nextYear === '') onChange(null);
    else onChange(nextMonth === '' ? nextYear : `${nextYear}-${nextMonth}`);
  };
  return (
    <Input.Wrapper label={label} error={error} labelElement="div">
      <div className={classes.month}>
        <NativeSelect
          aria-label={`${label}: month`}
          size="sm"
          data={[{ value: '', label: 'Month' }, ...MONTH_OPTIONS]}
          value={month}
          onChange={(event) => tell(event.currentTarget.value, year)}
          disabled={disabled}
        />
        <TextInput
          aria-label={`${label}: year`}
          inputMode="numeric"
          placeholder="Year"
          value={year}
          onChange={(event) => tell(month, event.currentTarget.value.trim())}
          error={Boolean(error)}
          disabled={disabled}
        />
      </div>
    </Input.Wrapper>
  );
}
