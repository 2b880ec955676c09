import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { AppSecret, Factors, Passkey } from '@throughline/contract/people'
import type { Refusal } from '@throughline/contract/wire'
import { newId, writeAs, type Db, type Record as Recorder, type Tx } from '../../database/index.ts'
import { admitAttempt, attemptLimits, subjectOf } from '../attempts.ts'
import { forgiveAttempts } from '../entrance-store.ts'
import { confirmApp as confirm, deleteApp, deletePasskey, findApp, findPasskey, insertApp, insertPasskey, readFactors, replaceRecoveryCodes, useStep } from '../factors/factor-store.ts'
import { checkMade, type Ceremony } from '../factors/passkeys.ts'
import { newRecoverySet, type RecoverySet } from '../factors/recovery.ts'
import type { Seal } from '../factors/seal.ts'
import { appAddress, newAppSecret, stepOfCode } from '../factors/totp.ts'
import { hashOf, newSecret } from '../secrets.ts'
import { renewSession } from '../session-store.ts'
import { readOrganisation } from '../store.ts'
import type { InSession } from './prove.ts'

/** What came of a new factor: recovery codes where the person had none, and the session's new secret, for the session can do more than before. */
export type Added = { readonly recoveryCodes: readonly string[] | null; readonly secret: string }

/** Begins with an authenticator app: a secret that counts once a code of it is given. One that is in force stays so until then. */
export function beginApp(db: Db, actor: InSession, now: Date, seal: Seal): Promise<Result<AppSecret, never>> {
  return writeAs(db, actor, 'people.begin-app', async (tx, record) => {
    const secret = newAppSecret()
    const { name } = await readOrganisation(tx)
    await insertApp(tx, { accountId: actor.accountId, secret: seal.close(secret, actor.accountId), now })
    await record({ room: 'people', kind: 'account', id: actor.accountId, before: null, after: { app: 'begun' } })
    return ok({ secret, address: appAddress(secret, actor.email, name) })
  })
}

/** Puts the app in force for who reads a code from it. */
export async function confirmApp(db: Db, actor: InSession, code: string, now: Date, seal: Seal): Promise<Result<Added, Refusal<'second_factor_wrong' | 'rate_limited'>>> {
  const subject = subjectOf('factor', actor.accountId)
  const admitted = await admitAttempt(db, subject, attemptLimits.factor, now)
  if (!admitted.ok) return admitted
  const set = await newRecoverySet()
  const added = await writeAs(db, actor, 'people.add-app', async (tx, record): Promise<Result<Added, Refusal<'second_factor_wrong'>>> => {
    const app = await findApp(tx, actor.accountId)
    const step = app && !app.since ? stepOfCode(seal.open(app.secret, actor.accountId), code, now, Number(app.lastStep)) : undefined
    if (step === undefined || !(await useStep(tx, actor.accountId, step))) return refuse({ code: 'second_factor_wrong' })
    await confirm(tx, actor.accountId, now)
    return ok(await afterAdding(tx, record, actor, { what: 'app', set, now }))
  })
  if (added.ok) await forgiveAttempts(db, subject, subject, now)
  return added
}

/** Adds the passkey that a browser made. It opens the organisation of this session, and no other that the account belongs to or will. */
export async function addPasskey(db: Db, actor: InSession, { name, response }: { readonly name: string; readonly response: Readonly<Record<string, unknown>> }, ceremony: Ceremony): Promise<Result<{ readonly passkey: Passkey; readonly added: Added }, Refusal<'passkey_refused'>>> {
  const made = await checkMade(db, actor, response, ceremony)
  if (!made.ok) return made
  const set = await newRecoverySet()
  return writeAs(db, actor, 'people.add-passkey', async (tx, record): Promise<Result<{ readonly passkey: Passkey; readonly added: Added }, Refusal<'passkey_refused'>>> => {
    const id = newId(ceremony.now.getTime())
    if (!(await insertPasskey(tx, { id, accountId: actor.accountId, madeIn: actor.orgId, ...made.value, name: name.trim(), now: ceremony.now }))) return refuse({ code: 'passkey_refused', values: { reason: 'it is there already' } })
    const added = await afterAdding(tx, record, actor, { what: 'passkey', set, now: ceremony.now })
    return ok({ passkey: { id, name: name.trim(), createdAt: ceremony.now.toISOString(), lastUsedAt: null, synced: made.value.synced, opensHere: true }, added })
  })
}

/** With the first factor come recovery codes; with each, the session goes on under another secret. */
async function afterAdding(tx: Tx, record: Recorder, actor: InSession, { what, set, now }: { readonly what: string; readonly set: RecoverySet; readonly now: Date }): Promise<Added> {
  const { recoveryCodesLeft } = await readFactors(tx, actor.accountId)
  if (recoveryCodesLeft === 0) await replaceRecoveryCodes(tx, actor.accountId, set)
  const secret = newSecret()
  await renewSession(tx, { id: actor.sessionId, secretHash: hashOf(secret), now, secondFactor: true })
  await record({ room: 'people', kind: 'account', id: actor.accountId, before: null, after: { secondFactor: what } })
  return { recoveryCodes: recoveryCodesLeft === 0 ? set.codes : null, secret }
}

/** Makes new recovery codes; every one of before is void. */
export async function renewRecoveryCodes(db: Db, actor: InSession): Promise<Result<{ recoveryCodes: string[] }, never>> {
  const set = await newRecoverySet()
  return writeAs(db, actor, 'people.renew-recovery-codes', async (tx, record) => {
    await replaceRecoveryCodes(tx, actor.accountId, set)
    await record({ room: 'people', kind: 'account', id: actor.accountId, before: { recoveryCodes: 'those before' }, after: { recoveryCodes: 'new ones' } })
    return ok({ recoveryCodes: [...set.codes] })
  })
}

/** Does without the authenticator app. */
export const removeApp = (db: Db, actor: InSession): Promise<Result<void, Refusal<'factor_last' | 'not_found'>>> =>
  remove(db, actor, 'people.remove-app', async (tx, { app }) => {
    if (!app) return 'app'
    await deleteApp(tx, actor.accountId)
    return undefined
  })

/** Removes a passkey. */
export const removePasskey = (db: Db, actor: InSession, id: string): Promise<Result<void, Refusal<'factor_last' | 'not_found'>>> =>
  remove(db, actor, 'people.remove-passkey', async (tx) => {
    if (!(await findPasskey(tx, actor.accountId, id))) return 'passkey'
    await deletePasskey(tx, id)
    return undefined
  }, id)

/** Removes a factor, unless it is the last of a person whose organisation asks for one. Without any, recovery codes have nothing to recover. */
function remove(db: Db, actor: InSession, act: string, take: (tx: Tx, before: Factors) => Promise<string | undefined>, id: string = actor.accountId): Promise<Result<void, Refusal<'factor_last' | 'not_found'>>> {
  return writeAs(db, actor, act, async (tx, record) => {
    const before = await readFactors(tx, actor.accountId)
    const absent = await take(tx, before)
    if (absent) return refuse({ code: 'not_found', values: { what: absent, id } })
    const after = await readFactors(tx, actor.accountId)
    const none = after.app === null && after.passkeys.length === 0
    if (none && after.required) return refuse({ code: 'factor_last' })
    if (none) await replaceRecoveryCodes(tx, actor.accountId, { salt: Buffer.alloc(0), hashes: [] })
    await record({ room: 'people', kind: 'account', id: actor.accountId, before: { secondFactor: act.split('-')[1] }, after: null })
    return ok(undefined)
  })
}
