import type { governanceProblems, SealCheck, sealRoutes } from '@throughline/contract/governance'
import { ok, refuse } from '@throughline/engine/kernel'
import { enterOrg, withOrg, type Actor, type Db } from '../../database/index.ts'
import type { Handlers } from '../../http/index.ts'
import { enqueue, jobKind, type JobContext, type JobKind } from '../../jobs/index.ts'
import { addSeal, sealPeriod } from './acts/add-seal.ts'
import { findBroken } from './acts/find-broken.ts'
import type { MakeDocument } from './document.ts'
import { readSeals } from './store.ts'

export { documentsOf, type MakeDocument } from './document.ts'
export { brokenSeals, restateSeals } from './acts/restate-seals.ts'
export { sealMigrations } from './migrations.ts'

/** Seals and what becomes of them, over the documents that `make` makes. */
export const sealHandlers = (make: MakeDocument): Handlers<typeof sealRoutes, keyof typeof governanceProblems> => ({
  listSeals: async ({ actor, context }) => ok([...(await withOrg(context.db, actor, (tx) => readSeals(tx)))]),
  addSeal: ({ actor, body, context }) => addSeal(context.db, actor, make, body),
  sealPeriod: ({ actor, body, context }) => sealPeriod(context.db, actor, make, body),
  checkSeals: ({ actor, context }) => startCheck(context.db, actor),
  readSealed: async ({ actor, params, context }) => {
    const [seal] = await withOrg(context.db, actor, (tx) => readSeals(tx, params.id), {})
    if (!seal) return refuse({ code: 'not_found', values: { what: 'seal', id: params.id } })
    const { bytes, digest } = await make(context.db, actor.orgId, seal)
    if (digest !== seal.digest) await findBroken(context.db, actor, seal, digest)
    return ok({ bytes, contentType: 'application/json', fileName: `${seal.title}.json` })
  },
})

const startCheck = (db: Db, actor: Actor) =>
  db.transaction().execute(async (tx) => {
    await enterOrg(tx, actor)
    return ok({ jobId: await enqueue(tx, actor, { kind: 'governance.check-seals', input: {}, dedupeKey: 'all' }) })
  })

export const sealJobs = (make: MakeDocument): readonly JobKind[] => [jobKind<object>({ kind: 'governance.check-seals', run: async (_, context) => ok(await checkSeals(make, context)) })]

/** Makes every sealed document again and raises the alarm of each that is another. */
export async function checkSeals(make: MakeDocument, { db, actor, progress, cancelled }: Pick<JobContext, 'db' | 'actor' | 'progress' | 'cancelled'>): Promise<SealCheck> {
  const seals = await withOrg(db, actor, (tx) => readSeals(tx))
  const checked: SealCheck['seals'] = []
  for (const [done, seal] of seals.entries()) {
    if (cancelled()) break
    progress({ done, total: seals.length, note: `Making ${seal.title} again` })
    const { digest } = await make(db, actor.orgId, seal)
    if (digest !== seal.digest) await findBroken(db, actor, seal, digest)
    checked.push({ id: seal.id, title: seal.title, holds: digest === seal.digest, expected: seal.digest, found: digest })
  }
  return { holds: checked.every(({ holds }) => holds), seals: checked }
}
