import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  CheckboxIndicator,
  Kbd,
  Menu,
  Modal,
  MultiSelect,
  NumberInput,
  Paper,
  Popover,
  Progress,
  SegmentedControl,
  Select,
  Textarea,
  TextInput,
  Tooltip,
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type VariantColorsResolver,
} from '@mantine/core';
import {
  brick,
  dark,
  darkVariables,
  gray,
  honey,
  lightVariables,
  peacock,
  sharedVariables,
} from '@/ui/tokens';

// autoContrast weighs one scheme only: alone it would put white on the pale fills of the dark scheme.
const ON_FILL: Record<string, string> = {
  peacock: 'var(--fb-on-action)',
  brick: 'var(--fb-on-brick)',
  red: 'var(--fb-on-brick)',
};
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const color = ON_FILL[input.color ?? 'peacock'];
  return input.variant === 'filled' && color ? { ...colors, color } : colors;
};

const onAction = { '--checkbox-icon-color': 'var(--fb-on-action)' };

export const theme = createTheme({
  variantColorResolver,
  primaryColor: 'peacock',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.32,
  colors: { peacock, honey, brick, red: brick, gray, dark },
  black: '#10242C',
  white: '#FFFFFF',
  fontFamily: 'var(--fb-sans)',
  fontSizes: {
    xxs: '0.6875rem',
    xs: '0.75rem',
    sm: '0.8125rem',
    md: '0.875rem',
    lg: '1rem',
    xl: '1.25rem',
  },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.3' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem', xxl: '2rem' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  defaultRadius: 'sm',
  headings: {
    fontFamily: 'var(--fb-display)',
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.875rem', lineHeight: '1.15' },
      h2: { fontSize: '1.375rem', lineHeight: '1.2' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.3' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.3' },
    },
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: 'xs' },
      styles: { root: { fontWeight: 600, flex: 'none' } },
      vars: (_theme, props) => ({ root: props.size === 'xs' ? { '--button-fz': '0.8125rem' } : {} }),
    }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 28 } }),
    Paper: Paper.extend({ defaultProps: { withBorder: true, radius: 'md' } }),
    Badge: Badge.extend({
      defaultProps: { variant: 'light', size: 'sm', radius: 'xs' },
      styles: {
        root: {
          textTransform: 'none',
          fontWeight: 600,
          letterSpacing: 0,
          fontSize: 12,
          paddingInline: 6,
          flex: 'none',
        },
      },
    }),
    Checkbox: Checkbox.extend({
      defaultProps: { size: 'xs', radius: 'xs' },
      vars: () => ({ root: onAction }),
    }),
    CheckboxIndicator: CheckboxIndicator.extend({ vars: () => ({ indicator: onAction }) }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs', radius: 'sm' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'sm' } }),
    // What was typed stays as it is; what is wrong with it is said at the field.
    NumberInput: NumberInput.extend({ defaultProps: { size: 'sm', clampBehavior: 'none' } }),
    Select: Select.extend({ defaultProps: { size: 'sm' } }),
    MultiSelect: MultiSelect.extend({ defaultProps: { size: 'sm' } }),
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Modal: Modal.extend({
      // A `header` inside a dialog would count as a second banner of the page.
      defaultProps: {
        radius: 'lg',
        centered: true,
        attributes: { header: { role: 'presentation' } },
        closeButtonProps: { 'aria-label': 'Close' },
      },
      styles: { title: { fontFamily: 'var(--fb-display)', fontWeight: 620, fontSize: '1.0625rem' } },
    }),
    Popover: Popover.extend({ defaultProps: { radius: 'md', shadow: undefined } }),
    Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, openDelay: 300 } }),
    Kbd: Kbd.extend({ defaultProps: { size: 'xs' } }),
    Progress: Progress.extend({ defaultProps: { size: 6, radius: 'xs' } }),
  },
});

/** Puts the semantic tokens of both schemes on the root; screens use these and never a hex value. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: sharedVariables,
  light: lightVariables,
  dark: darkVariables,
});
