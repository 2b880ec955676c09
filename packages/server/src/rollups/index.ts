import { ok, type Result } from '@throughline/engine/kernel'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { withOrg, type Db, type Scope, type Tx } from '../database/index.ts'
import { packJson, readyJson } from '../http/ready.ts'
import { findAtStamp, findRollup, keepRollups, type RollupKey } from './store.ts'

export { policyMigrations, rollupMigrations } from './migrations.ts'
export { stamp } from './store.ts'
export { holdAnswers, openAnswers, rememberedAnswers, type Answers } from './answers.ts'
import './tables.ts'

/** What an answer is computed in: one snapshot, its stamp, and parts that other questions may have computed already. */
export type Rolling = {
  readonly tx: Tx
  readonly stamp: string
  /** A part of the answer, as JSON lets it through; kept for the next question at the same stamp. `always` where no later act can change it. */
  part<T>(kind: string, asked: unknown, compute: () => Promise<T>, always?: 'always'): Promise<T>
}

type Found = RollupKey & { readonly packed: Buffer }

const decompress = promisify(brotliDecompress)
const unpack = async (packed: Buffer): Promise<string> => (await decompress(packed)).toString('utf8')

/** Questions that are being answered, so that many who ask the same at once are answered by one computation. Nothing stays here. */
const underWay = new Map<string, Promise<Result<Buffer, unknown>>>()

/**
 * The answer to a question of one organisation: as it was kept where nothing was written since, else computed in one snapshot and kept.
 * What is kept lies in the database, so every server has it, and a restart loses nothing. Refusals are never kept.
 */
export async function rolledUp<T, R>(db: Db, scope: Scope, question: { readonly kind: string; readonly asked: unknown }, compute: (rolling: Rolling) => Promise<Result<T, R>>): Promise<Result<T, R>> {
  const found: Found[] = []
  const answer = await withOrg(db, scope, async (tx): Promise<Result<Buffer, unknown>> => {
    const asked = JSON.stringify(question.asked)
    const { stamp, packed } = await findAtStamp(tx, { kind: question.kind, asked })
    if (packed) return ok(packed)
    const key: RollupKey = { kind: question.kind, stamp, asked }
    const name = `${scope.orgId} ${key.kind} ${key.stamp} ${key.asked}`
    const other = underWay.get(name)
    if (other) return other
    const computing = computed(tx, key, compute, found)
    underWay.set(name, computing)
    return computing.finally(() => underWay.delete(name))
  })
  await keepRollups(db, scope, found)
  return answer.ok ? ok(readyJson<T>(answer.value)) : (answer as Result<T, R>)
}

async function computed<T, R>(tx: Tx, key: RollupKey, compute: (rolling: Rolling) => Promise<Result<T, R>>, found: Found[]): Promise<Result<Buffer, unknown>> {
  const part: Rolling['part'] = async (kind, asked, computePart, always) => {
    const partKey: RollupKey = { kind, stamp: always ?? key.stamp, asked: JSON.stringify(asked) }
    const kept = await findRollup(tx, partKey)
    if (kept) return JSON.parse(await unpack(kept)) as never
    const text = JSON.stringify(await computePart())
    found.push({ ...partKey, packed: await packJson(text) })
    return JSON.parse(text) as never
  }
  const answer = await compute({ tx, stamp: key.stamp, part })
  if (!answer.ok) return answer
  const packed = await packJson(JSON.stringify(answer.value))
  found.push({ ...key, packed })
  return ok(packed)
}
