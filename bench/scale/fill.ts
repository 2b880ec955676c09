import pg from 'pg'
import { clientConfig, type Login } from '../../packages/server/src/database/index.ts'

/** How large an organisation is made. */
export type Size = { readonly initiatives: number; readonly yearsEach: number; readonly statesEach: number; readonly publications: number }

/** How large it became, by what was counted afterwards. */
export type Filled = Readonly<Record<'initiatives' | 'yearLines' | 'pastStates' | 'revisions' | 'reports' | 'contributions' | 'units', number>>

/** A number from 0 to below `bound` that depends on the initiative `n` and a salt alone: the same organisation every time. */
const draw = (n: string, salt: number, bound: number): string => `(hashint8extended((${n})::bigint, ${salt}) & 9223372036854775807) % ${bound}`
const pick = (n: string, salt: number, words: readonly string[]): string => `(array[${words.map((word) => `'${word}'`).join(',')}])[1 + ${draw(n, salt, words.length)}]`
/** The id of thing `n` of a kind: of the form of version 7, at an instant that grows with `n`. */
const idOf = (kind: number, n: string): string => `encode(int8send(((1400000000000 + ${kind}) << 16) | 28672), 'hex')`.replace('1400000000000', `(1400000000000 + (${n})::bigint)`)
const uuid = (kind: number, n: string): string => `(left(${idOf(kind, n)}, 16) || lpad(to_hex(${kind} + 32768), 4, '0') || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`

const five = ['green', 'amber_green', 'amber', 'amber_red', 'red']
const three = ['green', 'amber', 'red']
const nouns = ['Rail', 'Hospital', 'Harbour', 'Border', 'Payments', 'Case', 'Grid', 'Water', 'School', 'Prison', 'Registry', 'Broadband', 'Fleet', 'Tax']
const verbs = ['renewal', 'platform', 'programme', 'replacement', 'upgrade', 'transformation', 'expansion', 'consolidation', 'pilot']

/**
 * Fills an organisation by the owner's connection, with every constraint at work; `say` is told what is done. The connection names no
 * organisation, so the instants that the database would take from the act clock are those of the ten years that are made up here.
 */
export async function fill(owner: Login, orgId: string, size: Size, say: (done: string) => void): Promise<Filled> {
  const client = new pg.Client(clientConfig(owner))
  await client.connect()
  try {
    for (const [what, text] of statements(orgId, size)) {
      const begun = performance.now()
      await client.query(text)
      say(`${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s`)
    }
    await client.query('vacuum (analyze)')
  } finally {
    await client.end()
  }
  return filledOf(owner)
}

/** How large the organisation of a database is. */
export async function filledOf(owner: Login): Promise<Filled> {
  const client = new pg.Client(clientConfig(owner))
  await client.connect()
  try {
    const { rows } = await client.query<Filled>(`select (select count(*)::int from initiative) as initiatives, (select count(*)::int from year_line) as "yearLines", (select count(*)::int from initiative_past) as "pastStates", (select count(*)::int from revision) as revisions,
      (select count(*)::int from report) as reports, (select count(*)::int from contribution) as contributions, (select count(*)::int from org_unit) as units`)
    const [filled] = rows
    if (!filled) throw new Error('the organisation was counted')
    return filled
  } finally {
    await client.end()
  }
}

