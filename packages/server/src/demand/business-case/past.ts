import { mostRates, type RealisedOffer } from '@throughline/contract/demand'
import { realisedOffer, type PastBenefit } from '@throughline/engine/demand'
import type { CivilDate } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'

/** Past benefits of the organisation, and the classes of a unit, narrowest first: told by the room that keeps the ledger. */
export type PastSource = (tx: Tx, unitId: string | null) => Promise<{ readonly history: readonly PastBenefit[]; readonly classPath: readonly string[] }>

/** What the ledger offers as a class of past benefits for an initiative of a unit. */
export async function pastOf(tx: Tx, readPast: PastSource | undefined, unitId: string | null, today: CivilDate): Promise<RealisedOffer> {
  const { history, classPath } = (await readPast?.(tx, unitId)) ?? { history: [], classPath: [] }
  const { name, rates, parent, enough } = realisedOffer(history, classPath)
  return { class: asClass({ name, rates }), parent: parent && asClass(parent), enough, source: `Value ledger on ${today}: verified in closed periods over what was first approved; what came to nothing is among them` }
}

/** Of many rates a sample, evenly from the lowest to the highest, so that every quantile stays where it is but for a fraction of a step. */
function asClass({ name, rates }: { readonly name: string; readonly rates: readonly number[] }): RealisedOffer['class'] {
  const sorted = rates.map((rate) => Math.round(Math.min(100, Math.max(-10, rate)) * 10_000) / 10_000).toSorted((a, b) => a - b)
  const sample = sorted.length <= mostRates ? sorted : Array.from({ length: mostRates }, (_, at) => sorted[Math.round((at * (sorted.length - 1)) / (mostRates - 1))] ?? 0)
  return { name: name.slice(-120), rates: sample, count: rates.length }
}
