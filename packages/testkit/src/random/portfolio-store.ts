import type { Actor, Db } from '@throughline/server/database'
import { enterOrg, newId } from '@throughline/server/database'
import { random } from '@throughline/engine/kernel'
import { sql } from 'kysely'

/** How large a portfolio is drawn, and from which seed: the same seed draws the same but for its ids. */
export type Drawn = { readonly seed: number; readonly initiatives: number; readonly publications: number; readonly objectives: number }

type Row = Readonly<Record<string, unknown>>
const levels = { five_point: ['green', 'amber_green', 'amber', 'amber_red', 'red'], three_point: ['green', 'amber', 'red'] } as const
const reasons = ['RANGE_ONLY', 'EXEMPT', 'UNREADABLE', 'NOT_PUBLISHED', 'SUSPECT'] as const
const flags = ['likely_units_error', 'negative_cost', 'end_before_start', 'duplicate_key', 'range_only', 'exempt'] as const
const words = ['Dam', 'dam', 'Éire', 'Zoo', 'canal', 'Lock', 'weir 2', 'Weir 10', 'ärmel', 'Pier', 'a', 'B'] as const

/**
 * Writes a portfolio drawn by chance into an organisation that has none: units, a strategy, publications of which some were
 * superseded, their reports, and initiatives that some of them list, that none lists, or that were removed. Odd on purpose:
 * amounts that are absent for every reason, equal, zero or negative; ratings on both scales; names that differ by case alone.
 */
