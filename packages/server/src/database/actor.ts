import type { Role } from '@throughline/contract/people'
import type { Permission, Refusal } from '@throughline/contract/wire'
import type { Tx } from './tables.ts'

/** A role beside that of the membership: in units (all that it covers), on an initiative, or, without either, everywhere. */
export type GivenRole = { readonly role: Role; readonly units?: readonly string[]; readonly initiativeId?: string }

/** What a person stands on at a moment: the role of the membership, further ones by scope, and, of a token, the permissions it is bound to. */
export type Standing = { readonly role: Role; readonly given: readonly GivenRole[]; readonly only?: readonly Permission[] }

/** Who acts, and in which organisation: the subject of every revision. */
export type Actor = {
  readonly orgId: string
  readonly accountId: string
  readonly name: string
  readonly role: Role
  /** All of their rights; left out, those of the role alone. */
  readonly standing?: Standing
  /** Asked by the transaction that writes, before anything else: the refusal, where by now they may not. */
  readonly permit?: (tx: Tx) => Promise<Refusal | undefined>
}
