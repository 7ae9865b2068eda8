import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** Packages, and modules of the engine, that a browser loads with an entry; React and Next are there anyway. */
const loadedWith = async (entry: string): Promise<string[]> => {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'out',
    write: false,
    metafile: true,
    jsx: 'automatic',
    external: ['react', 'react-dom', 'next'],
  });
  return Object.keys(metafile.inputs).filter((path) => /node_modules|domain\/scoring/.test(path));
};

describe('what comes to a job page once somebody is there', () => {
  it('is the week and the clocks, and neither the engine nor a package', async () => {
    expect((await loadedWith('src/ui/board/week-island.tsx')).toSorted()).toEqual([
      'src/domain/scoring/bands.ts',
      'src/domain/scoring/points.ts',
      'src/domain/scoring/time-zones.ts',
      'src/domain/scoring/week-grid.ts',
      'src/domain/scoring/week-words.ts',
    ]);
  });
});
