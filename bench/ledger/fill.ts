import type pg from 'pg'
import { connect, ensureAppRole, migrate, onConnection, type Actor, type Login } from '../../packages/server/src/database/index.ts'
import { createOrganisation, hashPassword } from '../../packages/server/src/people/index.ts'
import { migrationsOf, rooms } from '../../packages/server/src/rooms.ts'

/** How large the ledger is: benefits on measures over closed years of periods, of which each benefit has one claim in each. */
export type Size = { readonly measures: number; readonly benefitsEach: number; readonly periods: number; readonly initiatives: number }
export type FilledLedger = { readonly actor: Actor; readonly postings: number; readonly entries: number; readonly accounts: number }

/** Periods that the clients post in, and what each pool moved in them, in least units. */
export const livePeriods = ['L1', 'L2', 'L3', 'L4'] as const
export const liveMovement = 100_000
/** The share of each initiative of a pool, in millionths. */
export const liveShare = 200_000

export const idOf = (kind: number, n: string): string => `('00000000-0000-7${String(kind).padStart(3, '0')}-8000-' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`
/** The id of an account as the server makes it: version 8 of the digest of its key. */
export const accountOf = (code: string, period: string, pool: string, benefit: string, initiative: string): string =>
  `(select encode(set_byte(set_byte(substring(d from 1 for 16), 6, (get_byte(d, 6) & 15) | 128), 8, (get_byte(d, 8) & 63) | 128), 'hex')::uuid from sha256(convert_to('${code}' || e'\\x1f' || 'EUR.cash' || e'\\x1f' || ${period} || e'\\x1f' || ${pool} || e'\\x1f' || ${benefit} || e'\\x1f' || ${initiative} || e'\\x1f\\x1f', 'UTF8')) d)`

/** A database with an organisation whose ledger is of the size, and others with pools to claim from alone: written by SQL, with the ids that the server would give. */
export async function fillLedger(base: Login, size: Size, organisations: number, say: (done: string) => void): Promise<readonly FilledLedger[]> {
  await onConnection(base, (client) => client.query('create database ledger'))
  const owner = { ...base, database: 'ledger' }
  const app = await ensureAppRole(owner)
  const asOwner = connect(owner, { max: 2 })
  await migrate(asOwner, migrationsOf(rooms))
  await asOwner.destroy()
  return onConnection(owner, async (client) => {
    const lately = await withoutIndexes(client)
    const filled: FilledLedger[] = []
    for (let place = 0; place < organisations; place += 1) filled.push(await fillOrganisation(client, app, place, place === 0 ? size : { ...size, measures: Math.min(size.measures, 100), periods: 0 }, say))
    await lately()
    say('indexes')
    await client.query('vacuum (analyze) ledger_account, ledger_posting, ledger_entry')
    await client.query('analyze')
    await client.query('checkpoint')
    return filled
  })
}

/** The tables that grow lose the indexes that no rule stands on until they are filled: to build one at once is several times quicker. */
async function withoutIndexes(client: pg.Client): Promise<() => Promise<void>> {
  // What a store is filled with is no act: neither its past nor its evidence is written by it, and what it refers to is there.
  await client.query(`set session_replication_role = replica; set work_mem = '256MB'; set maintenance_work_mem = '512MB'; set synchronous_commit = off`)
  await client.query(`alter system set max_wal_size = '8GB'`)
  await client.query('select pg_reload_conf()')
  const { rows } = await client.query<{ name: string; made: string }>(`select indexname as name, indexdef as made from pg_indexes where schemaname = 'public' and tablename in ('ledger_account', 'ledger_posting', 'ledger_entry') and indexdef not like 'CREATE UNIQUE%'`)
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return async () => {
    for (const { made } of rows) await client.query(made)
    await client.query('alter system reset max_wal_size')
    await client.query('select pg_reload_conf()')
  }
}

