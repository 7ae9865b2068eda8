'use client';
import { useState } from 'react';
import type { RejectReason } from '@/domain/pipeline/schema';
import { displayName } from '@/ui/review/words';
import { whoOf } from './decisions';
import { useAsk } from './use-ask';
import type { Review } from './use-review';
import { useSelection } from './use-selection';

/** What a recruiter does with the people of a ranking, by key or button: the selected ones, or the one who is open. */
export const useReviewActions = (jobId: string, review: Review, mayDecide: boolean) => {
  const { rows, openId, match } = review;
  const ask = useAsk(jobId);
  const { checked, check, clear } = useSelection(rows);
  const [rejecting, setRejecting] = useState<readonly string[] | null>(null);
  const [lastRejecting, setLastRejecting] = useState('');
  const shown = match.data;
  const current = openId === null ? [] : [openId];
  const targets = checked.size > 0 ? [...checked] : current;

  const askFor = (ids: readonly string[], questionIds: readonly string[] = []) => {
    const people = ids.map((candidateId) => {
      const row = rows.find((one) => one.candidateId === candidateId);
      return { candidateId, who: row === undefined ? 'this person' : displayName(row) };
    });
    if (mayDecide && people.length > 0) ask.ask(people, questionIds);
  };
  const shortlist = (ids: readonly string[]) => {
    const undecided = ids.filter((id) => rows.find((row) => row.candidateId === id)?.stage !== 'shortlisted');
    if (mayDecide && undecided.length > 0) {
      ask.forgetLast();
      review.decide(undecided, 'shortlisted');
    }
    clear();
  };
  const startReject = (ids: readonly string[]) => {
    if (!mayDecide || ids.length === 0) return;
    setRejecting(ids);
    setLastRejecting(ids.join());
  };
  const mayTakeBack =
    mayDecide &&
    shown !== undefined &&
    shown.person.stage !== 'new' &&
    shown.person.stage !== 'withdrawn' &&
    shown.person.lastEventId !== null;
  /** Takes back what was asked last, then the newest decision of this visit, else what the open person's Undo button would. */
  const undo = () => {
    if (ask.last !== null) ask.undoLast();
    else if (!review.undoLast() && mayTakeBack && shown.person.candidateId === openId)
      review.takeBack(openId);
  };
  const newest = review.newest?.moves ?? [];
  return {
    ask,
    askFor,
    /** Asks the open person: the first missing fact, the one named, or several in one mail. */
    askOpen: (asked: string | readonly string[] = []) =>
      askFor(current, typeof asked === 'string' ? [asked] : asked),
    askChecked: () => {
      askFor([...checked]);
      clear();
    },
    checked,
    check,
    clearChecked: clear,
    toggleOpen: () => openId !== null && check(openId, !checked.has(openId)),
    shortlistTargets: () => shortlist(targets),
    rejectTargets: () => startReject(targets),
    undo,
    /** Whom the dialog asks a reason for; null while nobody is rejected. */
    rejecting: rejecting === null ? null : whoOf(rejecting, rows),
    /** Another one for other people and after each decision: until then what was typed about these is kept. */
    rejectKey: `${lastRejecting} ${review.newest?.id ?? ''}`,
    closeReject: () => setRejecting(null),
    reject: (reason: RejectReason, note: string | null) => {
      ask.forgetLast();
      review.decide(rejecting ?? [], 'rejected', reason, note);
      setRejecting(null);
      clear();
    },
    /** The buttons beside the open person's name. */
    decision: shown && {
      person: shown.person,
      onShortlist: () => shortlist(current),
      onReject: () => startReject(current),
      onUndo: () => {
        ask.forgetLast();
        if (openId !== null) review.takeBack(openId);
      },
      undoKey: newest.every(({ candidateId }) => candidateId === openId),
      busy: shown.person.candidateId !== openId || review.moving.has(openId),
      mayDecide,
    },
  };
};
export type ReviewActions = ReturnType<typeof useReviewActions>;
