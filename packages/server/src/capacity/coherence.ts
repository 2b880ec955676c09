import type { PoolUnit } from '@throughline/engine/capacity'
import type { CoherenceSource } from '../strategy/index.ts'
import { readLoads } from './load.ts'

const unitWords: Readonly<Record<PoolUnit, string>> = { hour: 'hours', day: 'days', fte: 'full-time equivalents' }

/** What pools of people have in each period from today on, in hundredths, and what initiatives of the plan need of it. Capacity that nobody recorded limits nothing. */
export const capacityCoherence = {
  limits: async (tx, today) => {
    const { loads, periods: named } = await readLoads(tx, today)
    const limited = loads.flatMap(({ id, name, unit, periods }) =>
      periods.flatMap(({ period: { from }, capacity, parts }, at) => (capacity.status === 'ok' ? [{ limit: { id: `${id} ${from}`, name: `${name} in ${named[at]?.label ?? from}`, amount: Number(capacity.value), parts: 100, unit: unitWords[unit] }, taken: parts }] : [])),
    )
    return { limits: limited.map(({ limit }) => limit), demands: limited.flatMap(({ limit, taken }) => taken.map(({ initiativeId, demand }) => ({ limitId: limit.id, initiativeId, amount: Number(demand) }))) }
  },
} satisfies Partial<CoherenceSource>
