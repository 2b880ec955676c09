import type { Role } from '@throughline/contract/people'
import { roles } from '../../../words.ts'

type RoleOfGroup = { readonly group: string; readonly role: Role }

/** Roles by group as text: `pmo = editor`, one in each line. */
export const groupLines = (list: readonly RoleOfGroup[]): string => list.map(({ group, role }) => `${group} = ${role}`).join('\n')

/** The roles of such a text, or the number of the first line that is none; the role stands after the last equals sign. */
export function rolesOfLines(text: string): { readonly ok: true; readonly roles: readonly RoleOfGroup[] } | { readonly ok: false; readonly line: number } {
  const found: RoleOfGroup[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const cut = line.lastIndexOf('=')
    const group = line.slice(0, Math.max(cut, 0)).trim()
    const role = roles.find((one) => one === line.slice(cut + 1).trim().replaceAll(' ', '_').toLowerCase())
    if (group === '' || role === undefined) return { ok: false, line: index + 1 }
    found.push({ group, role })
  }
  return { ok: true, roles: found }
}
