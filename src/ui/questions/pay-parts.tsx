'use client';
import { NumberInput, SegmentedControl, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { PAY_PERIODS } from '@/domain/scoring/schema';
import { toMajor, toMinor } from '@/ui/questions/money';
import {
  numberOrUndefined,
  partOf,
  type AnyQuestion,
  type CurrencyEntry,
} from '@/ui/questions/question-meta';
import { useQuestionSources } from '@/ui/questions/sources';

export type PayPeriod = (typeof PAY_PERIODS)[number];

export interface CurrencySelectProps {
  question: AnyQuestion;
  value: string;
  onChange: (code: string) => void;
  disabled: boolean;
}

export function CurrencySelect({ question, value, onChange, disabled }: CurrencySelectProps) {
  const { currencies } = useQuestionSources();
  const known = currencies.some(({ code }) => code === value);
  return (
    <Select
      w={220}
      label={partOf(question, 'currency').label}
      searchable
      allowDeselect={false}
      data={[
        ...currencies.map(({ code, name }) => ({ value: code, label: `${code}, ${name}` })),
        ...(known ? [] : [{ value, label: value }]),
      ]}
      value={value}
      onChange={(code) => code && onChange(code)}
      disabled={disabled}
    />
  );
}

export interface PeriodControlProps {
  question: AnyQuestion;
  value: PayPeriod;
  onChange: (per: PayPeriod) => void;
  disabled: boolean;
}

export function PeriodControl({ question, value, onChange, disabled }: PeriodControlProps) {
  const { label, options = [] } = partOf(question, 'per');
  return (
    <SegmentedControl
      aria-label={label}
      size="sm"
      value={value}
      onChange={onChange}
      data={PAY_PERIODS.map((per) => ({
        value: per,
        label: options.find((option) => option.value === per)?.label ?? per,
      }))}
      disabled={disabled}
    />
  );
}

export interface AmountInputProps {
  label: string;
  placeholder?: string | undefined;
  currency: CurrencyEntry;
  step: number;
  /** Minor units. */
  value: number | undefined;
  onChange: (minor: number | undefined) => void;
  error?: ReactNode;
  disabled: boolean;
}

/** Typed in major units, told in minor ones. */
export function AmountInput(props: AmountInputProps) {
  const { label, placeholder, currency, step, value, onChange, error, disabled } = props;
  return (
    <NumberInput
      w={placeholder ? 200 : 150}
      label={label}
      placeholder={placeholder}
      prefix={`${currency.symbol} `}
      thousandSeparator=","
      decimalScale={currency.digits}
      allowNegative={false}
      min={0}
      step={step}
      value={value === undefined ? '' : toMajor(value, currency)}
      onChange={(major) => {
        const typed = numberOrUndefined(major);
        onChange(typed === undefined ? undefined : toMinor(typed, currency));
      }}
      error={error}
      disabled={disabled}
    />
  );
}
