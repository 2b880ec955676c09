import type { ObjectiveValue } from '@throughline/contract/value'
import { toWire } from '@throughline/contract/wire'
import { explainUnder } from '@throughline/engine/value'
import type { Tx } from '../../database/index.ts'
import { readUnderObjectives } from './objective-store.ts'

/** What is promised, claimed, verified and banked under objectives, unit by unit. */
export async function presentByObjective(tx: Tx, objectiveId: string | undefined): Promise<ObjectiveValue[]> {
  const rows = await readUnderObjectives(tx, objectiveId)
  return [...Map.groupBy(rows, (row) => `${row.objectiveId} ${row.unit}`).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const figures = explainUnder(first.objective, first.unit, own.map(({ benefit, promised, claimed, verified, banked }) => ({ benefit, promised: BigInt(promised), claimed: BigInt(claimed), verified: BigInt(verified), banked: BigInt(banked) })))
    return [{ objectiveId: first.objectiveId, objective: first.objective, unit: first.unit, benefits: own.length, ...toWire(figures.amounts), why: toWire(figures.why) }]
  })
}
