/** Writer of amounts in minor units as people of the currency write them: lakhs for rupees; decimals only when there are any. */
export function moneyIn(currency: string): (minor: number) => string {
  const format = new Intl.NumberFormat(currency === 'INR' ? 'en-IN' : 'en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  });
  const unit = 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
  return (minor) => format.format(minor / unit);
}

export const PER_WORDS = { hour: 'an hour', month: 'a month', project: 'for the project' } as const;
