import { createElement, type ReactElement } from 'react';
import { render, toPlainText } from 'react-email';
import { AccountExists, type AccountExistsProps } from './account-exists';
import { ApplicationSent, applicationSentTitle, type ApplicationSentProps } from './application-sent';
import { ApplicationWithdrawn } from './application-withdrawn';
import { ContestAnswered, type ContestAnsweredProps } from './contest-answered';
import { ContestOpened, type PersonNoticeProps } from './contest-opened';
import { FactAnswered, factAnsweredTitle, type FactAnsweredProps } from './fact-answered';
import { FactRequest, factRequestTitle, type FactRequestProps } from './fact-request';
import { Invitation, invitationTitle, type InvitationProps } from './invitation';
import { PortalLink, portalLinkTitle, type PortalLinkProps } from './portal-link';
import { ResetPassword, type ResetPasswordProps } from './reset-password';
import { StrongMatches, strongMatchesTitle, type StrongMatchesProps } from './strong-matches';
import { VerifyEmail, type VerifyEmailProps } from './verify-email';

/** A mail, written: everything but to whom and from whom. */
export interface MailContent {
  subject: string;
  html: string;
  text: string;
}

const written = async (subject: string, mail: ReactElement): Promise<MailContent> => {
  const html = await render(mail);
  return {
    subject,
    html,
    text: toPlainText(html, { selectors: [{ selector: 'h1', options: { uppercase: false } }] }).trim(),
  };
};

export const renderVerifyEmail = (props: VerifyEmailProps): Promise<MailContent> =>
  written('Confirm your address', createElement(VerifyEmail, props));

export const renderResetPassword = (props: ResetPasswordProps): Promise<MailContent> =>
  written('Choose a new password', createElement(ResetPassword, props));

export const renderAccountExists = (props: AccountExistsProps): Promise<MailContent> =>
  written('You have an account already', createElement(AccountExists, props));

export const renderInvitation = (props: InvitationProps): Promise<MailContent> =>
  written(invitationTitle(props), createElement(Invitation, props));

export const renderStrongMatches = (props: StrongMatchesProps): Promise<MailContent> =>
  written(strongMatchesTitle(props), createElement(StrongMatches, props));

export const renderApplicationSent = (props: ApplicationSentProps): Promise<MailContent> =>
  written(applicationSentTitle(props), createElement(ApplicationSent, props));

export const renderPortalLink = (props: PortalLinkProps): Promise<MailContent> =>
  written(portalLinkTitle(props), createElement(PortalLink, props));

export const renderContestOpened = (props: PersonNoticeProps): Promise<MailContent> =>
  written(`${props.personName} contests a score`, createElement(ContestOpened, props));

export const renderApplicationWithdrawn = (props: PersonNoticeProps): Promise<MailContent> =>
  written(`${props.personName} withdrew`, createElement(ApplicationWithdrawn, props));

export const renderContestAnswered = (props: ContestAnsweredProps): Promise<MailContent> =>
  written(`${props.organizationName} answered you`, createElement(ContestAnswered, props));

export const renderFactRequest = (props: FactRequestProps): Promise<MailContent> =>
  written(factRequestTitle(props), createElement(FactRequest, props));

export const renderFactAnswered = (props: FactAnsweredProps): Promise<MailContent> =>
  written(factAnsweredTitle(props), createElement(FactAnswered, props));

export type {
  AccountExistsProps,
  ApplicationSentProps,
  PortalLinkProps,
  ResetPasswordProps,
  StrongMatchesProps,
  VerifyEmailProps,
};
export type { StrongMatch } from './strong-matches';
