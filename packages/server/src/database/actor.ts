import type { Role } from '@throughline/contract/people'

/** Who acts, and in which organisation: the subject of every revision. */
export type Actor = {
  readonly orgId: string
  readonly accountId: string
  readonly name: string
  readonly role: Role
}
