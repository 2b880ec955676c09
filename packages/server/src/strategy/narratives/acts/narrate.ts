import type { NewNarrative } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readInForce } from '../../measures/store.ts'
import { everyMeasure, readStored } from '../../store.ts'
import { insertNarrative, lockNarrative, takeBack } from '../store.ts'

type Unsaid = Refusal<'not_found' | 'narrative_empty' | 'narrative_unfounded'>

/** Says what figures of a measure mean; the figures are kept with it as they are now. */
export function addNarrative(db: Db, actor: Actor, measureId: string, given: NewNarrative, now: Date): Promise<Result<string, Unsaid>> {
  return writeAs<Result<string, Unsaid>>(db, actor, 'strategy.narrate', async (tx, record) => {
    const stored = await readStored(tx)
    const measure = stored && everyMeasure(stored).find(({ id }) => id === measureId)
    if (!measure) return refuse({ code: 'not_found', values: { what: 'measure', id: measureId } })
    const said = { fact: given.fact.trim(), judgement: given.judgement.trim(), forecast: given.forecast.trim(), confidence: given.confidence }
    if (said.fact === '' && said.judgement === '' && said.forecast === '') return refuse({ code: 'narrative_empty' })
    const values = new Map((await readInForce(tx, [measureId])).map(({ on_date, value }) => [on_date, value]))
    const missing = given.days.filter((on) => !values.has(on))
    if (missing.length > 0) return refuse({ code: 'narrative_unfounded', values: { measure: measure.name, found: missing.join(', ') } })
    const [id, anchors] = [newId(), given.days.toSorted().map((on) => ({ on, value: values.get(on) ?? '' }))]
    await insertNarrative(tx, { org_id: actor.orgId, id, measure_id: measureId, ...said, anchors, said_at: now.toISOString(), said_by: actor.name, said_by_id: actor.accountId })
    await record({ room: 'strategy', kind: 'narrative', id, before: null, after: { measure: measure.name, ...said, anchors } })
    return ok(measureId)
  })
}

type Kept = Refusal<'not_found' | 'narrative_not_yours'>

/** Takes back what one said oneself; answers with the measure that it was said of. */
export function removeNarrative(db: Db, actor: Actor, id: string, now: Date): Promise<Result<string, Kept>> {
  return writeAs<Result<string, Kept>>(db, actor, 'strategy.take-back-narrative', async (tx, record) => {
    const found = await lockNarrative(tx, id)
    if (!found) return refuse({ code: 'not_found', values: { what: 'narrative', id } })
    const { said_by_id, said_by, measure_id, fact, judgement, forecast } = found
    if (said_by_id !== actor.accountId) return refuse({ code: 'narrative_not_yours', values: { by: said_by } })
    await takeBack(tx, id, now.toISOString())
    await record({ room: 'strategy', kind: 'narrative', id, before: { fact, judgement, forecast }, after: null })
    return ok(measure_id)
  })
}
