import { permissionsOfRole, type Role } from '@throughline/contract/people'
import type { CivilDate } from '@throughline/engine/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

/** One posting on an account of realised value that nobody has looked at. */
export type WaitingLine = {
  readonly accountId: string; readonly benefitId: string; readonly benefit: string; readonly ownerId: string | null; readonly initiativeId: string; readonly initiative: string; readonly period: string; readonly unit: string
  readonly entryId: string; readonly kind: string; readonly on: CivilDate; readonly byId: string; readonly by: string; readonly amount: string
  /** Reversed, or the reversal of another: together they are nothing. */
  readonly gone: boolean
}

/** All postings of accounts on which anything waits, account by account in their order. */
export async function readWaitingLines(tx: Tx): Promise<readonly WaitingLine[]> {
  const { rows } = await sql<WaitingLine>`
    with lines as materialized (
      select a.id, a.benefit_id, a.period, a.unit, p.seq, p.entry_id, p.amount, first_value(p.balance) over (partition by a.id order by p.seq desc) as waits
      from ledger_account a join ledger_posting p on p.org_id = current_org() and p.account_id = a.id where a.org_id = current_org() and a.code = 'R10')
    select w.id as "accountId", w.benefit_id as "benefitId", b.name as benefit, b.owner_id as "ownerId", b.initiative_id as "initiativeId", i.name as initiative, w.period, w.unit, e.id as "entryId", e.kind, (e.recorded_at at time zone 'UTC')::date as "on", e.by_id as "byId", e.by_name as by, w.amount::text as amount,
      e.reverses is not null or exists (select from ledger_entry r where r.org_id = current_org() and r.reverses = e.id) as gone
    from lines w join ledger_entry e on e.org_id = current_org() and e.id = w.entry_id
      join benefit b on b.org_id = current_org() and b.id = w.benefit_id join initiative i on i.org_id = current_org() and i.id = b.initiative_id where w.waits <> 0
    order by w.id, w.seq`.execute(tx)
  return rows
}

const verifying = Object.entries(permissionsOfRole).flatMap(([role, permissions]) => ((permissions as readonly string[]).includes('verify_value') ? [role as Role] : []))

/** Who may verify value at all, by name: members by their role, and those whom one was given in the whole organisation. */
export async function readVerifiers(tx: Tx, today: CivilDate): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct a.id, a.name from membership m join account a on a.id = m.account_id
    where m.role = any(${verifying}::text[]) or exists (select from role_assignment r where r.account_id = m.account_id and r.scope = 'organisation' and r.role = any(${verifying}::text[]) and (r.last_on is null or r.last_on >= ${today}::date))
    order by a.name, a.id`.execute(tx)
  return rows
}
