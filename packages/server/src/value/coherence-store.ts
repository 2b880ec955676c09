import { sql } from 'kysely'
import type { CoherenceSource } from '../strategy/index.ts'

/** Benefits with those that they lead to, by what they say themselves and by the network. Of initiatives that were removed none counts. */
export const valueCoherence = {
  benefits: async (tx) => {
    const { rows } = await sql<{ id: string; name: string; counted: boolean; leads_to: string | null }>`
      select b.id, b.name, b.counted, b.leads_to from benefit b join initiative i on i.org_id = b.org_id and i.id = b.initiative_id where i.removed_at is null order by b.id`.execute(tx)
    const edges = (await sql<{ from: string; to: string }>`
      select e.from_id as "from", e.to_id as "to" from network_edge e join benefit f on f.org_id = e.org_id and f.id = e.from_id join benefit t on t.org_id = e.org_id and t.id = e.to_id order by e.to_id`.execute(tx)).rows
    const further = Map.groupBy(edges, ({ from }) => from)
    return rows.map(({ id, name, counted, leads_to }) => ({ id, name, counted, leadsTo: [...new Set([...(leads_to === null ? [] : [leads_to]), ...(further.get(id) ?? []).map(({ to }) => to)])] }))
  },
} satisfies Partial<CoherenceSource>
