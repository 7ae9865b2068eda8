'use client';

/** The address a mail was just sent to: kept in this tab rather than in a URL, where it would be logged. */
const KEY = 'fb-mail-address';

export const rememberMailAddress = (email: string): void => sessionStorage.setItem(KEY, email);
export const mailAddress = (): string => sessionStorage.getItem(KEY) ?? '';