function statements(orgId: string, { initiatives, yearsEach, statesEach, publications }: Size): readonly (readonly [string, string])[] {
  const org = `'${orgId}'::uuid`
  const units = Math.max(12, Math.min(400, Math.round(initiatives / 250)))
  const first = (n: string): string => draw(n, 1, Math.max(1, publications - 3))
  const listed = (n: string, p: string): string => `${p} >= ${first(n)} and (${p} < ${publications} - 1 or ${draw(n, 2, 10)} < 9)`
  /** Cost in minor units: three in four known, from a thousand to a thousand million. */
  const cost = (n: string, salt: number): string => `(1000 + ${draw(n, salt, 100_000)}) * (1000 + ${draw(n, salt + 1, 9_000)})`
  const stored = (n: string, salt: number, share: number): string =>
    `case when ${draw(n, salt, 100)} < ${share} then jsonb_build_object('status', 'value', 'minor', (${cost(n, salt)})::text, 'currency', 'EUR', 'asPublished', '12.5', 'cell', 'K' || ${n}) else jsonb_build_object('status', 'none', 'reason', 'EXEMPT', 'currency', 'EUR', 'asPublished', 'Exempt', 'cell', 'K' || ${n}) end`
  const rated = (n: string, p: string): string => `case when ${p} < ${publications - 3} then ${pick(`${n} * 31 + ${p}`, 5, five)} else ${pick(`${n} * 31 + ${p}`, 5, three)} end`
  const scale = (p: string): string => `case when ${p} < ${publications - 3} then 'five_point' else 'three_point' end`
  const known = (n: string, salt: number, share: number): string => `case when ${draw(n, salt, 100)} < ${share} then ${cost(n, salt)} end, case when ${draw(n, salt, 100)} < ${share} then null else 'EXEMPT' end`
  const columns = `org_id, id, version, key, name, kind, state, unit_id, category, sponsor, description, mandatory, rating_scale, rating_level, rating_as_of, start_on, end_on,
    cost_minor, cost_reason, benefits_minor, benefits_reason, in_year_baseline_minor, in_year_baseline_reason, in_year_forecast_minor, in_year_forecast_reason, sources, flags, position_on, created_at, believed_from, valid_from`
  const start = (n: string): string => `date '2015-01-01' + (${draw(n, 20, 3000)})::int`
  /** What was otherwise in the `k`th state of initiative `n`. */
  const past: Readonly<Record<string, string>> = {
    version: 'k + 1', state: pick('n * 31 + k', 34, ['idea', 'case', 'approved', 'active', 'active', 'active', 'on_hold', 'closing']), rating_level: rated('n', `k * ${publications} / ${statesEach}`), rating_scale: scale(`k * ${publications} / ${statesEach}`),
    cost_minor: `case when cost_minor is not null then ${cost('n * 31 + k', 80)} end`, believed_from: changedAt('n', 'k', statesEach), valid_from: `(${changedAt('n', 'k', statesEach)})::date`,
  }
  const source = (n: string): string => `jsonb_build_object('kind', 'published', 'reportId', '', 'publication', 'Position ${publications}', 'asOf', '2026-03-31', 'cell', 'K' || ${n}, 'asPublished', '12.5')`
  return [
    ['units', `insert into org_unit (org_id, id, code, name, parent_id, kind) select ${org}, ${uuid(1, 'n')}, 'U' || n, ${pick('n', 30, nouns)} || ' ' || n, case when n > 8 then ${uuid(1, 'n / 8')} end, case when n > 8 then 'division' else 'department' end from generate_series(1, ${units}) n; update org_unit set believed_from = ${beginning}`],
    ['strategy', `insert into strategy (org_id, id, name, mission, vision, origin, source_note) values (${org}, ${uuid(2, '1')}, 'Strategy', '', '', 'entered', '') on conflict do nothing;
      insert into strategy_version (org_id, id, strategy_id, no, status) values (${org}, ${uuid(3, '1')}, ${uuid(2, '1')}, 1, 'in_force');
      insert into perspective (org_id, id, strategy_version_id, name, ord) values (${org}, ${uuid(4, '1')}, ${uuid(3, '1')}, 'Value', 0);
      insert into objective (org_id, id, strategy_version_id, stable_key, perspective_id, statement, description, weight, mandatory, origin, citations)
      select ${org}, ${uuid(5, 'n')}, ${uuid(3, '1')}, 'O' || n, ${uuid(4, '1')}, 'Objective ' || n, '', case when n < 12 then 0.08 else 0.12 end, false, 'entered', '[]' from generate_series(1, 12) n;
      ${['strategy', 'strategy_version', 'perspective', 'objective', 'organisation'].map((table) => `update ${table} set believed_from = ${beginning}`).join('; ')}`],
    ['publications', `insert into publication (org_id, id, title, as_of, file_name, sha256, format, mapping, rows, imported_at, imported_by, believed_from)
      select ${org}, ${uuid(6, 'p')}, 'Position ' || (p + 1), make_date(${2026 - publications + 1} + p, 3, 31), 'position.csv', '', 'csv', '{}', 0, make_timestamptz(${2026 - publications + 1} + p, 7, 1, 0, 0, 0), 'Importer', make_timestamptz(${2026 - publications + 1} + p, 7, 1, 0, 0, 0) from generate_series(0, ${publications - 1}) p`],
    ['initiatives', `insert into initiative (${columns}) select ${org}, ${uuid(7, 'n')}, ${statesEach}, 'I-' || lpad(n::text, 6, '0'), ${pick('n', 31, nouns)} || ' ' || ${pick('n', 32, verbs)} || ' ' || n, ${pick('n', 33, ['programme', 'project', 'project', 'product'])},
      ${pick('n', 34, ['idea', 'case', 'approved', 'active', 'active', 'active', 'on_hold', 'closing'])}, ${uuid(1, `1 + ${draw('n', 35, units)}`)}, ${pick('n', 36, ['Construction', 'Digital', 'Transformation', 'Equipment', 'Service'])}, 'Sponsor ' || ${draw('n', 37, 300)},
      'What it is for, in a few sentences that somebody wrote. ' || repeat('And why. ', 10), ${draw('n', 38, 20)} = 0, 'three_point', ${rated('n', String(publications - 1))}, date '2026-03-31', ${start('n')}, ${start('n')} + 400 + (${draw('n', 21, 2500)})::int,
      ${known('n', 40, 75)}, ${known('n', 44, 60)}, ${known('n', 48, 50)}, ${known('n', 52, 50)}, jsonb_build_object('cost', ${source('n')}, 'benefits', ${source('n')}, 'rating', ${source('n')}),
      case when ${draw('n', 39, 50)} = 0 then array['likely_units_error'] else '{}' end, date '2026-03-31', timestamptz '2016-01-05', ${changedAt('n', String(statesEach), statesEach)}, date '2026-03-31' from generate_series(1, ${initiatives}) n`],
    ['past states', `insert into initiative_past (${columns}, replaced_at) select ${columns.split(/,\s*/).map((column) => past[column] ?? `i.${column}`).join(', ')}, ${changedAt('n', 'k + 1', statesEach)}
      from (select i.*, row_number() over (order by key) as n from initiative i) i cross join generate_series(0, ${statesEach - 1}) k order by k`],
    ['reports', `insert into report (org_id, id, publication_id, initiative_id, row_no, name, rating_scale, rating_level, rating_as_published, start_on, end_on, start_as_published, end_as_published, cost, benefits, in_year_baseline, in_year_forecast, narratives, linked_by, flags, recorded_at, believed_from)
      select ${org}, ${uuid(8, `n * ${publications} + p`)}, ${uuid(6, 'p')}, ${uuid(7, 'n')}, n, 'Named then ' || n, ${scale('p')}, ${rated('n', 'p')}, 'Amber', ${start('n')}, ${start('n')} + 380 + (${draw('n', 21, 2500)})::int + (${draw(`n * 31 + p`, 22, 60)})::int, '', '',
      ${stored('n', 40, 75)} || case when ${draw('n * 31 + p', 23, 4)} = 0 then jsonb_build_object('minor', (${cost('n * 31 + p', 40)})::text) else '{}' end, ${stored('n', 44, 60)}, ${stored('n', 48, 50)}, ${stored('n', 52, 50)}, '[]', 'id', '{}', make_timestamptz(${2026 - publications + 1} + p, 7, 1, 0, 0, 0), make_timestamptz(${2026 - publications + 1} + p, 7, 1, 0, 0, 0)
      from generate_series(1, ${initiatives}) n cross join generate_series(0, ${publications - 1}) p where ${listed('n', 'p')}`],
    ['contributions', `insert into contribution (org_id, id, initiative_id, objective_id, contribution, rationale, origin, recorded_at, recorded_by, believed_from)
      select ${org}, ${uuid(9, 'n * 3 + k')}, ${uuid(7, 'n')}, ${uuid(5, `1 + (${draw('n', 60, 12)} + k * 5) % 12`)}, (array[0.25, 0.5, 1, -0.25])[1 + ${draw('n * 3 + k', 61, 4)}], 'Because.', 'entered', ${linkedAt('n')}, 'Editor', ${linkedAt('n')}
      from generate_series(1, ${initiatives}) n cross join generate_series(0, 1) k where ${draw('n', 63, 10)} < 8`],
    ['yearly lines', `insert into year_line (org_id, initiative_id, kind, year, amount_minor, source, believed_from) select ${org}, ${uuid(7, 'n')}, case when k < ${Math.ceil(yearsEach / 2)} then 'cost' else 'benefits' end, 2020 + k % ${Math.ceil(yearsEach / 2)}, ${draw('n * 31 + k', 70, 100_000_000)}, '{"kind": "entered", "by": "Editor", "at": "2024-01-01T00:00:00Z"}', ${beginning}
      from generate_series(1, ${initiatives}) n cross join generate_series(0, ${yearsEach - 1}) k`],
    ['revisions', `insert into revision (org_id, id, at, account_id, actor_name, act, room, kind, entity_id, before, after)
      select ${org}, ${uuid(10, `k::bigint * ${initiatives} + n`)}, ${changedAt('n', 'k', statesEach)}, ${uuid(11, '1')}, 'Editor', 'demand.change-initiative', 'demand', 'initiative', (${uuid(7, 'n')})::text,
      jsonb_build_object('costMinor', (${cost('n * 31 + k', 80)})::text), jsonb_build_object('costMinor', (${cost('n * 31 + k + 1', 80)})::text) from generate_series(0, ${statesEach - 1}) k cross join generate_series(1, ${initiatives}) n`],
    ['clock', `insert into act_clock (org_id, last) select ${org}, max(at) from revision on conflict (org_id) do update set last = greatest(act_clock.last, excluded.last)`],
  ]
}

/** Before everything that is made up here. */
const beginning = `timestamptz '2016-01-01'`
const linkedAt = (n: string): string => `timestamptz '2016-02-01' + (${draw(n, 62, 3000)}) * interval '1 day'`

/** When initiative `n` was changed for the `k`th time: over ten years, each in its own hour. */
export const changedAt = (n: string, k: string, statesEach: number): string => `timestamptz '2016-01-05' + (${k}) * interval '${Math.floor(3650 / statesEach)} days' + ${draw(n, 71, 80)} * interval '1 day' + ${draw(n, 72, 80_000)} * interval '1 second'`