async function fillOrganisation(client: pg.Client, app: Login, place: number, { measures, benefitsEach, periods, initiatives }: Size, say: (done: string) => void): Promise<FilledLedger> {
  const db = connect(app)
  const founded = await createOrganisation(db, { organisationName: `Ledger ${place}`, currency: 'EUR', name: 'Olga Owner', email: `owner${place}@example.org`, passwordHash: await hashPassword('correct horse battery', { N: 2, r: 1, p: 1 }) })
  await db.destroy()
  if (!founded.ok) throw new Error(`refused: ${founded.refusal.code}`)
  const actor = founded.value.owner
  const org = `'${actor.orgId}'::uuid`
  const [pool, benefit, initiative] = [idOf(1, 'm'), idOf(2, 'm + k * 100000'), idOf(3, `(m + k * 97) % ${initiatives}`)]
  const each = `generate_series(1, ${measures}) m cross join generate_series(0, ${benefitsEach - 1}) k`
  const amount = '(100 + (m * 31 + k * 57 + p * 17) % 700)'
  const entry = (selected: string): string => `insert into ledger_entry (org_id, id, no, kind, recorded_at, by_id, by_name, evidence, prior_period, measured, measured_pool, measured_period) select ${org}, ${selected}`
  const steps: readonly (readonly [string, string])[] = [
    ['register', `insert into strategy (org_id, id, name, mission, vision, origin, source_note) values (${org}, ${idOf(9, '1')}, 'S', '', '', 'entered', '') on conflict do nothing;
      insert into strategy_version (org_id, id, strategy_id, no, status) select ${org}, ${idOf(10, '1')}, id, 99, 'draft' from strategy where org_id = ${org} limit 1; insert into perspective (org_id, id, strategy_version_id, name, ord) values (${org}, ${idOf(11, '1')}, ${idOf(10, '1')}, 'P', 0);
      insert into objective (org_id, id, strategy_version_id, stable_key, perspective_id, statement, description, weight, mandatory, origin, citations) values (${org}, ${idOf(12, '1')}, ${idOf(10, '1')}, 'O', ${idOf(11, '1')}, 'O', '', 1, false, 'entered', '[]');
      insert into initiative (org_id, id, key, name, kind, state, description, mandatory, sources, flags) select ${org}, ${idOf(3, 'n')}, 'I' || n, 'Initiative ' || n, 'project', 'active', '', false, '{}', '{}' from generate_series(0, ${initiatives - 1}) n;
      insert into measure (org_id, id, objective_id, name, definition, unit, direction, aggregation, frequency, horizon, is_leading, data_source, origin) select ${org}, ${idOf(4, 'm')}, ${idOf(12, '1')}, 'Measure ' || m, '', 'count', 'higher', 'stock', 'month', 'mid', false, '', 'entered' from generate_series(1, ${measures}) m;
      insert into value_period (org_id, code, name, from_on, to_on) select ${org}, 'p' || p, 'p' || p, (date '2010-01-01' + (p || ' month')::interval)::date, (date '2010-01-01' + ((p + 1) || ' month')::interval)::date from generate_series(0, ${periods - 1}) p;
      insert into value_period (org_id, code, name, from_on, to_on) select ${org}, 'L' || p, 'L' || p, (date '2020-01-01' + (p || ' month')::interval)::date, (date '2020-01-01' + ((p + 1) || ' month')::interval)::date from generate_series(1, ${livePeriods.length}) p;
      insert into value_pool (org_id, id, identity, unit) select ${org}, ${pool}, m::text, 'EUR.cash' from generate_series(1, ${measures}) m;
      insert into value_measure (org_id, measure_id, pool_id, counterfactual, counterfactual_at, attribution, attribution_at) select ${org}, ${idOf(4, 'm')}, ${pool}, '{"method": "trend", "level": 3}', '2009-01-01', jsonb_build_object('method', 'contract', 'shares', jsonb_agg(jsonb_build_object('initiativeId', ${initiative}, 'share', ${liveShare}))), '2009-01-01' from ${each} group by m;
      insert into benefit (org_id, id, name, initiative_id, owner_id, measure_id, unit, counted, adoption_by) select ${org}, ${benefit}, 'Benefit ' || m || '.' || k, ${initiative}, '${actor.accountId}', ${idOf(4, 'm')}, 'EUR.cash', true, '' from ${each}`],
    ['accounts of pools', `insert into ledger_account (org_id, id, code, unit, period, pool_id) select ${org}, ${accountOf('M10', 't', `${pool}::text`, `''`, `''`)}, 'M10', 'EUR.cash', t, ${pool} from (select 'p' || p as t from generate_series(0, ${periods - 1}) p union all select 'L' || p from generate_series(1, ${livePeriods.length}) p) t cross join generate_series(1, ${measures}) m;
      insert into ledger_account (org_id, id, code, unit, period, pool_id) select ${org}, ${accountOf('S20', 't', `${pool}::text`, `''`, `''`)}, 'S20', 'EUR.cash', t, ${pool} from (select 'p' || p as t from generate_series(0, ${periods - 1}) p union all select 'L' || p from generate_series(1, ${livePeriods.length}) p) t cross join generate_series(1, ${measures}) m`],
    ['measurements', `create temporary table made on commit drop as select t, at, m, row_number() over (order by at, t, m) as no, case when t like 'L%' then ${liveMovement} else ${benefitsEach * 1000} end as moved from (select 'p' || p as t, date '2010-01-01' + ((p + 1) || ' month')::interval as at from generate_series(0, ${periods - 1}) p union all select 'L' || p, date '2020-01-01' + ((p + 1) || ' month')::interval from generate_series(1, ${livePeriods.length}) p) t cross join generate_series(1, ${measures}) m;
      ${entry(`${idOf(5, 'no')}, no, 'measure', at, '${actor.accountId}', 'Olga', null, false, jsonb_build_object('poolId', ${pool}, 'periodId', t, 'measureId', ${idOf(4, 'm')}, 'movement', moved::text, 'postHoc', false, 'grade', 'B', 'firstKnownAt', '2009-06-01T00:00:00.000Z'), ${pool}, t from made`)};
      insert into ledger_posting (org_id, account_id, seq, entry_id, line, amount, balance, recorded_at) select ${org}, ${accountOf('M10', 't', `${pool}::text`, `''`, `''`)}, 1, ${idOf(5, 'no')}, 0, moved, moved, at from made;
      insert into ledger_posting (org_id, account_id, seq, entry_id, line, amount, balance, recorded_at) select ${org}, ${accountOf('S20', 't', `${pool}::text`, `''`, `''`)}, 1, ${idOf(5, 'no')}, 1, -moved, -moved, at from made`],
    ...(['A90', 'S11'] as const).map((code): readonly [string, string] => [`accounts ${code}`, `insert into ledger_account (org_id, id, code, unit, period, benefit_id, initiative_id) select ${org}, ${accountOf(code, `'p' || p`, `''`, `${benefit}::text`, `${initiative}::text`)}, '${code}', 'EUR.cash', 'p' || p, ${benefit}, ${initiative} from generate_series(0, ${periods - 1}) p cross join ${each} order by 2`]),
    ['accounts R10', `insert into ledger_account (org_id, id, code, unit, period, pool_id, benefit_id, initiative_id) select ${org}, ${accountOf('R10', `'p' || p`, `${pool}::text`, `${benefit}::text`, `${initiative}::text`)}, 'R10', 'EUR.cash', 'p' || p, ${pool}, ${benefit}, ${initiative} from generate_series(0, ${periods - 1}) p cross join ${each} order by 2`],
    ['claims', `create temporary table claimed as select p, m, k, ${amount} as amount, (${measures} * ${periods + livePeriods.length} + row_number() over (order by p, k, m))::bigint as no, date '2010-01-01' + ((p + 1) || ' month')::interval + ((k + 1) || ' hour')::interval as at from generate_series(0, ${periods - 1}) p cross join ${each};
      ${entry(`${idOf(5, 'no')}, no, 'realise', at, '${actor.accountId}', 'Olga', 'Statistics', false, null, null, null from claimed`)}`],
    ...([['A90', 0, ''], ['S11', 1, '-'], ['R10', 2, '']] as const).map(([code, line, sign]): readonly [string, string] => [`postings ${code}`, `insert into ledger_posting (org_id, account_id, seq, entry_id, line, amount, balance, recorded_at) select ${org}, ${accountOf(code, `'p' || p`, code === 'R10' ? `${pool}::text` : `''`, `${benefit}::text`, `${initiative}::text`)}, 1, ${idOf(5, 'no')}, ${line}, ${sign}amount, ${sign}amount, at from claimed order by 2`]),
    ['postings M10', `insert into ledger_posting (org_id, account_id, seq, entry_id, line, amount, balance, recorded_at) select ${org}, ${accountOf('M10', `'p' || p`, `${pool}::text`, `''`, `''`)}, 2 + k, ${idOf(5, 'no')}, 3, -amount, ${benefitsEach * 1000} - sum(amount) over (partition by p, m order by k), at from claimed order by 2; drop table claimed`],
  ]
  await client.query(`select set_config('app.org_id', '${actor.orgId}', false)`)
  for (const [name, statement] of steps) {
    await client.query(`begin; ${statement}; commit`)
    say(`${place} ${name}`)
  }
  const { rows: [counted] } = await client.query<{ entries: number; postings: number; accounts: number }>(`select (select count(*)::int from ledger_entry where org_id = ${org}) as entries, (select count(*)::int from ledger_posting where org_id = ${org}) as postings, (select count(*)::int from ledger_account where org_id = ${org}) as accounts`)
  return { actor, entries: counted?.entries ?? 0, postings: counted?.postings ?? 0, accounts: counted?.accounts ?? 0 }
}

/** The id of a benefit of a measure, as it was filled. */
export const benefitId = (measure: number, place: number): string => `00000000-0000-7002-8000-${(measure + place * 100_000).toString(16).padStart(12, '0')}`
/** The account of what is left of a pool in a period. */
export const poolIdOf = (measure: number): string => `00000000-0000-7001-8000-${measure.toString(16).padStart(12, '0')}`
