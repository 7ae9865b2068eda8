const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** What stands for a masked person's name, such as `K-307`: made of the id's random tail, so it tells nothing. */
export const maskCode = (candidateId: string): string => {
  const tail = Number.parseInt(candidateId.replaceAll('-', '').slice(-8), 16);
  return `${LETTERS[tail % LETTERS.length] ?? 'A'}-${String(Math.floor(tail / LETTERS.length) % 1000).padStart(3, '0')}`;
};
