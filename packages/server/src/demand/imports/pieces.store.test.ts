import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { onEachDatabase } from '@throughline/testkit/database'
import { enterOrg, newId, type Tx } from '../../database/index.ts'
import { readIndex, rowReader } from '../store/pieces.ts'
import { importMigrations, importPieces } from './migrations.ts'
import { linkRowsOf } from './row-index.ts'

onEachDatabase('rows that an earlier version has read', (t) => {
  const [orgId, importId] = [newId(), newId()]
  const inOrg = <T>(read: (tx: Tx) => Promise<T>): Promise<T> =>
    t.owner.transaction().execute(async (tx) => {
      await enterOrg(tx, { orgId, accountId: newId() })
      return read(tx)
    })
  const content = (row: number) => ({ row, report: { name: `Bridge ${row}` }, years: [], custom: [], said: `[["name",["Bridge ${row}"],0,"A${row}"]]` })

  beforeAll(async () => {
    const staged = importMigrations.find(({ name }) => name === 'demand-imports-001-staged')
    const statements: string[] = []
    await staged?.up(async (text) => void statements.push(text))
    // The table of then, filled, and the step once more.
    const ofRows = statements.filter((text) => /import_row/.test(text) && !/import_plan|portfolio_import/.test(text))
    await t.owner.transaction().execute(async (tx) => {
      await sql`drop table import_piece`.execute(tx)
      for (const statement of ofRows) await sql.raw(statement).execute(tx)
    })
    await inOrg((tx) => sql`insert into import_row (org_id, import_id, number, as_of, name, published_id, duplicate_of, units, unit_code, content_hash, content)
      select ${orgId}::uuid, ${importId}::uuid, n, '2024-03-31', 'Bridge ' || n + 1, 'P' || n, case when n = 600 then 1 end, case when n % 2 = 0 then array['Roads', 'North'] else '{}' end, null, 'hash ' || n,
        (${JSON.stringify(content(0))}::jsonb || jsonb_build_object('row', n + 1)) from generate_series(1, 600) n`.execute(tx))
    await t.owner.transaction().execute((tx) => importPieces.up(async (text) => void (await sql.raw(text).execute(tx))))
  })

  it('are read by their numbers', async () => {
    const rows = await inOrg((tx) => rowReader(tx, importId)([1, 250, 251, 600]))
    expect([...rows].map(([number, { name, as_of, content: { row, parts } }]) => [number, name, as_of, row, parts.length]).toSorted(([a], [b]) => Number(a) - Number(b))).toEqual([[1, 'Bridge 2', '2024-03-31', 2, 1], [250, 'Bridge 251', '2024-03-31', 251, 1], [251, 'Bridge 252', '2024-03-31', 252, 1], [600, 'Bridge 601', '2024-03-31', 601, 1]])
  })
  it('have an index, as those that are read now', async () => {
    const index = await inOrg((tx) => readIndex(tx, importId))
    expect([linkRowsOf(index).at(-1), index.hashes[249], index.units]).toEqual([{ number: 600, name: 'Bridge 601', publishedId: 'P600', duplicateOf: 1, asOf: '2024-03-31' }, 'hash 250', [{ path: ['Roads', 'North'], code: null, rows: 299 }]])
  })
})
