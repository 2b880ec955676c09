import type { Decision, DecisionItem, DecisionOption } from '@throughline/contract/governance'
import type { PlanChangeList } from '@throughline/contract/portfolio'
import { sql, type Selectable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { DecisionTable } from './tables.ts'

/** A decision as the act that took it gives it. `knownAt` names the plan that was decided on, `decidedAt` the plan that was decided. */
export type DecisionToKeep = {
  readonly id: string
  readonly question: string
  readonly chosen: string
  readonly rationale: string
  readonly expected: string
  readonly options: readonly DecisionOption[]
  readonly deciderId: string
  readonly deciderName: string
  readonly proposerId: string | null
  readonly proposerName: string | null
  /** The scenario that was decided on, where it was one. */
  readonly scenarioId: string | null
  readonly scenarioName: string | null
  readonly differences: PlanChangeList
  readonly knownAt: string
  readonly decidedAt: string
  readonly hashBefore: string
  readonly hashAfter: string
}

/** Keeps a decision within the act that carries it out; that act writes the revision. */
export async function insertDecision(tx: Tx, { differences, options, ...one }: DecisionToKeep): Promise<void> {
  await sql`insert into decision (org_id, id, question, chosen, rationale, expected, options, decider_id, decider_name, proposer_id, proposer_name, scenario_id, scenario_name, differences, known_at, decided_at, hash_before, hash_after)
    values (current_org(), ${one.id}, ${one.question}, ${one.chosen}, ${one.rationale}, ${one.expected}, ${JSON.stringify(options)}::jsonb, ${one.deciderId}, ${one.deciderName}, ${one.proposerId}, ${one.proposerName}, ${one.scenarioId}, ${one.scenarioName},
      ${JSON.stringify(differences)}::jsonb, ${one.knownAt}, ${one.decidedAt}, ${one.hashBefore}, ${one.hashAfter})`.execute(tx)
}

/** Decisions, newest first; of one scenario where it is named. */
export async function readDecisions(tx: Tx, { scenarioId }: { readonly scenarioId?: string | undefined } = {}): Promise<DecisionItem[]> {
  const rows = await tx.selectFrom('decision').selectAll().$if(scenarioId !== undefined, (query) => query.where('scenario_id', '=', scenarioId ?? '')).orderBy('decided_at', 'desc').orderBy('id', 'desc').execute()
  return rows.map(itemOf)
}

/** The initiatives that each decision moved, by the decision; those that moved none are not there. */
export async function readMovedInitiatives(tx: Tx): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ id: string; moved: readonly string[] }>`
    select d.id, array_agg(distinct item->>'id') as moved from decision d, jsonb_array_elements(d.differences->'items') item where item->>'kind' = 'initiative' group by d.id`.execute(tx)
  return new Map(rows.map(({ id, moved }) => [id, moved]))
}

/** A state that a decision gave an initiative, or, where it was a rejection, that it did not give. */
export type DecidedState = { readonly decisionId: string; readonly question: string; readonly knownAt: string; readonly rejected: boolean; readonly initiativeId: string; readonly from: string; readonly to: string }

/** Decisions that are looked at together. */
const pageOfDecisions = 100
/** What decisions said of the states of initiatives, the latest decisions first and page by page, so that whoever needs the latest reads no more. */
export async function* decidedStates(tx: Tx): AsyncGenerator<readonly DecidedState[]> {
  for (let last: string | null = null; ; ) {
    const ids: readonly string[] = (await sql<{ id: string }>`
      select id from decision where ${last}::uuid is null or (decided_at, id) < (select decided_at, id from decision where id = ${last}::uuid) order by decided_at desc, id desc limit ${pageOfDecisions}`.execute(tx)).rows.map(({ id }) => id)
    const { rows } = await sql<DecidedState>`
      select d.id as "decisionId", d.question, d.known_at as "knownAt", d.hash_before = d.hash_after as rejected, item->>'id' as "initiativeId", field->>'from' as "from", field->>'to' as "to"
      from decision d, jsonb_array_elements(d.differences->'items') item, jsonb_array_elements(item->'fields') field
      where d.id = any(${ids}::uuid[]) and item->>'kind' = 'initiative' and item->>'what' = 'changed' and field->>'field' = 'state' and field->>'from' is not null and field->>'to' is not null
      order by d.decided_at desc, d.id desc, item->>'id'`.execute(tx)
    yield rows
    if (ids.length < pageOfDecisions) return
    last = ids.at(-1) ?? null
  }
}

/** One decision with all that it changed, or undefined where there is none. */
export async function readDecision(tx: Tx, id: string): Promise<Decision | undefined> {
  const row = await tx.selectFrom('decision').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...itemOf(row), differences: row.differences as PlanChangeList }
}

function itemOf(row: Selectable<DecisionTable>): DecisionItem {
  return {
    id: row.id, question: row.question, chosen: row.chosen, rationale: row.rationale, expected: row.expected, options: row.options as DecisionOption[], decider: { id: row.decider_id, name: row.decider_name },
    proposer: row.proposer_name === null ? null : { id: row.proposer_id, name: row.proposer_name }, changes: (row.differences as PlanChangeList).items.length,
    scenario: row.scenario_id === null ? null : { id: row.scenario_id, name: row.scenario_name ?? '' }, knownAt: row.known_at, decidedAt: row.decided_at, hashBefore: row.hash_before, hashAfter: row.hash_after,
  }
}
