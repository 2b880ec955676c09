import type { InitiativeState } from '@throughline/engine/demand'
import type { AcceptanceOutcome, DefectCount, DeliverableClass, DeliverableState, QualityFacts } from '@throughline/engine/governance'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

type Lean = { readonly class: DeliverableClass; readonly state: DeliverableState; readonly due_on: string; readonly made_hours: number | null; readonly initiative_state: InitiativeState; readonly hours: number; readonly rounds: number }
/** Deliverables as far as figures need them, withdrawn ones among them, and what else is known of their quality. */
export type ReadFacts = { readonly deliverables: readonly Lean[]; readonly facts: QualityFacts }

/** What is known of the quality of all deliverables of initiatives that are there, of those of one initiative, or of one. What was dismissed is no defect. */
export async function readFacts(tx: Tx, { initiativeId, deliverableId }: { readonly initiativeId?: string | undefined; readonly deliverableId?: string | undefined }): Promise<ReadFacts> {
  const only = deliverableId !== undefined ? sql`and d.id = ${deliverableId}` : initiativeId !== undefined ? sql`and d.initiative_id = ${initiativeId}` : sql``
  const standing = sql`deliverable d join initiative i on i.org_id = d.org_id and i.id = d.initiative_id and i.removed_at is null ${only}`
  const deliverables = await sql<Lean>`select d.class, d.state, d.due_on, d.made_hours, i.state as initiative_state, coalesce(r.hours, 0)::float8 as hours, coalesce(r.rounds, 0)::int as rounds
    from ${standing} left join lateral (select round(sum(w.hours)::numeric, 2) as hours, count(*) as rounds from quality_rework w where w.deliverable_id = d.id) r on true`.execute(tx)
  const editions = await sql<{ id: string; class: DeliverableClass; accepted_on: string | null; first_on: string | null; first_outcome: AcceptanceOutcome | null }>`select e.id, d.class, e.accepted_on, e.first_on, e.first_outcome from ${standing} join deliverable_edition e on e.org_id = d.org_id and e.deliverable_id = d.id`.execute(tx)
  const defects = await sql<DefectCount>`select q.edition_id as "editionId", q.found_on as "foundOn", q.review_id is not null as "inReview", count(*)::int as count
    from ${standing} join quality_defect q on q.org_id = d.org_id and q.deliverable_id = d.id where q.state <> 'dismissed' group by 1, 2, 3`.execute(tx)
  const reviews = await sql<{ on: string; count: number }>`select r.reviewed_on as "on", count(*)::int as count from ${standing} join quality_review r on r.org_id = d.org_id and r.deliverable_id = d.id group by 1`.execute(tx)
  return {
    deliverables: deliverables.rows,
    facts: {
      editions: editions.rows.map(({ id, class: of, accepted_on: acceptedOn, first_on: on, first_outcome: outcome }) => ({ id, class: of, acceptedOn, first: on === null || outcome === null ? null : { on, outcome } })),
      defects: defects.rows, reviews: reviews.rows,
      efforts: deliverables.rows.filter(({ state }) => state !== 'withdrawn').map(({ class: of, made_hours: madeHours, hours: reworkHours, rounds }) => ({ class: of, madeHours, reworkHours, rounds })),
    },
  }
}
