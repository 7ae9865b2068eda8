import type { ParsedResume } from '@/domain/resumes/schema';

const BLOCK = '•';
const EMAIL = /[\w.+-]+@[\w-]+(\.[\w-]+)+/giu;
const LINK = /\b(?:https?:\/\/|www\.)\S+|\b(?:linkedin|github|behance|dribbble|medium)\.com\/\S+/giu;
const PHONE = /\+?\d[\d ()./-]{6,}\d/gu;
/** Labelled personal lines of Indian CVs: birth, family, identity papers, address, photo. */
const PERSONAL_LINE =
  /^[ \t•*-]*(?:date of birth|d\.?\s?o\.?\s?b\.?|birth\s?date|age|sex|gender|marital status|father'?s name|mother'?s name|husband'?s name|spouse|nationality|religion|caste|passport(?: no\.?)?|aadhaa?r(?: no\.?)?|pan(?: no\.?)?|permanent address|present address|address|residence)\b.*$/gimu;
const PRONOUN = /\b(?:he\/him|she\/her|they\/them)(?:\/\w+)?\b|\((?:he|she|they)\b[^)]{0,20}\)/giu;

/** Blocks out letters and digits and keeps the length, so that every span of the résumé still points at its passage. */
const blockOut = (passage: string): string => passage.replace(/[\p{L}\p{N}@+]/gu, BLOCK);

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const digits = (text: string): number => text.replace(/\D/g, '').length;

/**
 * A résumé's text as an employer may see it before the person applied or was shortlisted: name, addresses, links, phones,
 * birth and family lines blocked out, per the `pre_shortlist` column of `config/mask_data.json`. Same length as the input.
 */
export const maskResumeText = (resume: ParsedResume): string => {
  const names = (resume.name?.value ?? '')
    .split(/[\s.,'’-]+/u)
    .filter((word) => word.length > 1)
    .map(escape);
  const masked = resume.text
    .replace(EMAIL, blockOut)
    .replace(LINK, blockOut)
    .replace(PERSONAL_LINE, blockOut)
    .replace(PRONOUN, blockOut)
    // Eight digits and more are a telephone; years and amounts are shorter, date ranges hold two years.
    .replace(PHONE, (match) =>
      digits(match) >= 9 && !/^(19|20)\d{2}\D+(19|20)\d{2}$/.test(match) ? blockOut(match) : match,
    );
  return names.length === 0
    ? masked
    : masked.replace(new RegExp(`(?<![\\p{L}])(?:${names.join('|')})(?![\\p{L}])`, 'giu'), blockOut);
};
