import { freeFrom, startReadiness, type CrewPool, type StartReadiness, type StartSetting } from '@throughline/engine/capacity'
import type { KnownYear } from '@throughline/engine/demand'
import type { CivilDate, Metric, Money } from '@throughline/engine/kernel'
import type { Tx } from '../database/index.ts'
import { readOrganisation } from '../people/index.ts'
import { readCrews, readEnvelopeYears, readFixedStarts, readFundsOf, readGrain, readOrders, readPeopleOf, readPoolUnits } from './store.ts'

/** An initiative that is to start, as it would be then, with the years whose cost somebody gave or published. */
export type Starting = { readonly id: string; readonly name: string; readonly startOn: CivilDate | null; readonly endOn: CivilDate | null; readonly cost: Metric<Money>; readonly costYears: readonly KnownYear[] }

/** Whether initiatives are ready to start, each by its id: everything that it depends on is read once for all of them. */
export async function readinessOf(tx: Tx, starts: readonly Starting[], today: CivilDate): Promise<ReadonlyMap<string, StartReadiness>> {
  const ids = starts.map(({ id }) => id)
  const { currency, calendar } = await readOrganisation(tx)
  const envelopes = await readEnvelopeYears(tx)
  const setting: StartSetting = { calendar, grain: await readGrain(tx), currency, today, envelopes: envelopes.length > 0 }
  const [funds, people, pools, fixed] = [Map.groupBy(await readFundsOf(tx, ids), byInitiative), Map.groupBy(await readPeopleOf(tx, ids), byInitiative), await readPoolUnits(tx), await readFixedStarts(tx, ids)]
  const [crews, orders] = [new Map((await readCrews(tx, ids)).map((crew) => [crew.initiative_id, crew.lines])), Map.groupBy(await readOrders(tx, ids), byInitiative)]
  return new Map(starts.map((one) => {
    const own = people.get(one.id) ?? []
    const crew = (crews.get(one.id) ?? []).map(({ hundredths, ...line }) => ({ ...line, hundredths: BigInt(hundredths) }))
    const named = new Set(crew.map(({ poolId }) => poolId))
    return [one.id, startReadiness({
      ...one, startOn: fixed.get(one.id) ?? one.startOn, funds: fundsByYear(envelopes, funds.get(one.id) ?? []), crew,
      pools: new Map(pools.filter(({ id }) => named.has(id)).map((pool): [string, CrewPool] => [pool.id, { ...pool, committed: own.filter(({ poolId }) => poolId === pool.id) }])),
      prerequisites: (orders.get(one.id) ?? []).map(({ name, state, endOn, lagMonths }) => ({ name, freeFrom: freeFrom({ state, endOn, lagMonths, today }) })),
    }, setting)]
  }))
}

const byInitiative = ({ initiativeId }: { readonly initiativeId: string }): string => initiativeId

/** What is committed by fiscal year: 0 where an envelope covers it and nothing is. */
function fundsByYear(envelopes: readonly { readonly id: string; readonly year: number }[], held: readonly { readonly envelopeId: string; readonly amountMinor: bigint }[]): ReadonlyMap<number, bigint> {
  const own = new Map(held.map(({ envelopeId, amountMinor }) => [envelopeId, amountMinor]))
  const sums = new Map<number, bigint>()
  for (const { id, year } of envelopes) sums.set(year, (sums.get(year) ?? 0n) + (own.get(id) ?? 0n))
  return sums
}
