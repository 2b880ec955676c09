import type { SightThing } from '@throughline/contract/strategy'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { objectivesInForce } from '../objectives-store.ts'
import type { Judged } from '../tree/unit-objectives.ts'
import type { Edge, EdgesOf, Ends, ThingsOf } from './source.ts'

const ids = (ends: Ends): readonly string[] => ('from' in ends ? ends.from : ends.to)
type Row = { readonly from: string; readonly to: string; readonly strength?: string; readonly words?: string }

/** How initiatives serve or hurt objectives in force. */
export async function contributionEdges(tx: Tx, ends: Ends): Promise<readonly Edge[]> {
  const { rows } = await sql<Row>`select c.objective_id as "from", c.initiative_id as "to", c.contribution as strength, c.rationale as words from contribution c join (${objectivesInForce}) o on o.org_id = c.org_id and o.id = c.objective_id
    where c.superseded_at is null and c.contribution <> 0 and ${'from' in ends ? sql`c.objective_id` : sql`c.initiative_id`} = any(${ids(ends)}::uuid[])`.execute(tx)
  return rows.map(({ strength, ...row }) => ({ ...row, strength: Number(strength) }))
}

/** Which measures tell of objectives in force: of those of the organisation, or of those of units, which are named. */
export const measureEdges = (ofUnits?: readonly string[]): EdgesOf => async (tx, ends) => {
  const { rows } = await sql<Row>`select m.objective_id as "from", m.id as "to" from measure m where m.removed_at is null and ${'from' in ends ? sql`m.objective_id` : sql`m.id`} = any(${ids(ends)}::uuid[])
    and m.objective_id in (${ofUnits === undefined ? sql`select id from (${objectivesInForce}) o` : sql`select unnest(${ofUnits}::uuid[])`})`.execute(tx)
  return rows.map(({ from, to }) => ({ from, to }))
}

/** Objectives in force by their ids, with their perspective. */
export const objectiveThings: ThingsOf = async (tx, wanted) => {
  const { rows } = await sql<{ id: string; name: string; note: string; on: string | null }>`select o.id, o.statement as name, p.name as note, o.deadline as "on" from objective o join (${objectivesInForce}) f on f.org_id = o.org_id and f.id = o.id
    join perspective p on p.org_id = o.org_id and p.id = o.perspective_id where o.id = any(${wanted}::uuid[])`.execute(tx)
  return rows.map((row): SightThing => ({ kind: 'objective', ...row }))
}

/** Measures by their ids, with their unit and the day they were last measured. */
export const measureThings: ThingsOf = async (tx, wanted) => {
  const { rows } = await sql<{ id: string; name: string; note: string; on: string | null }>`select m.id, m.name, m.unit as note, (select max(a.on_date) from measure_actual a where a.org_id = m.org_id and a.measure_id = m.id and a.superseded_at is null) as "on"
    from measure m where m.removed_at is null and m.id = any(${wanted}::uuid[])`.execute(tx)
  return rows.map((row): SightThing => ({ kind: 'measure', ...row, note: row.note.replaceAll('_', ' ') }))
}

/** Measures of objectives in force, those of units included, with whether anything was measured. */
export async function measureStanding(tx: Tx, ofUnits: readonly string[]): Promise<readonly { readonly id: string; readonly name: string; readonly unit: string; readonly objectiveId: string; readonly measured: boolean }[]> {
  const { rows } = await sql<{ id: string; name: string; unit: string; objectiveId: string; measured: boolean }>`select m.id, m.name, m.unit, m.objective_id as "objectiveId", exists (select from measure_actual a where a.org_id = m.org_id and a.measure_id = m.id and a.superseded_at is null) as measured
    from measure m where m.removed_at is null and (m.objective_id in (select id from (${objectivesInForce}) o) or m.objective_id = any(${ofUnits}::uuid[])) order by m.name, m.id`.execute(tx)
  return rows
}

/** How initiatives were judged to serve the objectives in force. */
export async function judgedPairs(tx: Tx): Promise<readonly Judged[]> {
  const { rows } = await sql<Omit<Judged, 'contribution'> & { readonly contribution: string }>`select c.initiative_id as "initiativeId", c.objective_id as "objectiveId", c.contribution from contribution c join (${objectivesInForce}) o on o.org_id = c.org_id and o.id = c.objective_id where c.superseded_at is null order by 2, 1`.execute(tx)
  return rows.map((row) => ({ ...row, contribution: Number(row.contribution) }))
}
