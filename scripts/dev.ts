import { spawn } from 'node:child_process';
import { launch } from './launch';
import { freshParserBundle } from './parser-bundle';

// The reader of résumés is a bundle of its own, kept up to date; esbuild ends when our end of its input does.
freshParserBundle();
spawn('npm', ['run', '-s', 'build:worker', '--', '--watch'], { stdio: ['pipe', 'ignore', 'inherit'] });
await launch('watch');
