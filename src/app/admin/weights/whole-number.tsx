'use client';
import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';

export interface WholeNumberProps extends Omit<NumberInputProps, 'value' | 'onChange' | 'onBlur'> {
  value: number;
  onChange: (value: number) => void;
}

/** A whole number from 0. An empty field is somebody about to type: what was there holds, and stands there again when they leave. */
export const WholeNumber = ({ value, onChange, ...rest }: WholeNumberProps) => {
  const [empty, setEmpty] = useState(false);
  return (
    <NumberInput
      {...rest}
      allowDecimal={false}
      allowNegative={false}
      value={empty ? '' : value}
      onChange={(next) => {
        setEmpty(next === '');
        if (next !== '') onChange(Number(next));
      }}
      onBlur={() => setEmpty(false)}
    />
  );
};
