import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { CellChange, CellChanges, CellIssue } from '@throughline/contract/demand'
import type { Static } from 'typebox'
import { writeAs, type Actor, type Db, type Tx } from '../../database/index.ts'
import { readUnits } from '../../people/index.ts'
import { wordsOf } from '@throughline/contract/wire'
import { demandProblems } from '@throughline/contract/demand'
import { holdFields, readCustomValues, setCustomValues } from '../fields/store.ts'
import { updateAll } from '../store/bulk.ts'
import { whyNotBegun } from '../starts.ts'
import { lockInitiativesOf, type InitiativeRecord } from '../store/initiatives.ts'
import { decideCells, type Decided, type Deciding } from './decide.ts'
import { readLastBy } from './store.ts'

/** What came of many cells: which initiatives changed, which had moved meanwhile, how many cells, and those that were refused. */
export type ChangedCells = { readonly ids: readonly string[]; readonly moved: readonly string[]; readonly changed: number; readonly issues: readonly CellIssue[] }

/**
 * Changes many cells in one transaction, by a fixed number of statements whatever their number: a paste, a fill, a bulk change, an
 * import of values. A cell that is refused is an issue and the others stand; each changed initiative gets one revision.
 */
export async function changeCells(db: Db, actor: Actor, { changes, why }: Static<typeof CellChanges>, now: Date): Promise<ChangedCells> {
  const outcome = await writeAs<Result<ChangedCells, ChangedCells>>(db, actor, 'demand.change-cells', async (tx, record) => {
    const decided = await decide(tx, actor, changes, now)
    const result = resultOf(decided)
    // Nothing to write: the transaction ends as a refused one does, with nothing to record.
    if (decided.writes.length === 0) return refuse(result)
    await updateAll(tx, 'initiative', decided.writes.map(({ id, columns }) => ({ id, ...columns })))
    const values = decided.writes.flatMap(({ custom }) => custom)
    if (values.length > 0) await setCustomValues(tx, values)
    await record(...decided.writes.map(({ id, before, after }) => ({ room: 'demand', kind: 'initiative', id, before, after, ...(why === undefined ? {} : { why }) })))
    return ok(result)
  })
  return outcome.ok ? outcome.value : outcome.refusal
}

const resultOf = ({ writes, issues }: Decided): ChangedCells => ({
  ids: writes.map(({ id }) => id), moved: [...new Set(issues.filter(({ code }) => code === 'version_moved').map(({ id }) => id))], changed: writes.reduce((sum, { cells }) => sum + cells, 0), issues,
})

async function decide(tx: Tx, actor: Actor, changes: readonly CellChange[], now: Date): Promise<Decided> {
  const ids = [...new Set(changes.map(({ id }) => id))]
  const rows = new Map((await lockInitiativesOf(tx, ids)).map((row) => [row.id, row]))
  const named = changes.some(({ field }) => field.startsWith('custom:'))
  const fields = new Map(named ? (await holdFields(tx)).map((field) => [field.id, field]) : [])
  const custom = named ? await readCustomValues(tx, ids) : new Map<string, never>()
  const units = new Set((await readUnits(tx)).map(({ id }) => id))
  return withReadyStarts(tx, changes, { actor, now, rows, fields, custom, units, lastBy: await readLastBy(tx, movedIn(changes, rows)) })
}

/** What becomes of the cells where an initiative that is not ready does not start: the cell of its state is refused, and the rest of its row stands. */
async function withReadyStarts(tx: Tx, changes: readonly CellChange[], deciding: Deciding): Promise<Decided> {
  const decided = decideCells(changes, deciding)
  const { actor, now, rows } = deciding
  const blocked = await whyNotBegun(tx, actor, decided.writes.map(({ id, columns }) => ({ id, before: rows.get(id)?.state ?? null, after: columns })), now)
  if (blocked.size === 0) return decided
  const again = decideCells(changes.filter(({ id, field }) => field !== 'state' || !blocked.has(id)), deciding)
  const issues = [...blocked].map(([id, { code, values }]): CellIssue => ({ id, field: 'state', code, found: 'a start that is not ready', expected: 'one that is', message: wordsOf(demandProblems.start_blocked, values) }))
  return { writes: again.writes, issues: [...again.issues, ...issues] }
}

const movedIn = (changes: readonly CellChange[], rows: ReadonlyMap<string, InitiativeRecord>): readonly string[] => [...new Set(changes.filter(({ id, version }) => (rows.get(id)?.version ?? version) !== version).map(({ id }) => id))]
