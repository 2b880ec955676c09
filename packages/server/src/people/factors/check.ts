import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { enterOrg, withOrg, type Actor, type Db } from '../../database/index.ts'
import { admitAttempt, attemptLimits, subjectOf } from '../attempts.ts'
import { forgiveAttempts } from '../entrance-store.ts'
import { findApp, readFactors, recoverySalt, useRecoveryCode, useStep } from './factor-store.ts'
import { looksLikeRecoveryCode, recoveryHash } from './recovery.ts'
import type { Seal } from './seal.ts'
import { stepOfCode } from './totp.ts'

type Person = Pick<Actor, 'orgId' | 'accountId'>
export type FactorGiven = { readonly code: string | undefined; readonly now: Date; readonly seal: Seal }
export type FactorRefusal = Refusal<'second_factor_needed' | 'second_factor_wrong' | 'rate_limited'>

/** Asks who knows the password for the second factor, where there is one: a code of the app or a recovery code, each of which counts once. */
export async function checkFactor(db: Db, person: Person, { code, now, seal }: FactorGiven): Promise<Result<{ readonly secondFactor: boolean }, FactorRefusal>> {
  const { app, passkeys } = await withOrg(db, person, (tx) => readFactors(tx, person.accountId))
  if (!app && passkeys.length === 0) return ok({ secondFactor: false })
  if (code === undefined) return refuse({ code: 'second_factor_needed', values: { app: app !== null, passkey: passkeys.length > 0 } })
  const subject = subjectOf('factor', person.accountId)
  const admitted = await admitAttempt(db, subject, attemptLimits.factor, now)
  if (!admitted.ok) return admitted
  if (!(await codeCounts(db, person, code, { now, seal }))) return refuse({ code: 'second_factor_wrong' })
  await forgiveAttempts(db, subject, subject, now)
  return ok({ secondFactor: true })
}

/** Whether a code is one of the person's, not used before; it is used up by that. */
async function codeCounts(db: Db, person: Person, code: string, { now, seal }: Omit<FactorGiven, 'code'>): Promise<boolean> {
  const salt = looksLikeRecoveryCode(code) ? await withOrg(db, person, (tx) => recoverySalt(tx, person.accountId)) : undefined
  const hash = salt && (await recoveryHash(code, salt))
  return db.transaction().execute(async (tx) => {
    await enterOrg(tx, person)
    if (hash) return useRecoveryCode(tx, person.accountId, hash, now)
    const app = await findApp(tx, person.accountId)
    const step = app?.since ? stepOfCode(seal.open(app.secret, person.accountId), code, now, Number(app.lastStep)) : undefined
    return step !== undefined && useStep(tx, person.accountId, step)
  })
}
