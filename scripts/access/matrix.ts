import { CALLERS, makeCallers } from './callers';
import { procedureCells, type Cell } from './procedures';
import { routeCells } from './routes';
import { tablesWithoutRls } from './tables';
import { makeThings } from './world';

export interface AccessMatrix {
  cells: number;
  asDeclared: number;
  undeclared: number;
  rlsMissing: number;
  /** What is not as declared, in words. */
  differences: string[];
}

const holds = (cell: Cell): boolean => cell.expected === cell.found && !cell.leaked;

const words = ({ what, caller, expected, found, leaked }: Cell): string =>
  `${what} as ${caller}: declared ${expected ?? 'nothing'}, found ${found}${leaked ? ', and it gave something away' : ''}`;

/** Runs the whole matrix against the database at `DATABASE_URL`, which must be freshly migrated. */
export const accessMatrix = async (ownerUrl: string): Promise<AccessMatrix> => {
  const callers = await makeCallers();
  const things = await makeThings(callers.owner, callers.candidate);
  const all = CALLERS.map((name) => callers[name]);
  const routes = await routeCells(all, things);
  const procedures = await procedureCells(all, things);
  const missing = await tablesWithoutRls(ownerUrl);
  const cells = [...procedures.cells, ...routes.cells];
  const undeclared = [...procedures.undeclared, ...routes.undeclared];
  return {
    cells: cells.length,
    asDeclared: cells.filter(holds).length,
    undeclared: undeclared.length,
    rlsMissing: missing.length,
    differences: [
      ...cells.filter((cell) => !holds(cell)).map(words),
      ...undeclared.map((what) => `${what}: access, sample or output is not declared`),
      ...missing.map((table) => `${table}: no row security`),
    ],
  };
};
