import type { ContributionFacts, ObjectiveFacts, StrategyFacts } from '@throughline/engine/strategy'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../database/index.ts'

/** The objectives of the strategy in force, as a relation (org_id, id, weight) for SQL that joins them. */
export const objectivesInForce: RawBuilder<unknown> = sql`select o.org_id, o.id, o.weight from objective o join strategy_version v on v.org_id = o.org_id and v.id = o.strategy_version_id and v.status = 'in_force' where o.removed_at is null`

/** Which initiative serves which objective in force with more than 0, as a relation (org_id, initiative_id, objective_id). */
export const servedInForce: RawBuilder<unknown> = sql`select c.org_id, c.initiative_id, c.objective_id from contribution c join (${objectivesInForce}) o on o.org_id = c.org_id and o.id = c.objective_id where c.superseded_at is null and c.contribution > 0`

type Row = Pick<ObjectiveFacts, 'id' | 'statement' | 'owner' | 'deadline' | 'mandatory'> & { readonly stable_key: string; readonly perspective_id: string; readonly weight: string }

/** The objectives in force without what serves them: a few, whatever the number of initiatives. */
export async function readObjectives(tx: Tx): Promise<readonly ObjectiveFacts[]> {
  const { rows } = await sql<Row>`select o.id, o.stable_key, o.perspective_id, o.statement, o.weight, o.owner, o.deadline, o.mandatory from objective o join (${objectivesInForce}) f on f.org_id = o.org_id and f.id = o.id order by o.id`.execute(tx)
  return rows.map(({ stable_key: key, perspective_id: perspectiveId, weight, ...row }) => ({ ...row, key, perspectiveId, weight: Number(weight) }))
}

/** The objectives in force and how some initiatives serve them. */
export async function readLinksOf(tx: Tx, initiativeIds: readonly string[]): Promise<StrategyFacts> {
  const objectives = await readObjectives(tx)
  const { rows } = await sql<Omit<ContributionFacts, 'contribution'> & { readonly contribution: string }>`
    select c.initiative_id as "initiativeId", c.objective_id as "objectiveId", c.contribution, c.rationale, c.origin from contribution c
    where c.superseded_at is null and c.initiative_id = any(${initiativeIds}::uuid[]) order by c.id`.execute(tx)
  const active = new Set(objectives.map(({ id }) => id))
  return { objectives, contributions: rows.filter(({ objectiveId }) => active.has(objectiveId)).map((row) => ({ ...row, contribution: Number(row.contribution) })), measures: [] }
}
