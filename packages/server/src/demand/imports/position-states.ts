import type { Tx } from '../../database/index.ts'
import { readStatesOn, stateKey, type PositionState } from '../states/store.ts'
import type { InitiativeRecord } from '../store/initiatives.ts'
import { positionOf, type AppliedRow, type PositionColumns } from './position.ts'

/** What a position says of an initiative on its day, and the state that it builds on. */
export type StateOfPosition = { readonly asOf: string; readonly columns: PositionColumns; readonly base: InitiativeRecord | undefined }
export type Bases = ReadonlyMap<string, InitiativeRecord>

/** The states on which positions build that are older than the plan of record, by `stateKey`. */
export function readBases(tx: Tx, rows: readonly { readonly id: string; readonly on: string }[], records: ReadonlyMap<string, InitiativeRecord>): Promise<Bases> {
  return readStatesOn(tx, rows.filter(({ id, on }) => on < (records.get(id)?.valid_from ?? '')))
}

/** The state that each position gives on its own day, oldest first: it builds on what held until then, whatever came later. */
export function statesOf(rows: readonly AppliedRow[], record: InitiativeRecord | undefined, bases: Bases): readonly StateOfPosition[] {
  const states: StateOfPosition[] = []
  for (const row of rows) {
    const base = record === undefined || row.asOf >= record.valid_from ? record : bases.get(stateKey({ id: record.id, on: row.asOf }))
    const last = states.at(-1)
    const before = last && (base === undefined || base.valid_from <= last.asOf) ? last.columns : base
    states.push({ asOf: row.asOf, columns: positionOf(before, row), base })
  }
  return states
}

/** The states that the plan of record does not show by itself: those of all positions but the newest, and its own where something later has the say. */
export const statesToRemember = (id: string, before: InitiativeRecord | undefined, after: PositionColumns | undefined, states: readonly StateOfPosition[]): readonly PositionState[] =>
  states.flatMap(({ asOf, columns, base }) => {
    const shown = after?.position_on === asOf && (before === undefined || before.valid_from <= asOf)
    return shown ? [] : [{ id, validFrom: asOf, columns: { ...(base ? { key: base.key, kind: base.kind, state: base.state, mandatory: base.mandatory } : {}), ...columns } }]
  })
