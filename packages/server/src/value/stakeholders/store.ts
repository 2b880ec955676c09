import type { ClassSplit } from '@throughline/engine/value'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

/** Whom a benefit is said to go to. */
export type Split = { readonly shares: ClassSplit; readonly reason: string; readonly by: string }

/** A benefit by its name, held until the act ends, with what is said of it. */
export async function lockSplit(tx: Tx, benefitId: string): Promise<{ readonly benefit: string; readonly split: Split | null } | undefined> {
  const benefit = await tx.selectFrom('benefit').select('name').where('id', '=', benefitId).forUpdate().executeTakeFirst()
  const said = await tx.selectFrom('benefit_split').select(['shares', 'reason', 'said_by']).where('benefit_id', '=', benefitId).executeTakeFirst()
  return benefit && { benefit: benefit.name, split: said ? { shares: said.shares as ClassSplit, reason: said.reason, by: said.said_by } : null }
}

/** The one word on a benefit, instead of the one before. */
export const keepSplit = (tx: Tx, orgId: string, benefitId: string, { shares, reason, by }: Split) =>
  tx.insertInto('benefit_split').values({ org_id: orgId, benefit_id: benefitId, shares: JSON.stringify(shares), reason, said_by: by })
    .onConflict((conflict) => conflict.columns(['org_id', 'benefit_id']).doUpdateSet(({ ref }) => ({ shares: ref('excluded.shares'), reason: ref('excluded.reason'), said_by: ref('excluded.said_by') }))).execute()
export const forgetSplit = (tx: Tx, benefitId: string) => tx.deleteFrom('benefit_split').where('benefit_id', '=', benefitId).execute()

export type BenefitRow = { readonly benefitId: string; readonly benefit: string; readonly initiativeId: string; readonly initiative: string; readonly unit: string; readonly split: Split | null }

/** Every benefit by name, with whom it is said to go to. */
export async function readBenefitsDivided(tx: Tx): Promise<readonly BenefitRow[]> {
  const { rows } = await sql<BenefitRow>`
    select b.id as "benefitId", b.name as benefit, b.initiative_id as "initiativeId", i.name as initiative, b.unit, case when s.benefit_id is null then null else jsonb_build_object('shares', s.shares, 'reason', s.reason, 'by', s.said_by) end as split
    from benefit b join initiative i on i.org_id = b.org_id and i.id = b.initiative_id left join benefit_split s on s.org_id = b.org_id and s.benefit_id = b.id
    where b.org_id = current_org() order by lower(b.name), b.id`.execute(tx)
  return rows
}

export type BenefitAmounts = { readonly benefitId: string; readonly unit: string; readonly promised: string; readonly claimed: string; readonly verified: string }

/** What stands on the accounts of benefits, unit by unit. */
export async function readBenefitAmounts(tx: Tx): Promise<readonly BenefitAmounts[]> {
  const { rows } = await sql<BenefitAmounts>`
    select a.benefit_id as "benefitId", a.unit, coalesce(sum(-p.amount) filter (where a.code = 'S10'), 0)::text as promised, coalesce(sum(p.amount) filter (where a.code in ('R10', 'R20', 'R30', 'C20')), 0)::text as claimed,
      coalesce(sum(p.amount) filter (where a.code in ('R20', 'R30')), 0)::text as verified
    from ledger_account a join ledger_posting p on p.org_id = current_org() and p.account_id = a.id
    where a.org_id = current_org() and a.benefit_id is not null and a.code in ('S10', 'R10', 'R20', 'R30', 'C20') group by 1, 2 order by 2, 1`.execute(tx)
  return rows
}
