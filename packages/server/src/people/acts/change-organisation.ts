import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import type { Organisation, OrganisationChange } from '@throughline/contract/people'
import type { Refusal } from '@throughline/contract/wire'
import { expectVersion, writeAs, type Actor, type Db, type Tx } from '../../database/index.ts'
import { lockOrganisation, updateOrganisation } from '../store.ts'

type Refusals = Refusal<'currency_in_use' | 'not_found' | 'version_moved'>

/** Changes name, currency or calendar. A currency with amounts in it stays: relabelling would change what they are worth. */
export function changeOrganisation(db: Db, actor: Actor, { version, ...change }: Static<typeof OrganisationChange>, holdsAmounts: (tx: Tx) => Promise<boolean>): Promise<Result<Organisation, Refusals>> {
  return writeAs(db, actor, 'people.change-organisation', async (tx, record) => {
    const current = await expectVersion(tx, await lockOrganisation(tx), { room: 'people', kind: 'organisation', id: actor.orgId, version })
    if (!current.ok) return current
    const before = current.value
    if (change.currency !== undefined && change.currency !== before.currency && (await holdsAmounts(tx))) return refuse({ code: 'currency_in_use', values: { found: change.currency, expected: before.currency } })
    const after = await updateOrganisation(tx, { ...before, ...change })
    await record({ room: 'people', kind: 'organisation', id: actor.orgId, before, after })
    return ok(after)
  })
}
