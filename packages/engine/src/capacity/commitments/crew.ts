import type { CivilDate, FiscalCalendar, Period } from '../../kernel/index.ts'
import { addMonths, periodAt, type Grain } from '../grain.ts'
import { onPeriods, type Line } from '../lines.ts'
import { kindOfUnit, type PoolUnit } from '../pool.ts'
import { placed } from '../profile.ts'
import { committedOn, presentWithin } from './supply.ts'

/** The fewest people of a pool without whom an initiative does not start: so many of the pool's unit (in hundredths) from its start on, for so many months. */
export type CrewLine = { readonly poolId: string; readonly hundredths: bigint; readonly months: number }
/** How an organisation counts its periods. */
export type Counting = { readonly calendar: FiscalCalendar; readonly grain: Grain }

/** The first stretch of a crew: from the start to the end of the period that holds it, or to the end of the crew where that is sooner. */
export function firstStretch({ months }: Pick<CrewLine, 'months'>, startOn: CivilDate, { calendar, grain }: Counting): Period {
  const [{ to }, end] = [periodAt(calendar, grain, startOn), addMonths(startOn, months)]
  return { from: startOn, to: end < to ? end : to }
}

/** What a crew needs and what is committed to it in its first stretch, hundredths of the pool's unit. Of hours the share of the days is needed. */
export function crewAtStart(line: CrewLine, { unit, startOn, committed, counting }: { readonly unit: PoolUnit; readonly startOn: CivilDate; readonly committed: readonly Line[]; readonly counting: Counting }): { readonly stretch: Period; readonly needed: bigint; readonly found: bigint } {
  const stretch = firstStretch(line, startOn, counting)
  const needed = onPeriods(crewOnCalendar(line, startOn), [stretch], kindOfUnit(unit))[0] ?? 0n
  return { stretch, needed, found: presentWithin({ unit, committed }, stretch) }
}

/** What a crew needs on the calendar. */
export const crewOnCalendar = ({ hundredths, months }: Omit<CrewLine, 'poolId'>, startOn: CivilDate): readonly Line[] => placed([{ fromMonth: 0, months, amount: hundredths }], startOn)

/** What a crew needs and has, period by period; null where it needs nothing. Hundredths of the pool's unit. */
export function crewByPeriod(line: CrewLine, { unit, startOn, committed }: { readonly unit: PoolUnit; readonly startOn: CivilDate; readonly committed: readonly Line[] }, periods: readonly Period[]): readonly { readonly needed: bigint | null; readonly committed: bigint }[] {
  const needed = onPeriods(crewOnCalendar(line, startOn), periods, kindOfUnit(unit))
  const sums = committedOn({ unit, committed }, periods)
  return periods.map((_, at) => ({ needed: needed[at] ?? null, committed: sums[at] ?? 0n }))
}
