import { createHash } from 'node:crypto';
import type { Faults, Settings } from './settings';

type Kind = Exclude<keyof Faults, 'seed' | 'delayMs'>;

/** What is published or delivered; identical messages are told apart by counting them. */
type Subject = { config: { url: string }; body: Buffer };

/** Longest that a reordered message is held back, in milliseconds: enough for its neighbours to pass. */
const REORDER_MS = 50;

export type FaultPlan = {
  /** What goes wrong with this publish, if anything. */
  publish: (subject: Subject) => 'failPublish' | 'dropReply' | undefined;
  /** @returns milliseconds that this try is held back */
  hold: (subject: Subject) => number;
  /** What goes wrong with this delivery. */
  delivery: (subject: Subject) => { duplicate: boolean; dropAck: boolean };
};

/** Decides faults by hashing the seed with what is handled, so that a run can be repeated under any timing. */
export function planFaults(settings: () => Settings): FaultPlan {
  const seen = new Map<string, number>();
  const number = (seed: number, text: string): number =>
    createHash('sha256').update(`${seed} ${text}`).digest().readUInt32BE() / 2 ** 32;

  /** @returns a number in [0, 1) when the fault strikes: how far below its probability the roll fell */
  const strikes = (kind: Kind, { config, body }: Subject): number | undefined => {
    const { faults } = settings();
    if (faults[kind] === 0) return undefined;
    // Without the origin: ports differ from run to run.
    const name = `${kind} ${config.url.replace(/^https?:\/\/[^/]*/, '')} ${body.toString('latin1')}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    const roll = number(faults.seed, `${name} ${times}`);
    return roll < faults[kind] ? roll / faults[kind] : undefined;
  };

  return {
    publish: (subject) => {
      if (strikes('failPublish', subject) !== undefined) return 'failPublish';
      return strikes('dropReply', subject) === undefined ? undefined : 'dropReply';
    },
    hold: (subject) =>
      settings().faults.delayMs * (strikes('delay', subject) ?? 0) +
      REORDER_MS * (strikes('reorder', subject) ?? 0),
    delivery: (subject) => ({
      duplicate: strikes('duplicate', subject) !== undefined,
      dropAck: strikes('dropAck', subject) !== undefined,
    }),
  };
}
