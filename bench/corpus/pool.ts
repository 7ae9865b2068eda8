/** One line of work: what its people call themselves, do, know and study. */
export interface Field {
  /** From the first job to the last. */
  titles: string[];
  bullets: string[];
  skills: [group: string, items: string[]][];
  projects: [name: string, about: string][];
  certificates: [name: string, issuer: string][];
  /** What is studied: "Computer Science". */
  subjects: string[];
}

/** How people of one country are named, reached, schooled and employed. */
export interface Country {
  given: string[];
  family: string[];
  /** "City|what is printed after it", the second part may be empty. */
  cities: string[];
  /** `d` stands for any digit, `n` for one of 2 to 9. */
  phones: string[];
  /** `%` stands for a made-up word. */
  companies: string[];
  schools: string[];
  /** `%` stands for the subject. */
  degrees: string[];
  results: string[];
  /** The field's words are English all over the corpus; only names, places and forms are local. */
  languages: string[];
  /** Share of people whose family name shrinks to an initial. */
  initials: number;
}

/** The words of one half of the corpus. The two halves share none of their people, employers and phrases. */
export interface Pool {
  fields: Field[];
  countries: Country[];
  /** First parts of employers' names. */
  words: string[];
  headings: Record<Section, string[]>;
  present: string[];
  summaries: string[];
  volunteering: [role: string, organisation: string][];
  hobbies: string[];
  declarations: string[];
}

export type Section =
  | 'summary'
  | 'experience'
  | 'education'
  | 'skills'
  | 'projects'
  | 'certificates'
  | 'languages'
  | 'volunteering'
  | 'references'
  | 'personal'
  | 'declaration'
  | 'contact'
  | 'interests';

/** Items of a list written in one string: "a / b / c". */
export const list = (text: string): string[] => text.trim().split(/\s+\/\s+/);
