import type { Role, Unit } from '@throughline/contract/people'

/** What each role may do, in a line. */
export const roleWords: Readonly<Record<Role, { readonly name: string; readonly may: string }>> = {
  owner: { name: 'Owner', may: 'does everything, and makes owners' },
  administrator: { name: 'Administrator', may: 'gives access and arranges units; decides nothing' },
  portfolio_lead: { name: 'Portfolio lead', may: 'changes the whole plan and decides on proposals' },
  editor: { name: 'Editor', may: 'changes the whole plan, decides nothing' },
  sponsor: { name: 'Sponsor', may: 'changes initiatives, makes and proposes scenarios' },
  project_manager: { name: 'Project manager', may: 'changes initiatives and their yearly amounts' },
  benefit_owner: { name: 'Benefit owner', may: 'records measured values and benefits' },
  finance: { name: 'Finance', may: 'gives yearly amounts and records benefits' },
  resource_manager: { name: 'Resource manager', may: 'arranges units and sees people’s details, no amounts' },
  viewer: { name: 'Viewer', may: 'reads everything and comments' },
  auditor: { name: 'Auditor', may: 'reads everything, changes nothing' },
}
export const roles = Object.keys(roleWords) as readonly Role[]

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
