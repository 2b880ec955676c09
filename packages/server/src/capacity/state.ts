import type { StateSource } from '../strategy/index.ts'
import { readPotLines, readPots } from './store/pots.ts'

/** Budgets for the state of alignment: one has money where any is given for a period that is not over, or for the whole of it alone. */
export const capacityState = {
  pots: async (tx, today) => {
    const lines = await readPotLines(tx)
    return (await readPots(tx)).map(({ id, name, total_minor }) => {
      const own = lines.get(id) ?? []
      return { thing: { kind: 'pot', id, name }, funded: own.length === 0 ? Number(total_minor ?? 0) > 0 : own.some(({ to, amount }) => to > today && amount > 0n) }
    })
  },
} satisfies Partial<StateSource>
