import { launch } from './launch';

await launch('serve');
