import { sql } from 'kysely'
import type { StateSource } from '../strategy/index.ts'

/** Work that is late, for the state of alignment: neither done nor cancelled, and due before the day. Of initiatives that are over nothing is waited for any more. */
export const deliveryState = {
  late: async (tx, today) => {
    const { rows } = await sql<{ id: string; name: string; tasks: number; late: number }>`
      select i.id, i.name, count(*)::int as tasks, (count(*) filter (where t.state not in ('done', 'cancelled') and t.finish_on < ${today}::date))::int as late
      from task t join initiative i on i.org_id = t.org_id and i.id = t.initiative_id where t.removed_at is null and i.removed_at is null and i.state not in ('closed', 'stopped') group by i.id, i.name order by lower(i.name), i.id`.execute(tx)
    return { tasks: rows.reduce((sum, { tasks }) => sum + tasks, 0), late: rows.flatMap(({ id, name, late }) => (late > 0 ? [{ thing: { kind: 'initiative', id, name }, tasks: late }] : [])) }
  },
} satisfies Partial<StateSource>
