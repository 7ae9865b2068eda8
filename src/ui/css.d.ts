/// <reference types="next" />
import 'react';

declare module 'react' {
  // Lets a `style` carry the custom properties that our sheets read.
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined;
  }
}
