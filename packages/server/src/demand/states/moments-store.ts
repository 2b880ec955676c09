import type { MomentLine } from '@throughline/engine/portfolio'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { columnsOf, dateOf, minorOf, noDay, ratingOf, type Columns } from '../columns/index.ts'
import type { InitiativeRecord } from '../store/initiatives.ts'

type AmountRow = Pick<InitiativeRecord, 'id' | 'cost_minor' | 'benefits_minor' | 'in_year_baseline_minor' | 'in_year_forecast_minor'>

const minor = (text: string | null): bigint | null => (text === null ? null : BigInt(text))
const amountsOf = (row: AmountRow): MomentLine['amounts'] => ({ cost: minor(row.cost_minor), benefits: minor(row.benefits_minor), inYearBaseline: minor(row.in_year_baseline_minor), inYearForecast: minor(row.in_year_forecast_minor) })

/** The initiatives on the list at the moment of the transaction, as totals see them. */
export async function readMomentLines(tx: Tx): Promise<readonly MomentLine[]> {
  const columns = await columnsOf(tx)
  const lines: MomentLine[] = []
  for (let row = 0; row < columns.size; row += 1) if (columns.there[row] && columns.seen.current[row]) lines.push(lineOf(columns, row))
  return lines
}

function lineOf({ ids, texts, units, ...columns }: Columns, row: number): MomentLine {
  const unit = columns.unit[row] ?? 0
  const amount = (of: Columns['cost']): bigint | null => minorOf(of, row) ?? null
  return {
    id: ids.of(row), key: texts.of(columns.key[row] ?? 0), name: texts.of(columns.name[row] ?? 0), unitId: unit === 0 ? null : units.ids.of(unit - 1), rating: ratingOf(columns.rating[row] ?? 0),
    startOn: dateOf(columns.startOn[row] ?? noDay), endOn: dateOf(columns.endOn[row] ?? noDay),
    amounts: { cost: amount(columns.cost), benefits: amount(columns.benefits), inYearBaseline: amount(columns.inYearBaseline), inYearForecast: amount(columns.inYearForecast) },
  }
}

/** The amounts of an initiative after the act recorded at an instant. */
export type StateStep = { readonly initiativeId: string; readonly at: string; /** Date of the newest position that it holds. */ readonly positionOn: string | null; readonly amounts: MomentLine['amounts'] }

/** Every state of an initiative in which an amount is another than in the one before, of those recorded after one instant and until another, in their order. */
export async function readStepsBetween(tx: Tx, { after, until }: { readonly after: string; readonly until: string }): Promise<readonly StateStep[]> {
  const amounts = sql.raw('cost_minor, benefits_minor, in_year_baseline_minor, in_year_forecast_minor')
  const { rows } = await sql<AmountRow & { at: string; position_on: string | null }>`
    select id, believed_from as at, position_on, ${amounts} from (
      select *, row(${amounts}) is distinct from lag(row(${amounts})) over (partition by id order by believed_from, past_no) as moved from (
        select id, believed_from, position_on, ${amounts}, 9223372036854775807 as past_no from public.initiative where believed_from > ${after} and believed_from <= ${until}
        union all select id, believed_from, position_on, ${amounts}, past_no from public.initiative_past where believed_from <= ${until} and replaced_at > ${after} and replaced_at > believed_from) state) step
    where moved and believed_from > ${after} order by id, believed_from, past_no`.execute(tx)
  return rows.map((row) => ({ initiativeId: row.id, at: row.at, positionOn: row.position_on, amounts: amountsOf(row) }))
}
