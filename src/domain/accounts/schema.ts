import { z } from 'zod';
import { memberRoleSchema } from '@/domain/kernel/policy';
import { timeZoneSchema } from '@/domain/scoring/schema';
import { todaysName } from '@/domain/scoring/time-zones';

export const TOKEN_PURPOSES = ['verify_email', 'reset_password', 'account_exists'] as const;
export type TokenPurpose = (typeof TOKEN_PURPOSES)[number];

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, 'Type your e-mail address.')
  .max(254, 'This address is too long.')
  .pipe(z.email('This does not look like an e-mail address.'));

export const passwordSchema = z
  .string()
  .min(10, 'This has fewer than ten characters.')
  .max(200, 'Use at most 200 characters.');

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

export const signUpSchema = z.object({
  name: z.string().trim().min(1, 'Tell us your name.').max(120, 'Use at most 120 characters.'),
  organizationName: z
    .string()
    .trim()
    .min(2, 'Name your organisation.')
    .max(120, 'Use at most 120 characters.'),
  email: emailSchema,
  password: passwordSchema,
  // Some browsers say Asia/Calcutta: one zone under two names would have two nights of runs.
  timeZone: timeZoneSchema.refine(isTimeZone, 'This time zone is not known.').overwrite(todaysName),
});
export type SignUp = z.infer<typeof signUpSchema>;

export const signInSchema = z.object({
  email: emailSchema,
  password: z.string().min(1, 'Type your password.').max(200, 'Use at most 200 characters.'),
});
export type SignIn = z.infer<typeof signInSchema>;

/** `unverified`: the password was right, but the address is not confirmed yet; nobody is signed in. */
export const signInResultSchema = z.object({ status: z.enum(['signed_in', 'unverified']) });
export type SignInResult = z.infer<typeof signInResultSchema>;

const INCOMPLETE = 'This link is incomplete. Open it from the mail again.';
export const tokenSchema = z.object({ token: z.string().min(20, INCOMPLETE).max(300, INCOMPLETE) });
/** A confirmation: the mailed link, and the password that the sign-up chose. */
export const verifyEmailSchema = tokenSchema.extend({ password: signInSchema.shape.password });
export const emailOnlySchema = z.object({ email: emailSchema });
export const resetPasswordSchema = tokenSchema.extend({ password: passwordSchema });

/** The same answer whether or not the address is known. */
export const acceptedSchema = z.object({ accepted: z.literal(true) });
export type Accepted = z.infer<typeof acceptedSchema>;
export const ACCEPTED: Accepted = { accepted: true };

export const meSchema = z.object({
  user: z.object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    emailVerified: z.boolean(),
    timeZone: z.string(),
    locale: z.string(),
  }),
  organization: z.object({ id: z.uuid(), name: z.string(), timeZone: z.string() }).nullable(),
  role: memberRoleSchema.nullable(),
  platformAdmin: z.boolean(),
});
export type Me = z.infer<typeof meSchema>;

/** What a limited call is about: the account it names, or the token it tries. */
export const accountKeySchema = z.union([
  emailOnlySchema.transform(({ email }) => `email:${email}`),
  z.object({ token: z.string().max(300) }).transform(({ token }) => `token:${token}`),
]);
