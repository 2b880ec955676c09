import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { objectivesInForce } from '../../strategy/index.ts'

/** What stands on accounts of one benefit in one unit, under the objective whose measure it moves. */
export type UnderObjective = { readonly objectiveId: string; readonly objective: string; readonly benefitId: string; readonly benefit: string; readonly unit: string; readonly promised: string; readonly claimed: string; readonly verified: string; readonly banked: string }

/** By objective of the measure, as it is in force now; one of them or all, in the order of their statements. */
export async function readUnderObjectives(tx: Tx, objectiveId: string | undefined): Promise<readonly UnderObjective[]> {
  const { rows } = await sql<UnderObjective>`
    with now as materialized (select o.stable_key, o.id, o.statement from objective o join (${objectivesInForce}) f on f.org_id = o.org_id and f.id = o.id),
    own as materialized (select b.id, b.name, coalesce(n.id, o.id) as objective_id, coalesce(n.statement, o.statement) as statement from benefit b join measure m on m.org_id = b.org_id and m.id = b.measure_id join objective o on o.org_id = m.org_id and o.id = m.objective_id left join now n on n.stable_key = o.stable_key)
    select o.objective_id as "objectiveId", o.statement as objective, o.id as "benefitId", o.name as benefit, a.unit,
      coalesce(sum(-p.amount) filter (where a.code = 'S10'), 0)::text as promised, coalesce(sum(p.amount) filter (where a.code in ('R10', 'R20', 'R30', 'C20')), 0)::text as claimed,
      coalesce(sum(p.amount) filter (where a.code in ('R20', 'R30')), 0)::text as verified, coalesce(sum(p.amount) filter (where a.code = 'R30'), 0)::text as banked
    from own o join ledger_account a on a.org_id = current_org() and a.benefit_id = o.id and a.code in ('S10', 'R10', 'R20', 'R30', 'C20') join ledger_posting p on p.org_id = current_org() and p.account_id = a.id
    where ${objectiveId ?? null}::uuid is null or o.objective_id = ${objectiveId ?? null}::uuid
    group by 1, 2, 3, 4, 5 order by lower(o.statement), 1, 5, lower(o.name), 3`.execute(tx)
  return rows
}
