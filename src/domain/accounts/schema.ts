import { z } from 'zod';
import { timeZoneSchema } from '@/domain/scoring/schema';

export const TOKEN_PURPOSES = ['verify_email', 'reset_password'] as const;
export type TokenPurpose = (typeof TOKEN_PURPOSES)[number];

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'This address is too long.')
  .pipe(z.email('This does not look like an e-mail address.'));

export const passwordSchema = z
  .string()
  .min(10, 'Use at least ten characters; a short sentence works well.')
  .max(200, 'Use at most 200 characters.');

export const signUpSchema = z.object({
  name: z.string().trim().min(1, 'Tell us your name.').max(120),
  organizationName: z.string().trim().min(2, 'Name your organisation.').max(120),
  email: emailSchema,
  password: passwordSchema,
  timeZone: timeZoneSchema,
});
export const signInSchema = z.object({
  email: emailSchema,
  password: z.string().min(1, 'Type your password.').max(200),
});
export const tokenSchema = z.object({ token: z.string().min(20).max(300) });
export const requestResetSchema = z.object({ email: emailSchema });
export const resetPasswordSchema = tokenSchema.extend({ password: passwordSchema });
