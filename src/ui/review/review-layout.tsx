'use client';
import { ActionIcon, Box, SegmentedControl } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from '@/ui/review/review.module.css';
import { wholePoints } from '@/ui/score-words';

export type ReviewTab = 'why' | 'resume' | 'week' | 'answers';

export interface ReviewLayoutProps {
  /** Above the list: groups, filters, banner. */
  listHead: ReactNode;
  list: ReactNode;
  /** `<BulkBar>` while people are selected, else nothing. */
  bulkBar: ReactNode;
  /** The open person; null shows `nobody`. */
  person: {
    /** `<PersonHeader>`. */
    header: ReactNode;
    /** `<PhoneSummary>`. */
    summary: ReactNode;
    /** Hundredths of a point, for the name of the tab. */
    score: number;
    /** Beside the title of the reading pane: a link to the file. */
    resumeTools?: ReactNode;
    resume: ReactNode;
    answers: ReactNode;
    /** `<WhyPanel>`, which also holds the week. */
    why: ReactNode;
    /** `<ThumbBar>`. */
    thumbBar: ReactNode;
  } | null;
  nobody: ReactNode;
  keyBar: ReactNode;
  tab: ReviewTab;
  onTab: (tab: ReviewTab) => void;
  /** Closes the person where only one pane fits. */
  onBack: () => void;
  /** `<UndoToast>`. */
  toast?: ReactNode;
}

/**
 * The three panes: list 384, reading 1fr, why 440. Under 1280 px reading and why take turns behind tabs; under 900 px the list
 * and the person do too. One copy of everything: which pane shows is decided by the sheet.
 */
export function ReviewLayout(props: ReviewLayoutProps) {
  const { listHead, list, bulkBar, person, nobody, keyBar, tab, onTab, onBack, toast } = props;
  return (
    <div className={classes.layout} data-tab={tab} data-person={person !== null || undefined}>
      <section className={classes.listPane} aria-label="Ranking">
        <div className={classes.listHead}>{listHead}</div>
        {list}
      </section>
      <div className={classes.personPane}>
        {person === null ? (
          nobody
        ) : (
          <>
            <div className={classes.backBar}>
              <ActionIcon size={40} aria-label="Back to the list" onClick={onBack}>
                <IconChevronLeft size={20} />
              </ActionIcon>
              Back to the list
            </div>
            {person.header}
            <div className={classes.phoneOnly}>{person.summary}</div>
            <div className={classes.tabs}>
              <SegmentedControl
                fullWidth
                size="sm"
                aria-label="What to show"
                value={tab}
                onChange={onTab}
                data={[
                  { value: 'why', label: `Why ${wholePoints(person.score)}` },
                  { value: 'resume', label: 'Résumé' },
                  { value: 'week', label: 'Week' },
                  { value: 'answers', label: 'Answers' },
                ]}
              />
            </div>
            <div className={classes.panes}>
              <section className={classes.readPane} aria-label="Résumé and answers">
                <div className={classes.readHead}>
                  <h3>{tab === 'answers' ? 'Answers' : 'Résumé'}</h3>
                  <span className="fb-grow" />
                  {person.resumeTools}
                  <SegmentedControl
                    className={classes.readTabs}
                    aria-label="Read"
                    value={tab === 'answers' ? 'answers' : 'resume'}
                    onChange={(value) => onTab(value === 'answers' ? 'answers' : 'resume')}
                    data={[
                      { value: 'resume', label: 'Résumé' },
                      { value: 'answers', label: 'Answers' },
                    ]}
                  />
                </div>
                {/* Scrolls by keys as well: nothing inside it need be focusable. */}
                <Box component="section" className={classes.scroll} tabIndex={0} aria-label="Reading pane">
                  {tab === 'answers' ? person.answers : person.resume}
                </Box>
              </section>
              <section className={classes.whyPane} aria-label="Why">
                {person.why}
              </section>
            </div>
            <div className={`${classes.phoneOnly} ${classes.thumbPlace}`}>{person.thumbBar}</div>
          </>
        )}
        {toast && <div className={classes.toastPlace}>{toast}</div>}
      </div>
      <div className={classes.bulkPlace}>{bulkBar}</div>
      <div className={classes.keyPlace}>{keyBar}</div>
    </div>
  );
}
