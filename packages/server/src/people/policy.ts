import type { Role } from '@throughline/contract/people'
import type { Access } from '@throughline/contract/wire'

const rank = { viewer: 1, editor: 2, owner: 3 } as const satisfies Record<Role, number>

/** Whether a role includes another: owner includes editor includes viewer. */
export const includes = (role: Role, needed: Exclude<Access, 'public'>): boolean => rank[role] >= rank[needed]

/** The lesser of two roles: what a token may do is bounded by its own role and by its person's. */
export const lesser = (one: Role, other: Role): Role => (rank[one] <= rank[other] ? one : other)

/** What a page offers to a role. */
export const rightsOf = (role: Role): { edit: boolean; administer: boolean } => ({ edit: includes(role, 'editor'), administer: includes(role, 'owner') })
