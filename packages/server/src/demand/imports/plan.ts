import type { SourcedField } from '@throughline/engine/demand'
import type { Tx } from '../../database/index.ts'
import { readInitiativeRecords, type InitiativeRecord } from '../store/initiatives.ts'
import { rowReader } from '../store/pieces.ts'
import type { LinkedRow } from './link.ts'
import { readBases, statesOf, type Bases, type StateOfPosition } from './position-states.ts'
import { changedFields, positionOf, type AppliedRow, type PositionColumns } from './position.ts'
import type { StagedContent, StagedRow } from './staged.ts'

/** A position that is written: its publication, or that it says what is in force already. */
export type PlannedPosition = { readonly asOf: string; readonly title: string; readonly publicationId: string; readonly same: boolean }
/** All rows of a file that are one initiative, oldest position first, with what becomes of it. */
export type PlannedGroup = {
  readonly begins: number
  readonly rows: readonly { readonly number: number; readonly linkedBy: Exclude<LinkedRow['linkedBy'], 'refused'>; readonly asOf: string; readonly reportId: string; readonly row: StagedRow }[]
  /** Undefined where the import begins it. */
  readonly before: InitiativeRecord | undefined
  /** Undefined where later positions have the say. */
  readonly after: PositionColumns | undefined
  readonly changed: readonly SourcedField[]
  /** What each position says on its own day. */
  readonly states: readonly StateOfPosition[]
  readonly effect: 'new' | 'changed' | 'unchanged' | 'history'
  /** The newest position that has the say, with what it says beside the fields. */
  readonly latest: { readonly row: Pick<StagedContent, 'years' | 'custom'>; readonly reportId: string; readonly publication: string; readonly asOf: string } | undefined
}
export type Planning = {
  readonly tx: Tx
  readonly importId: string
  readonly links: readonly LinkedRow[]
  readonly positions: ReadonlyMap<string, PlannedPosition>
  readonly unitOf: (path: readonly string[]) => string | null
  readonly newReportId: () => string
}

/** Rows that are looked at together: bounds what is held in memory. */
const batchRows = 1_000

/** Goes through the initiatives of an import in batches, in the order of the file, and says what becomes of each. */
export async function planGroups(planning: Planning, visit: (groups: readonly PlannedGroup[], done: number) => Promise<void>): Promise<void> {
  const readRows = rowReader(planning.tx, planning.importId)
  let done = 0
  for (const batch of batchesOf(planning.links)) {
    const rows = batch.flat()
    const read = await readRows(rows.map(({ number }) => number))
    const ids = batch.flatMap(([first]) => first?.initiativeId ?? [])
    const records = new Map((ids.length === 0 ? [] : await readInitiativeRecords(planning.tx, ids)).map((record) => [record.id, record]))
    const bases = await readBases(planning.tx, rows.flatMap(({ initiativeId, asOf }) => (initiativeId === null || asOf === null ? [] : { id: initiativeId, on: asOf })), records)
    await visit(batch.map((links) => planGroup(planning, links, read, records.get(links[0]?.initiativeId ?? ''), bases)), done)
    done += rows.length
  }
}

function* batchesOf(links: readonly LinkedRow[]): Generator<readonly (readonly LinkedRow[])[]> {
  const groups = Map.groupBy(links.filter(({ linkedBy }) => linkedBy !== 'refused'), ({ begins }) => begins)
  let batch: (readonly LinkedRow[])[] = []
  let rows = 0
  for (const group of groups.values()) {
    batch.push(group)
    rows += group.length
    if (rows < batchRows) continue
    yield batch
    batch = []
    rows = 0
  }
  if (batch.length > 0) yield batch
}

function planGroup({ positions, unitOf, newReportId }: Planning, links: readonly LinkedRow[], read: ReadonlyMap<number, StagedRow>, before: InitiativeRecord | undefined, bases: Bases): PlannedGroup {
  let state: PositionColumns | undefined = before
  let told = false
  let latest: PlannedGroup['latest']
  const applied: AppliedRow[] = []
  const rows = links.flatMap(({ number, linkedBy }) => {
    const row = read.get(number)
    const position = positions.get(row?.as_of ?? '')
    if (!row || !position || position.same || linkedBy === 'refused') return []
    const reportId = newReportId()
    told = !(state?.position_on && state.position_on > position.asOf)
    const { content } = row
    const one = { row: { parts: content.parts, flags: content.report.flags }, reportId, unitId: unitOf(row.units), publication: position.title, asOf: position.asOf }
    applied.push(one)
    if (told) {
      state = positionOf(state, one)
      latest = { row: content, reportId, publication: position.title, asOf: position.asOf }
    }
    return [{ number, linkedBy, asOf: position.asOf, reportId, row }]
  })
  const after = state === before ? undefined : state
  const changed = before && after ? changedFields(before, after) : []
  const effect = !before ? 'new' : changed.length > 0 ? 'changed' : rows.length > 0 && !told && after === undefined ? 'history' : 'unchanged'
  return { begins: links[0]?.begins ?? 0, rows, before, after, changed, states: applied.length === 1 && before === undefined && after ? [{ asOf: applied[0]?.asOf ?? '', columns: after, base: undefined }] : statesOf(applied, before, bases), effect, latest }
}
