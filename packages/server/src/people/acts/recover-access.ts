import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { writeAs, type Db } from '../../database/index.ts'
import { signInAccount } from '../entrance-store.ts'
import { forgetFactorsOf } from '../factors/factor-store.ts'
import { beginPasswordResetOf } from '../link-store.ts'
import { hashOf, newSecret } from '../secrets.ts'
import { endOwnSessions } from '../session-store.ts'

export type Recovered = { readonly name: string; /** Where a new password is set, once, below the address of the installation. */ readonly path: string; readonly expiresAt: Date }

/** How long whoever sits at the machine has to use the link. */
const minutes = 30

/**
 * Lets an owner in again who lost password, second factor and recovery codes, where nobody else could: for whoever runs the installation
 * and reaches its database, which no page and no route does. Their factors and sessions end, and the act stands in the history for all to see.
 */
export async function recoverAccess(db: Db, email: string, now: Date): Promise<Result<Recovered, Refusal<'not_found' | 'account_elsewhere'>>> {
  const wanted = email.trim().toLowerCase()
  const account = await signInAccount(db, wanted)
  if (!account?.org_id || account.role !== 'owner') return refuse({ code: 'not_found', values: { what: 'owner', id: wanted } })
  const { account_id: accountId, name } = account
  return writeAs(db, { orgId: account.org_id, accountId, name, role: account.role }, 'people.recover-access', async (tx, record): Promise<Result<Recovered, Refusal<'account_elsewhere'>>> => {
    const [secret, expiresAt] = [newSecret(), new Date(now.getTime() + minutes * 60_000)]
    if (!(await forgetFactorsOf(tx, accountId)) || !(await beginPasswordResetOf(tx, accountId, { secretHash: hashOf(secret), now, expiresAt }))) return refuse({ code: 'account_elsewhere', values: { name } })
    await endOwnSessions(tx, null)
    await record({ room: 'people', kind: 'account', id: accountId, before: { secondFactor: 'whatever there was' }, after: { secondFactor: 'none', passwordLink: 'given at the machine', expiresAt: expiresAt.toISOString() } })
    return ok({ name, path: `/people/reset#${secret}`, expiresAt })
  })
}
