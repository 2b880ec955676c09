import { permissions, permissionWords } from '../wire/permission.ts'
import { gives, placedPermissions, roleNames } from './rights.ts'

/** The table of roles as the guide prints it: a line for each permission, a column for each role. */
export function rolesTable(): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(['right', ...roleNames.map((role) => role.replaceAll('_', ' ')), 'in parts', 'covers']),
    line(['---', ...roleNames.map(() => '---'), '---', '---']),
    ...permissions.map((permission) => line([permissionWords[permission].name, ...roleNames.map((role) => (gives(role, permission) ? 'yes' : '')), placedPermissions.includes(permission) ? 'yes' : '', permissionWords[permission].about])),
  ].join('\n')
}
