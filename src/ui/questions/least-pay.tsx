'use client';
import { Group } from '@mantine/core';
import { currencyOf } from '@/ui/questions/money';
import { AmountInput, CurrencySelect, PeriodControl, type PayPeriod } from '@/ui/questions/pay-parts';
import { messageAt, partOf, type ControlProps } from '@/ui/questions/question-meta';
import { useQuestionSources } from '@/ui/questions/sources';

export interface LeastPayDraft {
  amountMinor?: number | undefined;
  currency?: string | undefined;
  per?: PayPeriod | undefined;
}

/** The least a person would take; an empty amount leaves the question open. */
export function LeastPay({ question, value, onChange, issues, disabled }: ControlProps<LeastPayDraft>) {
  const { currencies, homeCurrency } = useQuestionSources();
  const code = value?.currency ?? homeCurrency;
  const per = value?.per ?? 'hour';
  const currency = currencyOf(currencies, code);
  const amount = partOf(question, 'amountMinor');
  const change = (next: LeastPayDraft): void => {
    const merged = { currency: code, per, ...value, ...next };
    onChange('amountMinor' in next && next.amountMinor === undefined ? undefined : merged);
  };
  return (
    <Group gap={12} align="flex-end">
      <AmountInput
        label={amount.label}
        placeholder={amount.placeholder}
        currency={currency}
        step={currency.ranges[per].step}
        value={value?.amountMinor}
        onChange={(amountMinor) => change({ amountMinor })}
        error={messageAt(issues, question, 'amountMinor')}
        disabled={disabled}
      />
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
  );
}
