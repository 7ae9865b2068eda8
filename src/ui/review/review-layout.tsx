'use client';
import { ActionIcon, Box, SegmentedControl, VisuallyHidden } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import classes from '@/ui/review/review.module.css';

export type ReviewTab = 'why' | 'resume' | 'week' | 'answers';

export interface ReviewLayoutProps {
  /** Above the list: groups, filters, banner. */
  listHead: ReactNode;
  list: ReactNode;
  /** `<BulkBar>` while people are selected, else nothing. */
  bulkBar: ReactNode;
  /** The open person; null shows `nobody`. */
  person: {
    id: string;
    /** `<PersonHeader>`. */
    header: ReactNode;
    /** `<PhoneSummary>`. */
    summary: ReactNode;
    /** The score in whole points, for the name of the tab. */
    points: number;
    /** `<MatchResumeTools>`, in one row with what is read; none while masked. */
    resumeTools: ReactNode;
    resume: ReactNode;
    answers: ReactNode;
    /** `<WhyPanel>`, which also holds the week. */
    why: ReactNode;
    /** `<ThumbBar>`. */
    thumbBar: ReactNode;
  } | null;
  nobody: ReactNode;
  /** Over the panes while another person is on the way, or why they did not come. */
  loading: ReactNode;
  /** Where a phone leads back to: the job, the place in its list, and how far along that is (0–1). */
  backTo: { title: string; text: string; part: number };
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
  const { listHead, list, bulkBar, person, nobody, loading, backTo, keyBar, tab, onTab, onBack, toast } =
    props;
  const pane = useRef<HTMLDivElement>(null);
  const id = person?.id;
  const hasTools = tab !== 'answers' && Boolean(person?.resumeTools);
  // Another person is read from the beginning.
  useEffect(() => {
    if (id === undefined) return;
    pane.current?.scrollTo(0, 0);
    pane.current?.querySelectorAll('[data-scrolls]').forEach((part) => part.scrollTo(0, 0));
  }, [id]);
  return (
    <div
      className={classes.layout}
      data-tab={tab}
      data-person={person !== null || Boolean(loading) || undefined}
    >
      <section className={classes.listPane} aria-label="Ranking">
        <div className={classes.listHead}>{listHead}</div>
        {list}
      </section>
      <div className={classes.personPane} ref={pane}>
        {(person !== null || loading) && (
          <div className={classes.backBar}>
            <ActionIcon size={44} aria-label="Back to the list" onClick={onBack}>
              <IconChevronLeft size={22} />
            </ActionIcon>
            <div className={classes.backTo}>
              <b>{backTo.title}</b>
              <span>{backTo.text}</span>
            </div>
            <i className={classes.backPart} style={{ width: `${100 * backTo.part}%` }} />
          </div>
        )}
        {loading && <div className={classes.cover}>{loading}</div>}
        {person === null ? (
          !loading && nobody
        ) : (
          <>
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
                  { value: 'why', label: `Why ${person.points}` },
                  { value: 'resume', label: 'Résumé' },
                  { value: 'week', label: 'Week' },
                  { value: 'answers', label: 'Answers' },
                ]}
              />
            </div>
            <div className={classes.panes}>
              <section className={classes.readPane} aria-label="Résumé and answers">
                <div className={classes.readHead} data-tools={hasTools || undefined}>
                  <VisuallyHidden component="h3">{tab === 'answers' ? 'Answers' : 'Résumé'}</VisuallyHidden>
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
                  {hasTools && person.resumeTools}
                </div>
                {/* Scrolls by keys as well: nothing inside it need be focusable. */}
                <Box
                  component="section"
                  className={classes.scroll}
                  tabIndex={0}
                  aria-label="Reading pane"
                  data-scrolls
                >
                  {tab === 'answers' ? person.answers : person.resume}
                </Box>
              </section>
              <section className={classes.whyPane} aria-label="Why" data-scrolls>
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
