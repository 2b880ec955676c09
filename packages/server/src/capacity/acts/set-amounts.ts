import type { CapacityChanges, CapacityRefusal, PotAmounts } from '@throughline/contract/capacity'
import type { Refusal } from '@throughline/contract/wire'
import { hundredthsOf, kindOfUnit, onPeriods, periodAt, quantityText, withLine, type Line, type LineKind } from '@throughline/engine/capacity'
import { ok, refuse, type Period, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import { expectVersion, writeAs, type Actor, type Change, type Db, type Tx } from '../../database/index.ts'
import { readOrganisation } from '../../people/index.ts'
import { whySupplyCommitted } from '../commitments/index.ts'
import { lockPool, readCapacityLines, replaceCapacityLines, updatePool } from '../store/pools.ts'
import { lockPot, readPotLines, replacePotLines, updatePot } from '../store/pots.ts'
import { readSettings } from '../store/settings.ts'

type Wrong = CapacityRefusal | Refusal<'not_found' | 'version_moved'>
type GivenLine = { readonly on: string; readonly amount: string | null }

/** Gives the capacity of pools in some periods, all of them or none; never less than is committed of them. */
export function setCapacities(db: Db, actor: Actor, { pools }: Static<typeof CapacityChanges>): Promise<Result<null, Wrong>> {
  return writeAs<Result<null, Wrong>>(db, actor, 'capacity.set-capacities', async (tx, record) => {
    for (const { id, version, lines } of inOrder(pools)) {
      const current = await expectVersion(tx, await lockPool(tx, id), { room: 'capacity', kind: 'pool', id, version })
      if (!current.ok) return current
      const changed = await withGiven(tx, (await readCapacityLines(tx, id)).get(id) ?? [], { lines, kind: kindOfUnit(current.value.unit), read: (text) => hundredthsOf(text) ?? 0n, write: quantityText })
      if (!changed.ok) return changed
      await replaceCapacityLines(tx, id, changed.value.lines)
      await updatePool(tx, id, {})
      await record({ room: 'capacity', kind: 'pool', id, ...changed.value.told })
    }
    return (await whySupplyCommitted(tx, pools.map(({ id }) => id))) ?? ok(null)
  })
}

/** Gives the money of pots in some periods, all of them or none. */
export function setPotAmounts(db: Db, actor: Actor, { pots }: Static<typeof PotAmounts>): Promise<Result<null, Wrong>> {
  return writeAs<Result<null, Wrong>>(db, actor, 'capacity.set-pot-amounts', async (tx, record) => {
    for (const { id, version, lines } of inOrder(pots)) {
      const current = await expectVersion(tx, await lockPot(tx, id), { room: 'capacity', kind: 'pot', id, version })
      if (!current.ok) return current
      const changed = await withGiven(tx, (await readPotLines(tx, id)).get(id) ?? [], { lines, kind: 'flow', read: BigInt, write: String })
      if (!changed.ok) return changed
      await replacePotLines(tx, id, changed.value.lines)
      await updatePot(tx, id, {})
      await record({ room: 'capacity', kind: 'pot', id, ...changed.value.told })
    }
    return ok(null)
  })
}

/** One order for all acts, so that two never wait for each other. */
const inOrder = <T extends { readonly id: string }>(things: readonly T[]): readonly T[] => things.toSorted((a, b) => (a.id < b.id ? -1 : 1))

type Giving = { readonly lines: readonly GivenLine[]; readonly kind: LineKind; readonly read: (text: string) => bigint; readonly write: (amount: bigint) => string }
type Given = { readonly lines: readonly Line[]; readonly told: Pick<Change, 'before' | 'after'> }

/** The lines with what was given, and what the history says of it; refused where no period of the organisation begins on a day, or one is named twice. */
async function withGiven(tx: Tx, standing: readonly Line[], { lines, kind, read, write }: Giving): Promise<Result<Given, CapacityRefusal>> {
  const [{ calendar }, { grain }] = [await readOrganisation(tx), await readSettings(tx)]
  const periods: Period[] = []
  for (const { on } of lines) {
    const period = periodAt(calendar, grain, on)
    if (period.from !== on || periods.some(({ from }) => from === on)) return refuse({ code: 'capacity_period_unknown', values: { found: on, grain, expected: period.from === on ? period.to : period.from } })
    periods.push(period)
  }
  const before = onPeriods(standing, periods, kind)
  const after = lines.reduce((all, { amount }, at) => withLine(all, periods[at] ?? { from: '', to: '' }, amount === null ? null : read(amount), kind), standing)
  const told = (amounts: readonly (string | null)[]) => Object.fromEntries(periods.map(({ from }, at) => [`from ${from}`, amounts[at] ?? null]))
  return ok({ lines: after, told: { before: told(before.map((amount) => (amount === null ? null : write(amount)))), after: told(lines.map(({ amount }) => amount)) } })
}
