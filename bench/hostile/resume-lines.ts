/** An invented person's résumé, a line each: what is hostile is put around it or into it. */
export function resumeLines(about: { name?: string; extra?: readonly string[] } = {}): string[] {
  return [
    about.name ?? 'Asha Verma',
    'asha.verma@example.com | +91 98765 43210 | Pune, India',
    'EXPERIENCE',
    'Accountant, Northwind Traders Ltd, Jan 2019 - Present',
    'Prepared monthly accounts and tax returns in Tally and Excel',
    'EDUCATION',
    'B.Com, University of Pune, 2015 - 2018',
    'SKILLS',
    'Accounting, Tally, Microsoft Excel, Bookkeeping',
    ...(about.extra ?? []),
  ];
}

/** A résumé that shows the same text under every heading, so that every reader of a field meets it. */
export function inEverySection(bait: string): string[] {
  const headings = ['SUMMARY', 'EXPERIENCE', 'EDUCATION', 'SKILLS', 'LANGUAGES', 'CERTIFICATIONS', 'CONTACT'];
  return [
    'Asha Verma',
    'asha.verma@example.com',
    bait,
    ...headings.flatMap((heading) => [
      heading,
      bait,
      'Accountant, Northwind Traders Ltd, Jan 2019 - Present',
    ]),
  ];
}
