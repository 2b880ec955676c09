import type { Seal } from '@throughline/contract/governance'
import { ok } from '@throughline/engine/kernel'
import { withOrg, writeAs, type Actor, type Db } from '../../../database/index.ts'
import type { Document, MakeDocument } from '../document.ts'
import { insertDigest, readSeals } from '../store.ts'

/** The seals whose documents are not as they were sealed, with what they are now. */
export async function brokenSeals(make: MakeDocument, db: Db, actor: Actor): Promise<readonly (Seal & { readonly now: Document })[]> {
  const found: (Seal & { now: Document })[] = []
  for (const seal of await withOrg(db, actor, (tx) => readSeals(tx), {})) {
    const now = await make(db, actor.orgId, seal)
    if (now.digest !== seal.digest) found.push({ ...seal, now })
  }
  return found
}

/** States again, after the erasure of a person, the seals that do not read the same any more, but for those that did not before it; returns how many. */
export async function restateSeals(make: MakeDocument, db: Db, actor: Actor, brokenBefore: ReadonlySet<string>): Promise<number> {
  const changed = (await brokenSeals(make, db, actor)).filter(({ id }) => !brokenBefore.has(id))
  if (changed.length === 0) return 0
  await writeAs(db, actor, 'governance.restate-seals', async (tx, record) => {
    for (const { id, digest, now } of changed) {
      await insertDigest(tx, actor.orgId, { id, digest: now.digest, bytes: now.bytes.length })
      await record({ room: 'governance', kind: 'seal', id, before: { digest }, after: { digest: now.digest }, why: 'A person was erased' })
    }
    return ok(undefined)
  })
  return changed.length
}
