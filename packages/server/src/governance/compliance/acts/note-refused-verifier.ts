import { ok } from '@throughline/engine/kernel'
import { writeAs, type Actor, type Db } from '../../../database/index.ts'
import { addRefusedVerifier } from '../store.ts'

/** Keeps who was refused as verifier, by which way they depend on what they would verify: an attempt is seen as well as what came of it. */
export const noteRefusedVerifier = (db: Db, actor: Actor, attestationId: string, way: string, now: Date) =>
  writeAs(db, actor, 'governance.refuse-verifier', async (tx, record) => {
    await addRefusedVerifier(tx, attestationId, { name: actor.name, way, at: now.toISOString() })
    await record({ room: 'governance', kind: 'attestation', id: attestationId, before: { refusedVerifier: null }, after: { refusedVerifier: actor.name, way } })
    return ok({})
  })
