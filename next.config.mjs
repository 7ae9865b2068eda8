/** @type {import('next').NextConfig} */
export default {
  // Two copies of the application on one machine each have a build folder of their own.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  typedRoutes: true,
  reactStrictMode: true,
  reactCompiler: true,
  // Strict route types are read through next-env.d.ts, so that a build folder of another name leaves tsconfig.json alone.
  // Interrupts: a page may answer 403 with its own words (`employer/forbidden.tsx`).
  experimental: {
    turbopackRustReactCompiler: true,
    strictRouteTypes: true,
    authInterrupts: true,
    // Smaller style sheets, each for the pages that use it: by default the public board carries those of the application.
    cssChunking: { type: 'graph', requestCost: 10_000 },
  },
  // Browsers look here where a page names no icon, as after a refusal.
  rewrites: () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  serverExternalPackages: [
    '@neondatabase/serverless',
    '@node-rs/argon2',
    'nodemailer',
    'pdfjs-dist',
    'pino',
    'react-email',
  ],
  // Read at run time by path, so tracing cannot see them.
  outputFileTracingIncludes: {
    '/**': ['./config/**', './dist-worker/**'],
    '/jobs/*/opengraph-image': ['./node_modules/@fontsource/anek-latin/files/*-{500,600}-normal.woff'],
  },
};
