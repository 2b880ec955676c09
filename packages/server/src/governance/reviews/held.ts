import type { Refusal } from '@throughline/contract/wire'
import { ok, type Result } from '@throughline/engine/kernel'
import { expectVersion, type Tx } from '../../database/index.ts'
import { noCheck } from './refusals.ts'
import { lockCheck, lockRecommendation, readCheck, type StoredCheck, type StoredRecommendation } from './store.ts'

/** A health check in the version that was seen, held until the act ends. */
export const heldCheck = async (tx: Tx, id: string, version: number): Promise<Result<StoredCheck, Refusal<'not_found' | 'version_moved'>>> => expectVersion(tx, await lockCheck(tx, id), { room: 'governance', kind: 'health_check', id, version })

/** A recommendation in the version that was seen, held until the act ends, with its health check. */
export async function heldRecommendation(tx: Tx, id: string, version: number): Promise<Result<{ readonly recommendation: StoredRecommendation; readonly check: StoredCheck }, Refusal<'not_found' | 'version_moved'>>> {
  const found = await expectVersion(tx, await lockRecommendation(tx, id), { room: 'governance', kind: 'recommendation', id, version })
  if (!found.ok) return found
  const check = await readCheck(tx, found.value.check_id)
  return check ? ok({ recommendation: found.value, check }) : noCheck(found.value.check_id)
}
