import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { withOrg, writeAs, type Actor, type Db } from '../../database/index.ts'
import { enqueue, findAtWork } from '../../jobs/index.ts'
import { readStrategyFacts } from '../../strategy/index.ts'
import { readExamples } from '../examples.ts'
import { countInitiatives } from '../store/initiatives.ts'

/** Asks for an example to be loaded into the empty organisation; asked twice, it is the same job. */
export async function askForExample(db: Db, actor: Actor, key: string): Promise<Result<{ jobId: string }, Refusal<'not_found' | 'organisation_not_empty'>>> {
  if (!(await readExamples()).some((example) => example.key === key)) return refuse({ code: 'not_found', values: { what: 'example', id: key } })
  // Loading holds the organisation's acts until it ends: whoever asks meanwhile is told of it and does not wait.
  const atWork = await withOrg(db, actor, (tx) => findAtWork(tx, 'demand.load-example', 'example'))
  if (atWork) return ok({ jobId: atWork.id })
  return writeAs<Result<{ jobId: string }, Refusal<'organisation_not_empty'>>>(db, actor, 'demand.ask-for-example', async (tx, record) => {
    const [initiatives, { objectives }] = [await countInitiatives(tx), await readStrategyFacts(tx)]
    if (initiatives + objectives.length > 0) return refuse({ code: 'organisation_not_empty', values: { found: `${initiatives} initiatives and ${objectives.length} objectives` } })
    const jobId = await enqueue(tx, actor, { kind: 'demand.load-example', input: { key }, dedupeKey: 'example' })
    await record({ room: 'demand', kind: 'example', id: jobId, before: null, after: { key } })
    return ok({ jobId })
  })
}
