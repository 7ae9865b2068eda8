import { spawn } from 'node:child_process';
import { launch } from './launch';
import { freshWorkerBundles } from './worker-bundles';

// The reader of résumés and the scoring threads are bundles of their own, kept up to date; esbuild ends when our end of its input does.
freshWorkerBundles();
spawn('npm', ['run', '-s', 'build:worker', '--', '--watch'], { stdio: ['pipe', 'ignore', 'inherit'] });
await launch('watch');
