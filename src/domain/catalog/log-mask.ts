import { maskValue, type MaskField, type MaskTable } from './masks';

/** What free text gives away by its shape alone. A telephone has nine digits or more; dates and ids are no telephones. */
const SHAPES: readonly { field: MaskField; shape: RegExp; not?: RegExp }[] = [
  { field: 'email', shape: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu },
  { field: 'links', shape: /\b(?:(?:www\.)?(?:linkedin|github|behance|dribbble)\.com)\/[^\s"')]+/giu },
  {
    field: 'phone',
    shape: /(?<![\w.:-])\+?\d(?:[ ()./-]{0,2}\d){8,14}(?![\w:-])/gu,
    not: /^\d{4}-\d{2}-\d{2}/,
  },
];

/**
 * The mask of the `log` surface for text that is written down as a whole, such as a driver's error: every address,
 * profile link and telephone in it is replaced as `config/mask_data.json` rules.
 */
export const logMask =
  (masks: MaskTable): ((text: string) => string) =>
  (text) =>
    SHAPES.reduce(
      (masked, { field, shape, not }) =>
        masked.replace(shape, (found) =>
          not?.test(found) === true
            ? found
            : (maskValue(masks.ruleFor(field, 'log'), found, { token: '[person]', cityOf: () => null }) ??
              '[hidden]'),
        ),
      text,
    );
