import { hash, verify } from '@node-rs/argon2';

/** Argon2id with OWASP's second recommended setting: 19 MiB, two passes, one lane; about 15 ms. */
const SETTINGS = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** The hash of a password that nobody knows: checked for unknown addresses, so that they take as long as known ones. */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$vYF5wLYZp5j1N6yD9/nhPw$ZGbxer5IpOrg4YoFGB7k6kNXo0oizW8UK1Ml91vJLKU';

/** The salted argon2id hash of a password, in PHC string form. */
export const hashPassword = (password: string): Promise<string> => hash(password, SETTINGS);

/** Whether `password` belongs to `stored`; without a stored hash it does the same work and says no. */
export const passwordMatches = async (stored: string | undefined, password: string): Promise<boolean> => {
  const matches = await verify(stored ?? NOBODYS_HASH, password).catch(() => false);
  return stored !== undefined && matches;
};
