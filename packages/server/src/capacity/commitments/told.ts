import { gives, type Role } from '@throughline/contract/people'
import type { Permission } from '@throughline/contract/wire'
import type { Actor, Tx } from '../../database/index.ts'
import { notify } from '../../governance/index.ts'
import { readAssignments, readMembers } from '../../people/index.ts'

type Request = { readonly kind: 'funding_request' | 'staffing_request'; readonly id: string; readonly act: string; readonly words: string }
type Answerers = { readonly role: Role; readonly permission: Permission; /** Where the role counts as well: the unit that owns the pool. */ readonly unitId?: string | null; /** Who is told besides: the owner of an envelope. */ readonly besides?: readonly string[]; readonly now: Date }

/**
 * Tells those who can answer what is asked for: those whose work it is, by their role or by one that was given to them; where nobody has it,
 * everybody who may. No amount is told: who is told of a request may be one from whom amounts are withheld.
 */
export async function tellAsked(tx: Tx, actor: Actor, { kind, id, act, words }: Request, { role, permission, unitId = null, besides = [], now }: Answerers): Promise<void> {
  const members = (await readMembers(tx)).filter(({ service }) => !service)
  const given = (await readAssignments(tx, now)).filter((one) => one.role === role && one.standing === 'in_force' && (one.scope.kind === 'organisation' || (one.scope.kind === 'unit' && one.scope.id === unitId)))
  const own = [...members.filter((one) => one.role === role).map((one) => one.id), ...given.map(({ member }) => member.id)].filter((one) => one !== actor.accountId)
  const to = own.length > 0 ? own : members.filter((one) => gives(one.role, permission)).map((one) => one.id)
  await notify(tx, actor, { reason: 'commitment_asked', to: [...besides, ...to], subject: { room: 'capacity', kind, id }, act, words })
}

/** Tells whoever asked what became of it: committed, declined or released. */
export const tellAnswered = (tx: Tx, actor: Actor, askedById: string, { kind, id, act, words }: Request): Promise<void> => notify(tx, actor, { reason: 'commitment_answered', to: [askedById], subject: { room: 'capacity', kind, id }, act, words })
/** Tells those who asked for funds that an initiative holds that it holds less of them. */
export const tellLess = (tx: Tx, actor: Actor, askers: readonly string[], { initiativeId, act, words }: { readonly initiativeId: string; readonly act: string; readonly words: string }): Promise<void> =>
  notify(tx, actor, { reason: 'commitment_answered', to: askers, subject: { room: 'demand', kind: 'initiative', id: initiativeId }, act, words })
