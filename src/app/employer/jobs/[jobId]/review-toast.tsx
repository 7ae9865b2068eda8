'use client';
import { UndoToast } from '@/ui/review/undo-toast';
import type { Review } from './use-review';
import type { ReviewActions } from './use-review-actions';

const MOVED: Partial<Record<string, string>> = {
  shortlisted: 'Shortlisted',
  rejected: 'Rejected',
};

/** What was asked or decided last, while it can be taken back before anybody is told. */
export const ReviewToast = ({ review, ask }: { review: Review; ask: ReviewActions['ask'] }) => {
  if (ask.last !== null) {
    return (
      <UndoToast
        key={ask.last.batchIds.join()}
        title={ask.last.title}
        text="The mail leaves when this is gone."
        withKey
        onUndo={ask.undoLast}
        onDone={ask.forgetLast}
      />
    );
  }
  if (review.last === null) return null;
  return (
    <UndoToast
      key={review.last.id}
      title={`${MOVED[review.last.to] ?? 'Moved'} ${review.last.who}`}
      text="Nothing was sent to them."
      withKey
      onUndo={() => void review.undoLast()}
      onDone={review.forgetLast}
    />
  );
};
