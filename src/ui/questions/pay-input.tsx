'use client';
import { Checkbox, Group, RangeSlider } from '@mantine/core';
import { currencyOf, toMajor, toMinor } from '@/ui/questions/money';
import { AmountInput, CurrencySelect, PeriodControl, type PayPeriod } from '@/ui/questions/pay-parts';
import { messageAt, partOf, type ControlProps } from '@/ui/questions/question-meta';
import classes from '@/ui/questions/questions.module.css';
import { useQuestionSources } from '@/ui/questions/sources';

export interface PayDraft {
  minMinor?: number | undefined;
  maxMinor?: number | undefined;
  currency?: string | undefined;
  per?: PayPeriod | undefined;
  published?: boolean | undefined;
}

/** A range of pay in a currency, per hour, month or project. Nothing is answered until an amount is. */
export function PayInput({ question, value, onChange, issues, disabled }: ControlProps<PayDraft>) {
  const { currencies, homeCurrency } = useQuestionSources();
  const code = value?.currency ?? homeCurrency;
  const per = value?.per ?? 'hour';
  const currency = currencyOf(currencies, code);
  const range = currency.ranges[per];
  const change = (next: PayDraft): void =>
    onChange({ currency: code, per, published: true, ...value, ...next });
  const published = partOf(question, 'published');
  const clamp = (major: number): number => Math.min(range.max, Math.max(range.min, major));
  const low = clamp(value?.minMinor === undefined ? range.min : toMajor(value.minMinor, currency));
  const high = clamp(value?.maxMinor === undefined ? low : toMajor(value.maxMinor, currency));
  return (
    <>
      <Group gap={12} align="flex-end" mb={12}>
        <PeriodControl
          question={question}
          value={per}
          onChange={(next) => change({ per: next })}
          disabled={disabled}
        />
        <CurrencySelect
          question={question}
          value={code}
          onChange={(next) => change({ currency: next })}
          disabled={disabled}
        />
      </Group>
      <div className={classes.rangeRow}>
        <AmountInput
          label={partOf(question, 'minMinor').label}
          currency={currency}
          step={range.step}
          value={value?.minMinor}
          onChange={(minMinor) => change({ minMinor })}
          error={messageAt(issues, question, 'minMinor')}
          disabled={disabled}
        />
        <RangeSlider
          className={classes.slider}
          size={4}
          thumbSize={16}
          min={range.min}
          max={range.max}
          step={range.step}
          minRange={0}
          label={null}
          value={[low, Math.max(low, high)]}
          onChange={([from, to]) =>
            change({ minMinor: toMinor(from, currency), maxMinor: toMinor(to, currency) })
          }
          thumbFromLabel={`${question.label}: ${partOf(question, 'minMinor').label}`}
          thumbToLabel={`${question.label}: ${partOf(question, 'maxMinor').label}`}
          disabled={disabled}
        />
        <AmountInput
          label={partOf(question, 'maxMinor').label}
          currency={currency}
          step={range.step}
          value={value?.maxMinor}
          onChange={(maxMinor) => change({ maxMinor })}
          error={messageAt(issues, question, 'maxMinor')}
          disabled={disabled}
        />
      </div>
      <Checkbox
        mt={12}
        label={published.label}
        description={published.help}
        checked={value?.published ?? true}
        onChange={(event) => change({ published: event.currentTarget.checked })}
        disabled={disabled}
      />
    </>
  );
}
