import { ok, refuse } from '@throughline/engine/kernel'
import type { MeasureList, strategyProblems, strategyRoutes } from '@throughline/contract/strategy'
import { withOrg, type Tx } from '../../database/index.ts'
import { todayOf, type Handlers, type RequestContext } from '../../http/index.ts'
import { readOrganisation, readUnits } from '../../people/index.ts'
import { rolledUp } from '../../rollups/index.ts'
import { approveActual } from '../acts/record-actuals.ts'
import { recordBatch } from '../acts/record-batch.ts'
import { undoBatch } from '../acts/undo-batch.ts'
import { firstStrategy } from '../first-strategy.ts'
import { everyMeasure, readStored, type StoredStrategy } from '../store.ts'
import { presentBatch, presentMeasureChange, presentMeasureDetail, presentMeasureList } from './present-detail.ts'
import { previewFile } from './preview.ts'
import { findBatch, readBatches, readNames, readRecords } from './store.ts'

type MeasureRoutes = Pick<typeof strategyRoutes, 'listMeasures' | 'readMeasure' | 'readMeasureChange' | 'approveActual' | 'previewActuals' | 'recordActuals' | 'listBatches' | 'undoBatch'>

export const measureHandlers: Handlers<MeasureRoutes, keyof typeof strategyProblems> = {
  // Everything is read for it, once after each act and each day: until then it is asked for as it was kept.
  listMeasures: ({ actor, context }) =>
    rolledUp<MeasureList, never>(context.db, actor, { kind: 'measures', asked: todayOf(context) }, async ({ tx }) => {
      const stored = (await readStored(tx)) ?? firstStrategy(actor.orgId)
      return ok(presentMeasureList(stored, await settingOf(tx, stored, context)))
    }),
  readMeasure: ({ actor, params, context }) =>
    withOrg(context.db, actor, async (tx) => {
      const stored = (await readStored(tx)) ?? firstStrategy(actor.orgId)
      const detail = presentMeasureDetail(stored, params.id, await readRecords(tx, params.id), await settingOf(tx, stored, context))
      return detail ? ok(detail) : refuse({ code: 'not_found' as const, values: { what: 'measure', id: params.id } })
    }),
  readMeasureChange: ({ actor, params, query, context }) =>
    withOrg(context.db, actor, async (tx) => {
      const change = presentMeasureChange((await readStored(tx)) ?? firstStrategy(actor.orgId), params.id, query, { calendar: (await readOrganisation(tx)).calendar, today: todayOf(context) })
      return change ? ok(change) : refuse({ code: 'not_found' as const, values: { what: 'measure', id: params.id } })
    }),
  approveActual: ({ actor, params, body, context: { db, now } }) => approveActual(db, actor, params.id, body.version, now),
  previewActuals: ({ actor, query, body, context }) =>
    withOrg(context.db, actor, async (tx) => {
      const stored = (await readStored(tx)) ?? firstStrategy(actor.orgId)
      return ok(await previewFile(body, query.fileName ?? 'actuals', { measures: everyMeasure(stored), actuals: stored.actuals }))
    }),
  recordActuals: async ({ actor, body, context }) => {
    const recorded = await recordBatch(context.db, actor, body, context.now)
    return recorded.ok ? batchReply(context, actor, recorded.value) : recorded
  },
  listBatches: ({ actor, context }) => withOrg(context.db, actor, async (tx) => ok((await readBatches(tx)).map(presentBatch))),
  undoBatch: async ({ actor, params, context }) => {
    const undone = await undoBatch(context.db, actor, params.id, context.now)
    return undone.ok ? batchReply(context, actor, undone.value) : undone
  },
}


const readUnitNames = async (tx: Tx): Promise<ReadonlyMap<string, string>> => new Map((await readUnits(tx)).map(({ id, name }) => [id, name]))

async function settingOf(tx: Tx, stored: StoredStrategy, context: RequestContext) {
  const { calendar } = await readOrganisation(tx)
  return { calendar, today: todayOf(context), names: await readNames(tx, [...new Set(everyMeasure(stored).flatMap(({ reporter_id }) => reporter_id ?? []))]), unitNames: await readUnitNames(tx) }
}

function batchReply(context: RequestContext, actor: Parameters<typeof withOrg>[1], id: string) {
  return withOrg(context.db, actor, async (tx) => {
    const batch = await findBatch(tx, id)
    return batch ? ok(presentBatch(batch)) : refuse({ code: 'not_found' as const, values: { what: 'batch', id } })
  })
}
