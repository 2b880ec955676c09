import { sql, type RawBuilder } from 'kysely'
import { currentOnly, type Positions } from '../../../demand/index.ts'

type Sql = RawBuilder<unknown>

/** The lines of a position as a relation: what the engine calls a `PositionLine`, less its sources. */
export type Lines = Sql

/** The current initiatives as they stand. */
export const linesNow = (positions: Positions): Lines => sql`
  select i.id, i.key, i.name, i.unit_id, u.name as unit_name, i.category, case when i.rating_level is not null then i.rating_scale end as rating_scale, case when i.rating_scale is not null then i.rating_level end as rating_level,
    i.cost_minor, i.cost_reason, i.benefits_minor, i.benefits_reason, i.in_year_forecast_minor as forecast_minor, i.in_year_forecast_reason as forecast_reason, i.end_on, i.flags
  from initiative i left join org_unit u on u.org_id = i.org_id and u.id = i.unit_id where i.removed_at is null and ${currentOnly(positions)}`

/** What a publication said, with the names that the initiatives have now; those that were removed have the name that was published. */
export const linesOf = (publicationId: string): Lines => sql`
  select p.initiative_id as id, i.key, coalesce(i.name, (select r.name from report r where r.org_id = p.org_id and r.publication_id = p.publication_id and r.initiative_id = p.initiative_id)) as name,
    null::uuid as unit_id, null::text as unit_name, null::text as category, p.rating_scale, p.rating_level,
    p.cost_minor, p.cost_reason, p.benefits_minor, p.benefits_reason, p.forecast_minor, p.forecast_reason, p.end_on, null::text[] as flags
  from position_line p left join initiative i on i.org_id = p.org_id and i.id = p.initiative_id and i.removed_at is null where p.publication_id = ${publicationId}`

/** The numbers of a publication's lines alone. */
export const numbersOf = (publicationId: string): Lines => sql`
  select p.initiative_id as id, p.rating_scale, p.rating_level, p.cost_minor, p.cost_reason, p.benefits_minor, p.benefits_reason, p.forecast_minor, p.forecast_reason, p.end_on from position_line p where p.publication_id = ${publicationId}`
