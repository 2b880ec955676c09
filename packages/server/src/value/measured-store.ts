import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'

/** Which initiatives are to move which measures by their benefits, each once. */
export async function readMeasured(tx: Tx): Promise<readonly { readonly initiativeId: string; readonly measureId: string; readonly measure: string }[]> {
  const { rows } = await sql<{ initiativeId: string; measureId: string; measure: string }>`select distinct b.initiative_id as "initiativeId", b.measure_id as "measureId", m.name as measure from benefit b join measure m on m.org_id = b.org_id and m.id = b.measure_id order by 3, 2, 1`.execute(tx)
  return rows
}
