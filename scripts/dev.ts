import { launch } from './launch';

await launch('watch');
