import classes from '@/ui/board/board.module.css';

/** Instead of results, for an address that searched more often than a person does. */
export const TooMany = () => (
  <div className={classes.message}>
    <h1 className={classes.heading}>One moment, please</h1>
    <p>
      There were more searches from your network than we answer in a minute. Wait a minute, then reload this
      page.
    </p>
    <p>
      <a className="fb-link" href="/jobs/feed.xml">
        All open jobs as a feed
      </a>
    </p>
  </div>
);
