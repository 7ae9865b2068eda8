import type { Role } from './schema';
import { surfaceKey } from './surface';

export interface RoleIndex {
  byId: ReadonlyMap<string, Role>;
  /** The role that a title names, or null. */
  resolve: (title: string) => { roleId: string } | null;
}

/** Indexes the occupation table by title and alias; where two roles share a name the first keeps it. */
export function buildRoleIndex(roles: readonly Role[]): RoleIndex {
  const byKey = new Map<string, string>();
  for (const { id, title, aliases } of roles) {
    for (const name of [title, ...aliases]) {
      const key = surfaceKey(name);
      if (!byKey.has(key)) byKey.set(key, id);
    }
  }
  return {
    byId: new Map(roles.map((role) => [role.id, role])),
    resolve: (title) => {
      const roleId = byKey.get(surfaceKey(title));
      return roleId === undefined ? null : { roleId };
    },
  };
}
