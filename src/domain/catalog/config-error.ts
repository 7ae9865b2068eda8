/** One thing wrong with a file of `config/`: where it stands and what to change. */
export interface ConfigIssue {
  file: string;
  /** 1-based. */
  line: number;
  /** Dotted path inside the file, or the column of a CSV. */
  field: string;
  message: string;
}

const SHOWN = 10;

/** A file of `config/` cannot be used. The message holds one line per problem: `file:line field: what is wrong`. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly issues: readonly ConfigIssue[]) {
    const lines = issues
      .slice(0, SHOWN)
      .map(({ file, line, field, message }) => `  ${file}:${line} ${field}: ${message}`);
    const more = issues.length > SHOWN ? [`  and ${issues.length - SHOWN} more`] : [];
    super(['The configuration cannot be used:', ...lines, ...more].join('\n'));
  }
}
