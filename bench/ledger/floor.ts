import { randomUUID } from 'node:crypto'
import { onConnection, type Login } from '../../packages/server/src/database/index.ts'

/** Tables with the columns and indexes of the ledger, and nothing else: no rule, no reference, no policy, no history, no evidence. */
export const makeBare = (owner: Login): Promise<unknown> =>
  onConnection(owner, (client) => client.query(`drop schema if exists bare cascade; create schema bare; ${['ledger_entry', 'ledger_account', 'ledger_posting', 'revision'].map((table) => `create table bare.${table} (like public.${table} including defaults including indexes)`).join('; ')}`))

const rows = (name: string, text: string) => ({ name, text })
/** What an act of claims writes: of each an entry, four postings and three accounts, and one revision. */
const written = rows('bare', `with claims as (select g, gen_random_uuid() as id from generate_series(1, $2::int) g),
    entries as (insert into bare.ledger_entry (org_id, id, no, kind, recorded_at, by_id, by_name, evidence, prior_period, claim) select $1::uuid, id, $3::bigint + g, 'realise', now(), $1, 'Olga', 'Statistics', false, jsonb_build_object('benefitId', id, 'periodId', 'L1', 'amount', '100') from claims),
    accounts as (insert into bare.ledger_account (org_id, id, code, unit, period, benefit_id) select $1::uuid, gen_random_uuid(), 'R10', 'EUR.cash', 'L1', id from claims, generate_series(1, 3)),
    told as (insert into bare.revision (org_id, id, at, account_id, actor_name, act, room, kind, entity_id, after) values ($1, gen_random_uuid(), now(), $1, 'Olga', 'value.realise', 'value', 'ledger_entry', $1::text, jsonb_build_object('postings', $2)))
  insert into bare.ledger_posting (org_id, account_id, seq, entry_id, line, amount, balance) select $1::uuid, gen_random_uuid(), 1, id, line, 100, 100 from claims, generate_series(0, 3) line`)

/** How many claims a second come to the disk where their rows are only added: by clients at once, in so many transactions of so many claims each. */
export async function bareInserts(owner: Login, clients: number, claimsInAct: number, actsEach: number): Promise<number> {
  const from = performance.now()
  await Promise.all(Array.from({ length: clients }, () => onConnection(owner, async (client) => {
    const org = randomUUID()
    for (let act = 0; act < actsEach; act += 1) {
      await client.query('begin')
      await client.query({ ...written, values: [org, claimsInAct, act * claimsInAct] })
      await client.query('commit')
    }
  })))
  return (clients * claimsInAct * actsEach * 1000) / (performance.now() - from)
}
