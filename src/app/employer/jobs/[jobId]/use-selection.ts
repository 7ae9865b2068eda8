'use client';
import { useState } from 'react';
import { listed } from './decisions';

/** Who is selected of the people that are listed. */
export const useSelection = (rows: readonly { candidateId: string }[]) => {
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  return {
    checked: listed(selection, rows),
    check: (id: string, on: boolean) =>
      setSelection((now) => {
        const next = new Set(now);
        if (on) next.add(id);
        else next.delete(id);
        return next;
      }),
    clear: () => setSelection(new Set()),
  };
};
