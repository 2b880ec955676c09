import type { StateThing } from '@throughline/engine/strategy'
import { readLoads } from '../../capacity/index.ts'
import type { StateSource } from '../../strategy/index.ts'
import { allocationOf } from './index.ts'

const pool = ({ id, name }: { readonly id: string; readonly name: string }): StateThing => ({ kind: 'pool', id, name })
const initiative = ({ id, name }: { readonly id: string; readonly name: string }): StateThing => ({ kind: 'initiative', id, name })

/** People for the state of alignment: pools with a capacity, where more is asked of them than there is, and who is short of them while what counts less is not. */
export const portfolioState = {
  people: async (tx, today) => {
    const { periods, loads } = await readLoads(tx, today)
    const labels = new Map(periods.map(({ from, label }) => [from, label]))
    const { mismatches } = await allocationOf(tx, today)
    return {
      pools: loads.filter((one) => one.periods.some(({ capacity }) => capacity.status === 'ok')).map((one) => ({ thing: pool(one), overloaded: one.periods.flatMap(({ period, capacity, demand }) => (capacity.status === 'ok' && demand > capacity.value ? [labels.get(period.from) ?? period.from] : [])) })),
      outbid: mismatches.flatMap((one) => (one.lower.length === 0 ? [] : [{ initiative: initiative(one.initiative), pool: pool(one.pool), period: one.period.label, lower: one.lower.map((other) => initiative(other.initiative)) }])),
    }
  },
} satisfies Partial<StateSource>
