import { darkVariables, lightVariables, sharedVariables } from '@/ui/tokens';

const rules = (variables: Record<string, string>): string =>
  Object.entries(variables)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');

/** The tokens of both schemes as a style sheet, for pages that stand without Mantine's provider. */
export const TOKEN_SHEET = `:root{color-scheme:light;${rules(sharedVariables)};${rules(lightVariables)}}:root[data-mantine-color-scheme=dark]{color-scheme:dark;${rules(darkVariables)}}`;
