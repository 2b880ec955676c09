import { ok } from '@throughline/engine/kernel'
import type { LedgerActBodies } from '@throughline/contract/value'
import { measurementOf } from '../measured-store.ts'
import type { Found } from './post.ts'

/** The measurement of a period by the actual that stands when the transaction looks. */
export const measuring = (body: LedgerActBodies['measure']): Found => ({
  kind: 'measure',
  find: async (tx) => {
    const measurement = await measurementOf(tx, body)
    const { reason, evidence, adjusts } = body
    return measurement.ok ? ok({ kind: 'measure', measureId: body.measureId, periodId: body.period, measurement: measurement.value, ...(reason === undefined ? {} : { reason }), ...(evidence === undefined ? {} : { evidence }), ...(adjusts ? { adjusts } : {}) }) : measurement
  },
})
