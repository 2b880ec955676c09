import { createHash } from 'node:crypto'
import type { Erasure, GovernanceRefusal } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { writeAs, type Actor, type Db } from '../../../database/index.ts'
import { deleteMembership, forgetProvisioned, lockOrganisation, readMembers } from '../../../people/index.ts'
import { forgetLearner } from '../../academy/index.ts'
import { eraseAccount, eraseEverywhere, personKnown } from '../store.ts'

type Refused = GovernanceRefusal | Refusal<'not_found'>

/**
 * Erases a person in one act: access goes, name and address become a pseudonym in every row, of the past and of the history too.
 * The pseudonym follows from the ids, so that what one person did stays the doing of one person. Figures, and the ids of accounts, stay.
 */
export function erasePerson(db: Db, actor: Actor, { accountId, name }: { readonly accountId: string; readonly name: string }, now: Date): Promise<Result<Omit<Erasure, 'seals'>, Refused>> {
  return writeAs(db, actor, 'governance.erase-person', async (tx, record): Promise<Result<Omit<Erasure, 'seals'>, Refused>> => {
    await lockOrganisation(tx)
    const person = await personKnown(tx, accountId)
    if (!person) return refuse({ code: 'not_found', values: { what: 'person', id: accountId } })
    if (person.name !== name) return refuse({ code: 'name_differs', values: { found: name } })
    if (accountId === actor.accountId) return refuse({ code: 'person_kept', values: { reason: 'it is the one who asks for it; another administrator can' } })
    if ((await readMembers(tx)).some(({ id, role }) => id === accountId && role === 'owner')) return refuse({ code: 'person_kept', values: { reason: 'the person is an owner; change the role first' } })
    const pseudonym = pseudonymOf(actor.orgId, accountId)
    await deleteMembership(tx, accountId)
    await forgetProvisioned(tx, accountId)
    await forgetLearner(tx, actor, accountId, now)
    await record({ room: 'governance', kind: 'person', id: accountId, before: null, after: { pseudonym } })
    const accountErased = await eraseAccount(tx, accountId, pseudonym)
    return ok({ pseudonym, accountErased, ...(await eraseEverywhere(tx, person, pseudonym)) })
  })
}

/** `Person 1A2B3C4D`: the same for the same person of an organisation, and nothing by which to find them. */
export const pseudonymOf = (orgId: string, accountId: string): string => `Person ${createHash('sha256').update(`throughline-pseudonym ${orgId} ${accountId}`).digest('hex').slice(0, 8).toUpperCase()}`
