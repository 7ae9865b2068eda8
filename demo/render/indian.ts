import type { Person } from '../schema';

export const DECLARATION =
  'I hereby declare that the information given above is true to the best of my knowledge and belief.';

/** Label and value pairs of the "Personal Details" part; throws for a person of this layout who has none. */
export function personalRows(person: Person): [string, string][] {
  const { personal } = person;
  if (!personal) throw new Error(`${person.slug} has no personal details`);
  return [
    ['Father’s Name', personal.fatherName],
    ['Date of Birth', personal.dateOfBirth],
    ['Gender', personal.gender],
    ['Marital Status', personal.maritalStatus],
    ['Nationality', personal.nationality],
    ['Languages Known', person.languages.map(({ name }) => name).join(', ')],
    ['Hobbies', personal.hobbies],
    ['Permanent Address', personal.address],
  ];
}