export async function drawPortfolio(db: Db, actor: Actor, { seed, initiatives, publications, objectives }: Drawn): Promise<void> {
  const { below } = random(seed)
  const one = <T>(from: readonly T[]): T => from[below(from.length)] as T
  const maybe = <T>(share: number, value: () => T): T | null => (below(100) < share ? value() : null)
  const day = (): string => `20${10 + below(20)}-0${1 + below(9)}-1${below(9)}`
  const minor = (): string => String(one([0, 5, 100, 100, 250, -40, 12_345_678_901, 900_000_000_000_000, below(1_000_000), below(1_000_000)]))
  const amount = (name: string): Row => (below(100) < 65 ? { [`${name}_minor`]: minor(), [`${name}_reason`]: null } : { [`${name}_minor`]: null, [`${name}_reason`]: maybe(60, () => one(reasons)) })
  const stored = (): Row => (below(100) < 65 ? { status: 'value', minor: minor(), currency: below(100) < 95 ? 'EUR' : 'USD', asPublished: 'about', cell: `K${below(90)}`, ...(below(100) < 10 ? { reason: 'SUSPECT' } : {}) } : { status: 'none', ...(below(2) ? { reason: one(reasons) } : {}), currency: 'EUR', asPublished: '', cell: 'K1' })
  const rating = (): Row => {
    const scale = below(4) === 0 ? null : one(['five_point', 'three_point'] as const)
    return { rating_scale: scale, rating_level: scale && one(levels[scale]) }
  }
  const own = { org_id: actor.orgId }
  const ids = (count: number): string[] => Array.from({ length: count }, () => newId())

  const units = ids(6).map((id, index, all) => ({ ...own, id, code: `U${index}`, name: `${one(words)} ${index}`, parent_id: index < 2 ? null : (all[below(index)] ?? null), kind: 'department', version: 1 }))
  const unit = (): string | null => maybe(85, () => one(units).id)
  const drawn = ids(initiatives).map((id, index) => ({
    ...own, id, version: 1, key: `K-${(index * 7919) % 1000}-${index}`, name: `${one(words)} ${below(initiatives)}`, kind: one(['programme', 'project', 'product', 'bundle', 'bau_improvement']), state: one(['idea', 'case', 'approved', 'active', 'on_hold', 'closing', 'closed', 'stopped']),
    unit_id: unit(), category: maybe(70, () => one(words)), sponsor: maybe(50, () => `${one(words)} ${one(words)}`), description: '', mandatory: below(2) === 1, ...rating(), rating_as_of: null, start_on: maybe(70, day), end_on: maybe(70, day),
    ...amount('cost'), ...amount('benefits'), ...amount('in_year_baseline'), ...amount('in_year_forecast'), sources: sourcesOf(below(3)), flags: flags.filter(() => below(8) === 0), position_on: null, created_at: '2026-01-01T00:00:00Z', removed_at: maybe(8, () => '2026-02-01T00:00:00Z'),
  }))
  const positions = ids(publications).map((id, index) => ({ ...own, id, title: `Position ${index}`, as_of: `20${15 + index}-03-31`, file_name: 'p.csv', sha256: '', format: 'csv', rating_scale: null, mapping: {}, rows: 0, imported_at: `2026-03-0${index + 1}T00:00:00Z`, imported_by: 'Ina', superseded_at: index % 4 === 1 ? '2026-05-01T00:00:00Z' : null, scope: 'whole' }))
  const reports = positions.flatMap(({ id: publication_id, superseded_at }) =>
    drawn.filter(() => below(100) < 70).map(({ id: initiative_id }, row) => ({
      ...own, id: newId(), publication_id, initiative_id, row_no: row, name: `${one(words)} then`, published_id: null, unit_name: null, category: null, ...rating(), rating_as_published: '', sponsor_rating_level: null, start_on: null, end_on: maybe(70, day), start_as_published: '', end_as_published: '',
      cost: stored(), benefits: stored(), in_year_baseline: stored(), in_year_forecast: stored(), narratives: [], linked_by: 'name', flags: [], recorded_at: '2026-03-01T00:00:00Z', superseded_at,
      years: [], custom: [], units: [],
    })))
  const [strategy, version, perspective] = ids(3)
  const aims = ids(objectives).map((id, index) => ({ ...own, id, version: 1, strategy_version_id: version, stable_key: `O${index}`, perspective_id: perspective, statement: `Aim ${index}`, description: '', weight: one(['0', '0.1', '0.2', '0.33333333', '0.5']), owner: null, deadline: null, mandatory: false, origin: 'entered', citations: [], removed_at: index % 5 === 4 ? '2026-02-01T00:00:00Z' : null }))
  const links = drawn.flatMap(({ id: initiative_id }) => aims.filter(() => below(100) < 25).map(({ id: objective_id }) => ({ ...own, id: newId(), initiative_id, objective_id, contribution: one(['-0.5', '0', '0.25', '0.3', '1']), rationale: '', origin: 'entered', recorded_at: '2026-02-02T00:00:00Z', superseded_at: maybe(10, () => '2026-03-01T00:00:00Z'), recorded_by: 'Ina' })))

  await db.transaction().execute(async (tx) => {
    await enterOrg(tx, actor)
    const tables: readonly (readonly [string, readonly Row[]])[] = [
      ['org_unit', units], ['strategy', [{ ...own, id: strategy, version: 1, name: 'S', mission: '', vision: '', origin: 'entered', source_note: '' }]], ['strategy_version', [{ ...own, id: version, strategy_id: strategy, no: 1, status: 'in_force' }]],
      ['perspective', [{ ...own, id: perspective, version: 1, strategy_version_id: version, name: 'P', ord: 0, removed_at: null }]], ['objective', aims], ['initiative', drawn], ['publication', positions], ['report', reports], ['contribution', links],
      ['revision', [{ ...own, id: newId(), at: '2026-02-02T00:00:00Z', account_id: actor.accountId, actor_name: actor.name, act: 'demand.draw', room: 'demand', kind: 'initiative', entity_id: drawn[0]?.id ?? newId(), before: null, after: {}, why: null }]],
    ]
    for (const [table, rows] of tables) {
      const { rows: known } = await sql<{ name: string }>`select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`.execute(tx)
      const columns = known.map(({ name }) => name).filter((name) => rows[0] !== undefined && name in rows[0]).map((name) => sql.ref(name))
      if (columns.length > 0) await sql`insert into ${sql.table(table)} (${sql.join(columns)}) select ${sql.join(columns)} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
    }
  })
}

const sourcesOf = (kind: number): Row => (kind === 0 ? {} : kind === 1 ? { cost: { kind: 'entered', by: 'Ina', at: '2026-01-01T00:00:00Z' } } : { cost: { kind: 'published', reportId: 'r', publication: 'Position', asOf: '2020-03-31', cell: 'K9', asPublished: '9' }, benefits: { kind: 'entered', by: 'Ina', at: '2026-01-01T00:00:00Z' } })
