import type { Narrative, narrativeRoutes, strategyProblems } from '@throughline/contract/strategy'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { narrativeStanding } from '@throughline/engine/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { withOrg, type Actor } from '../../database/index.ts'
import type { Handlers, RequestContext } from '../../http/index.ts'
import { readInForce, type StoredActual } from '../measures/store.ts'
import { everyMeasure, readStored } from '../store.ts'
import { addNarrative, removeNarrative } from './acts/narrate.ts'
import { readNarratives, type StoredNarrative } from './store.ts'

const read = ({ db }: RequestContext, actor: Actor, measureId: string): Promise<Result<Narrative[], Refusal<'not_found'>>> =>
  withOrg(db, actor, async (tx) => {
    const stored = await readStored(tx)
    if (!stored || everyMeasure(stored).every(({ id }) => id !== measureId)) return refuse({ code: 'not_found', values: { what: 'measure', id: measureId } })
    const inForce = await readInForce(tx, [measureId])
    return ok((await readNarratives(tx, measureId)).map((row) => presentNarrative(row, inForce, actor)))
  })

function presentNarrative(row: StoredNarrative, inForce: readonly StoredActual[], actor: Actor): Narrative {
  const { id, measure_id: measureId, fact, judgement, forecast, confidence, anchors, version } = row
  const { standing, moved } = narrativeStanding(anchors.map(({ on, value }) => ({ on, value: Number(value) })), new Map(inForce.map(({ on_date, value }) => [on_date, Number(value)])))
  return {
    id, measureId, fact, judgement, forecast, confidence, version, by: row.said_by, at: row.said_at, mine: row.said_by_id === actor.accountId, anchors: [...anchors], standing,
    moved: moved.map(({ on, was, now }) => ({ on, was: String(was), now: now === null ? null : String(now) })),
  }
}

async function then<R>(outcome: Promise<Result<string, R>>, context: RequestContext, actor: Actor): Promise<Result<Narrative[], R | Refusal<'not_found'>>> {
  const done = await outcome
  return done.ok ? read(context, actor, done.value) : done
}

/** What people say of a measure; each act answers with all that is said of it. */
export const narrativeHandlers: Handlers<typeof narrativeRoutes, keyof typeof strategyProblems> = {
  listNarratives: ({ actor, params, context }) => read(context, actor, params.id),
  addNarrative: ({ actor, params, body, context }) => then(addNarrative(context.db, actor, params.id, body, context.now), context, actor),
  removeNarrative: ({ actor, params, context }) => then(removeNarrative(context.db, actor, params.id, context.now), context, actor),
}
