import { onConnection, type Login } from '../../packages/server/src/database/index.ts'
import { accountOf, idOf, type FilledLedger, type Size } from './fill.ts'

/** What was promised of each claim beyond it, in least units: what is not met at the close. */
const beyond = 50

/**
 * Gives each benefit the life around its claims: a promise and an approval over all its periods; and in the first `closed` of them each
 * claim verified, and the period closed, with what was not met and what nobody claimed. By SQL, as the server would write it.
 */
export async function liveThrough(owner: Login, { actor }: FilledLedger, { measures, benefitsEach, periods, initiatives }: Size, closed: number, say: (done: string) => void): Promise<void> {
  const org = `'${actor.orgId}'::uuid`
  const [pool, benefit, initiative] = [idOf(1, 'm'), idOf(2, 'm + k * 100000'), idOf(3, `(m + k * 97) % ${initiatives}`)]
  const each = `generate_series(1, ${measures}) m cross join generate_series(0, ${benefitsEach - 1}) k`
  const over = (until: number): string => `generate_series(0, ${until - 1}) p cross join ${each}`
  const amount = '(100 + (m * 31 + k * 57 + p * 17) % 700)'
  const ofBenefit = (code: string): string => accountOf(code, `'p' || p`, `''`, `${benefit}::text`, `${initiative}::text`)
  const ofShortfall = ofBenefit('X20').replace(`|| e'\\x1f\\x1f'`, `|| e'\\x1f\\x1fapproved_unmet'`)
  const ofClaim = (code: string): string => accountOf(code, `'p' || p`, `${pool}::text`, `${benefit}::text`, `${initiative}::text`)
  const ofPool = (code: string): string => accountOf(code, `'p' || p`, `${pool}::text`, `''`, `''`)
  const accounts = (code: string, account: string, until: number): string => `insert into ledger_account (org_id, id, code, unit, period, benefit_id, initiative_id, pool_id, cause) select ${org}, ${account}, '${code}', 'EUR.cash', 'p' || p, ${benefit}, ${initiative}, ${code === 'R20' ? pool : 'null::uuid'}, ${code === 'X20' ? `'approved_unmet'` : 'null'} from ${over(until)}`
  const entry = (kind: string, no: string, at: string, from: string, closes = 'null::jsonb'): string => `insert into ledger_entry (org_id, id, no, kind, recorded_at, by_id, by_name, evidence, prior_period, closes) select ${org}, ${idOf(5, no)}, ${no}, '${kind}', ${at}, '${actor.accountId}', 'Olga', 'Statistics', false, ${closes} from ${from}`
  type Line = { readonly account: string; readonly seq: string; readonly no: string; readonly line: string; readonly amount: string; readonly balance: string; readonly at: string; readonly from: string }
  const posting = ({ account, seq, no, line, amount: moved, balance, at, from }: Line): string => `insert into ledger_posting (org_id, account_id, seq, entry_id, line, amount, balance, recorded_at) select ${org}, ${account}, ${seq}, ${idOf(5, no)}, ${line}, ${moved}, ${balance}, ${at} from ${from}`
  const [planned, counted] = [`(${amount} + ${beyond})`, measures * benefitsEach]
  const [early, late] = [`timestamptz '2009-01-01'`, `date '2010-01-01' + ((p + 2) || ' month')::interval`]
  const place = `(m + k * ${measures})`
  await onConnection(owner, async (client) => {
    const { rows: [found] } = await client.query<{ last: string }>(`select max(no)::text as last from ledger_entry where org_id = ${org}`)
    const last = Number(found?.last ?? 0)
    const [promised, approved, verified, swept] = [`${last} + ${place}`, `${last + counted} + ${place}`, `${last + 2 * counted} + p * ${counted} + ${place}`, `${last + (2 + closed) * counted} + p + 1`]
    const plan = { line: 'p', at: early, from: over(periods) }
    const done = { at: late, from: over(closed) }
    const left = `(${benefitsEach * 1000} - (select sum(100 + (m * 31 + k * 57 + p * 17) % 700) from generate_series(0, ${benefitsEach - 1}) k))`
    const pools = `generate_series(0, ${closed - 1}) p cross join generate_series(1, ${measures}) m`
    const steps: readonly (readonly [string, readonly string[]])[] = [
      ['accounts of plans', [...(['S10', 'A10', 'A20'] as const).map((code) => accounts(code, ofBenefit(code), periods)), accounts('X20', ofShortfall, closed), accounts('R20', ofClaim('R20'), closed), `insert into ledger_account (org_id, id, code, unit, period, pool_id) select ${org}, ${ofPool('M20')}, 'M20', 'EUR.cash', 'p' || p, ${pool} from ${pools}`]],
      ['promises', [entry('promise', promised, early, each), posting({ ...plan, account: ofBenefit('A10'), seq: '1', no: promised, amount: planned, balance: planned }), posting({ ...plan, account: ofBenefit('S10'), seq: '1', no: promised, line: `${periods} + p`, amount: `-${planned}`, balance: `-${planned}` })]],
      ['approvals', [entry('approve', approved, early, each), posting({ ...plan, account: ofBenefit('A20'), seq: '1', no: approved, amount: planned, balance: planned }), posting({ ...plan, account: ofBenefit('A10'), seq: '2', no: approved, line: `${periods} + p`, amount: `-${planned}`, balance: '0' })]],
      ['verifications', [entry('verify', verified, late, over(closed)), posting({ ...done, account: ofClaim('R20'), seq: '1', no: verified, line: '0', amount, balance: amount }), posting({ ...done, account: ofClaim('R10'), seq: '2', no: verified, line: '1', amount: `-${amount}`, balance: '0' })]],
      ['closes', [
        entry('close', swept, late, `generate_series(0, ${closed - 1}) p`, `jsonb_build_object('periodId', 'p' || p, 'state', 'closed')`),
        posting({ ...done, account: ofShortfall, seq: '1', no: swept, line: place, amount: planned, balance: planned }), posting({ ...done, account: ofBenefit('A20'), seq: '2', no: swept, line: `${counted} + ${place}`, amount: `-${planned}`, balance: '0' }),
        posting({ at: late, from: pools, account: ofPool('M20'), seq: '1', no: swept, line: `${2 * counted} + m`, amount: left, balance: left }), posting({ at: late, from: pools, account: ofPool('M10'), seq: String(benefitsEach + 2), no: swept, line: `${2 * counted + measures} + m`, amount: `-${left}`, balance: '0' }),
        `update strategy_version set status = 'in_force' where org_id = ${org}`,
        `update value_period set state = 'closed' where org_id = ${org} and code in (select 'p' || p from generate_series(0, ${closed - 1}) p)`,
      ]],
    ]
    await client.query(`set session_replication_role = replica; set synchronous_commit = off; select set_config('app.org_id', '${actor.orgId}', false)`)
    for (const [name, statements] of steps) {
      await client.query(`begin; ${statements.join('; ')}; commit`)
      say(name)
    }
    await client.query('vacuum (analyze) ledger_account, ledger_posting, ledger_entry')
  })
}
