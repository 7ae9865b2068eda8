'use client';
import { Kbd, Modal } from '@mantine/core';
import classes from '@/ui/shell/shell.module.css';

export interface SheetKey {
  /** As written on the keys; each does it alone, unless they are pressed together. */
  keys: readonly string[];
  does: string;
  /** Pressed at once: "Ctrl K". */
  together?: boolean;
}

function Keys({ title, keys }: { title: string; keys: readonly SheetKey[] }) {
  return (
    <section>
      <h3 className={classes.sheetTitle}>{title}</h3>
      <dl className={classes.sheet}>
        {keys.map(({ keys: caps, does, together = false }) => (
          <div key={caps.join()}>
            <dt>
              {caps.map((cap, index) => (
                <span key={cap}>
                  {together && index > 0 && <span aria-hidden="true">+ </span>}
                  <Kbd size="sm">{cap}</Kbd>
                </span>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export interface KeySheetProps {
  /** Those of the page that is open. */
  page: readonly SheetKey[];
  /** Those of every page. */
  everywhere: readonly SheetKey[];
  opened: boolean;
  onClose: () => void;
}

/** Every key that works here. */
export function KeySheet({ page, everywhere, opened, onClose }: KeySheetProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" size="sm">
      {page.length > 0 && <Keys title="On this page" keys={page} />}
      <Keys title="On every page" keys={everywhere} />
    </Modal>
  );
}
