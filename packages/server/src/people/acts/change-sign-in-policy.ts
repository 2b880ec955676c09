import { ok, type Result } from '@throughline/engine/kernel'
import type { SignInPolicy } from '@throughline/contract/people'
import type { Refusal } from '@throughline/contract/wire'
import { expectVersion, writeAs, type Actor, type Db } from '../../database/index.ts'
import { readPolicy, writePolicy } from '../session-store.ts'
import { lockOrganisation } from '../store.ts'

/** Changes what the organisation asks of those who sign in; it holds from the next request of everybody. */
export function changeSignInPolicy(db: Db, actor: Actor, policy: SignInPolicy): Promise<Result<SignInPolicy, Refusal<'not_found' | 'version_moved'>>> {
  return writeAs(db, actor, 'people.change-sign-in-policy', async (tx, record) => {
    await lockOrganisation(tx)
    const current = await expectVersion(tx, await readPolicy(tx), { room: 'people', kind: 'sign_in_policy', id: actor.orgId, version: policy.version })
    if (!current.ok) return current
    await writePolicy(tx, actor.orgId, policy)
    const after = await readPolicy(tx)
    await record({ room: 'people', kind: 'sign_in_policy', id: actor.orgId, before: current.value, after })
    return ok(after)
  })
}
