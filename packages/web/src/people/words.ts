import type { Role, Unit } from '@throughline/contract/people'

/** What each role may do, in a line. */
export const roleWords: Readonly<Record<Role, { readonly name: string; readonly may: string }>> = {
  viewer: { name: 'Viewer', may: 'reads everything' },
  editor: { name: 'Editor', may: 'reads and changes everything but access' },
  owner: { name: 'Owner', may: 'changes everything and gives access' },
}
export const roles: readonly Role[] = ['viewer', 'editor', 'owner']

/** The kinds of organisation unit, from the top down. */
export const unitKindWords: Readonly<Record<Unit['kind'], string>> = { group: 'Group', entity: 'Entity', division: 'Division', department: 'Department', team: 'Team' }
export const unitKinds: readonly Unit['kind'][] = ['group', 'entity', 'division', 'department', 'team']

/** Months by their number, and how a fiscal year may be named. */
export const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const
export const yearLabelWords = { span: 'Both years: 2024-25', start: 'Year it begins: FY2024', end: 'Year it ends: FY2025' } as const

/** What the product is, for someone who sees it for the first time. */
export const about = {
  name: 'Throughline',
  claim: 'One line of sight from strategy to proven value',
  line: ['Strategy', 'Demand', 'Portfolio', 'Capacity', 'Delivery', 'Value', 'Learning'],
} as const
