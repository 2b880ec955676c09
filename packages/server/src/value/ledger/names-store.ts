import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

const form = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** What people, initiatives, benefits and pools are called; a pool by its measure. Other texts and unknown ids have no name. */
export async function namesOf(tx: Tx, texts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(texts.filter((text) => form.test(text)))]
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from initiative where id = any(${ids}::uuid[]) union all select id, name from benefit where id = any(${ids}::uuid[]) union all select id, name from account where id = any(${ids}::uuid[])
    union all select id, name from measure where id = any(${ids}::uuid[])
    union all select * from (select distinct on (v.pool_id) v.pool_id, m.name from value_measure v join measure m on m.org_id = v.org_id and m.id = v.measure_id where v.pool_id = any(${ids}::uuid[]) order by v.pool_id, m.name) pools`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
