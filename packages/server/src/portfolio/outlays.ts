import { kindOfUnit, onPeriods, placed, type Line, type PoolUnit } from '@throughline/engine/capacity'
import { spreadCost, type KnownYear, type ReportFacts } from '@throughline/engine/demand'
import { fiscalYear, fiscalYearOf, money, type FiscalCalendar } from '@throughline/engine/kernel'
import { readPlans, readPools, readVariants } from '../capacity/index.ts'
import type { Tx } from '../database/index.ts'
import { columnsOf, dateOf, isInPlan, minorOf, publishedYears, readReports, readYears, type Columns } from '../demand/index.ts'
import { readOrganisation, readUnits } from '../people/index.ts'
import type { InitiativeOutlay, Outlays, Taken } from '../strategy/index.ts'

/** What initiatives that were decided on take of money and of people, and which objectives they serve. Cost by year is that of a selection. */
export async function readOutlays(tx: Tx): Promise<Outlays> {
  const columns = await columnsOf(tx)
  const [{ calendar }, units] = [await readOrganisation(tx), await readUnits(tx)]
  const rows = Array.from({ length: columns.size }, (_, row) => row).filter((row) => isInPlan(columns, row) || (columns.there[row] === 1 && columns.seen.current[row] === 1 && columns.mandatory[row] === 1))
  const known = await knownYears(tx, rows.map(columns.ids.of), columns, calendar)
  const skills = await timeByInitiative(tx, columns, calendar)
  return {
    currency: columns.currency, calendar, units: units.map(({ id, name }) => ({ id, name })),
    initiatives: rows.map((row): InitiativeOutlay => {
      const id = columns.ids.of(row)
      const time = skills.get(id)
      return {
        id, name: columns.texts.of(columns.name[row] ?? 0), unitId: unitIdOf(columns, row), mandatory: columns.mandatory[row] === 1, contributions: linksOf(columns, row),
        money: moneyOf(columns, row, known.get(id) ?? [], calendar), hour: time?.hour ?? null, day: time?.day ?? null, fte: time?.fte ?? null,
      }
    }),
  }
}

const unitIdOf = ({ unit, units }: Columns, row: number): string | null => (unit[row] ? units.ids.of((unit[row] ?? 1) - 1) : null)

function linksOf({ links: { start, objective, contribution }, objectives }: Columns, row: number): InitiativeOutlay['contributions'] {
  const served: InitiativeOutlay['contributions'][number][] = []
  for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at += 1) served.push({ objectiveId: objectives[objective[at] ?? -1]?.id ?? '', contribution: (contribution[at] ?? 0) / 1000 })
  return served
}

/** What was published and given of the years of some initiatives. */
async function knownYears(tx: Tx, ids: readonly string[], { currency, positions }: Columns, calendar: FiscalCalendar): Promise<ReadonlyMap<string, readonly KnownYear[]>> {
  const reports = positions.publications.length === 0 ? new Map<string, ReportFacts[]>() : Map.groupBy(await readReports(tx, {}), ({ initiativeId }) => initiativeId)
  const given = await readYears(tx, ids, currency)
  return new Map(ids.map((id) => [id, [...publishedYears(reports.get(id) ?? [], calendar), ...(given.get(id)?.cost ?? [])]]))
}

function moneyOf({ cost, startOn, endOn, currency }: Columns, row: number, known: readonly KnownYear[], calendar: FiscalCalendar): Taken | null {
  const minor = minorOf(cost, row)
  if (minor === undefined) return null
  const { lines } = spreadCost({ total: money(minor, currency), startOn: dateOf(startOn[row] ?? 0), endOn: dateOf(endOn[row] ?? 0), known }, calendar)
  return { whole: Number(minor), years: lines.map(({ year, amount }) => [year, Number(amount.minor)]) }
}

type Time = Partial<Record<PoolUnit, Taken>>

/** The time of people that the plan of record needs, by the unit in which their pools are counted. */
async function timeByInitiative(tx: Tx, columns: Columns, calendar: FiscalCalendar): Promise<ReadonlyMap<string, Time>> {
  const unitOf = new Map((await readPools(tx)).map(({ id, unit }) => [id, unit]))
  if (unitOf.size === 0) return new Map()
  const starts = new Map((await readPlans(tx)).map(({ initiative_id, fixed_on }) => [initiative_id, fixed_on]))
  const found = new Map<string, Time>()
  for (const { initiativeId, inPlan, demands } of await readVariants(tx)) {
    const row = columns.ids.find(initiativeId)
    const start = starts.get(initiativeId) ?? (row === undefined ? null : dateOf(columns.startOn[row] ?? 0))
    if (!inPlan || row === undefined || start === null) continue
    const lines = new Map<PoolUnit, Line[]>()
    for (const { poolId, lines: own } of demands) {
      const unit = unitOf.get(poolId)
      if (unit) lines.set(unit, [...(lines.get(unit) ?? []), ...placed(own, start)])
    }
    if (lines.size > 0) found.set(initiativeId, Object.fromEntries([...lines].map(([unit, own]) => [unit, takenIn(unit, own, calendar)])))
  }
  return found
}

/** Time by fiscal year in hundredths; a full-time equivalent of half a year is half of one in that year. */
function takenIn(unit: PoolUnit, lines: readonly Line[], calendar: FiscalCalendar): Taken {
  const years = new Map<number, number>()
  for (const line of lines) {
    const last = fiscalYearOf(calendar, line.to)
    for (let year = fiscalYearOf(calendar, line.from); year <= last; year += 1) {
      const amount = Number(onPeriods([line], [fiscalYear(calendar, year)], kindOfUnit(unit))[0] ?? 0n)
      if (amount !== 0) years.set(year, (years.get(year) ?? 0) + amount)
    }
  }
  return { whole: [...years.values()].reduce((sum, amount) => sum + amount, 0), years: [...years].sort(([a], [b]) => a - b) }
}
