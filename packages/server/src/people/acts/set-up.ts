import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Organisation } from '@throughline/contract/people'
import type { Refusal } from '@throughline/contract/wire'
import { newId, writeAs, type Actor, type Db, type Record, type Tx } from '../../database/index.ts'
import { installationIsEmpty, lockInstallation } from '../entrance-store.ts'
import { insertAccount, insertMembership, insertOrganisation } from '../store.ts'

export type Founding = { readonly organisationName: string; readonly currency: string; readonly name: string; readonly email: string; readonly passwordHash: string }
export type Founded = { readonly organisation: Organisation; readonly owner: Actor }

/** Creates the first organisation with its owner. Of several at once, one wins and the others are refused. */
export function setUp(db: Db, founding: Founding): Promise<Result<Founded, Refusal<'setup_done'>>> {
  const owner = founder(founding)
  return writeAs(db, owner, 'people.set-up', async (tx, record) => {
    await lockInstallation(tx)
    if (!(await installationIsEmpty(tx))) return refuse({ code: 'setup_done' })
    await found(tx, record, owner, founding)
    return ok({ organisation: await founded(tx, record, owner, founding), owner })
  })
}

/** Creates a further organisation beside those there are; its owner must be new. */
export function createOrganisation(db: Db, founding: Founding): Promise<Result<Founded, Refusal<'email_taken'>>> {
  const owner = founder(founding)
  return writeAs(db, owner, 'people.create-organisation', async (tx, record) => {
    if (!(await found(tx, record, owner, founding))) return refuse({ code: 'email_taken', values: { email: founding.email } })
    return ok({ organisation: await founded(tx, record, owner, founding), owner })
  })
}

const founder = ({ name }: Founding): Actor => ({ orgId: newId(), accountId: newId(), name, role: 'owner' })

async function found(tx: Tx, record: Record, owner: Actor, { email, name, passwordHash }: Founding): Promise<boolean> {
  if (!(await insertAccount(tx, { id: owner.accountId, email: email.toLowerCase(), name, passwordHash }))) return false
  await record({ room: 'people', kind: 'member', id: owner.accountId, before: null, after: { email: email.toLowerCase(), name, role: 'owner' } })
  return true
}

async function founded(tx: Tx, record: Record, owner: Actor, { organisationName, currency }: Founding): Promise<Organisation> {
  const organisation = await insertOrganisation(tx, { org_id: owner.orgId, name: organisationName, currency })
  await insertMembership(tx, { org_id: owner.orgId, account_id: owner.accountId, role: 'owner' })
  await record({ room: 'people', kind: 'organisation', id: owner.orgId, before: null, after: organisation })
  return organisation
}
