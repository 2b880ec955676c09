import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { YearAmounts } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import type { Static } from 'typebox'
import { expectVersion, writeAs, type Actor, type Db } from '../../database/index.ts'
import { lockInitiative, updateInitiative } from '../store/initiatives.ts'
import { readStanding, setYears, type YearGiven } from '../years/store.ts'

type Wrong = Refusal<'not_found' | 'version_moved' | 'year_twice'>

/** Gives cost or benefits of some fiscal years, or takes them back. Whether they sum to the whole is said where they are shown; nothing is mended. */
export function giveYears(db: Db, actor: Actor, id: string, { version, lines }: Static<typeof YearAmounts>, now: Date): Promise<Result<string, Wrong>> {
  return writeAs<Result<string, Wrong>>(db, actor, 'demand.give-years', async (tx, record) => {
    const current = await expectVersion(tx, await lockInitiative(tx, id), { room: 'demand', kind: 'initiative', id, version })
    if (!current.ok) return current
    const twice = lines.find((line, index) => lines.findIndex(({ kind, year }) => kind === line.kind && year === line.year) < index)
    if (twice) return refuse({ code: 'year_twice', values: { kind: twice.kind, year: twice.year } })
    const before = await readStanding(tx, id)
    const given: readonly YearGiven[] = lines.map(({ kind, year, amountMinor }) => ({ kind, year, minor: amountMinor }))
    await setYears(tx, id, given, { kind: 'entered', by: actor.name, at: now.toISOString() })
    await updateInitiative(tx, id, {})
    const said = (amountOf: (line: YearGiven) => string | null) => Object.fromEntries(given.map((line) => [`${line.kind} ${line.year}`, amountOf(line)]))
    await record({ room: 'demand', kind: 'initiative', id, before: said((line) => before.get(`${line.kind} ${line.year}`) ?? null), after: said(({ minor }) => minor) })
    return ok(id)
  })
}
