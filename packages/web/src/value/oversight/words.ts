import type { BacklogUnit } from '@throughline/contract/value'

/** How long something has waited. */
export const bandWords: Readonly<Record<BacklogUnit['bands'][number]['key'], string>> = { month: 'Up to 30 days', two_months: '31 to 60 days', quarter: '61 to 90 days', longer: 'More than 90 days' }

/** Accounts under the figures of an objective. */
export const underCodes = { promised: 'S10', claimed: 'R10,R20,R30,C20', verified: 'R20,R30', banked: 'R30' } as const
