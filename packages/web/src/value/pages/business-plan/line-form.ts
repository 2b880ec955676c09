import type { NewPlanLine, PlanLine } from '@throughline/contract/value'
import { addDays, isCivilDate } from '@throughline/engine/kernel'
import { leastOf, typedOf } from '../../acts/form.ts'

/** A period as it is entered: its first and its last day, amounts in whole units of account as typed. */
export type EnteredPeriod = { readonly from: string; readonly last: string; readonly baseline: string | null; readonly planned: string | null }
/** A line as it is entered; `departmentId` is empty for the whole organisation. */
export type EnteredLine = { readonly name: string; readonly kind: NewPlanLine['kind']; readonly unit: string; readonly departmentId: string; readonly note: string; readonly objectiveIds: readonly string[]; readonly periods: readonly EnteredPeriod[] }

export const blankPeriod: EnteredPeriod = { from: '', last: '', baseline: null, planned: null }

/** What stands in the form at first: a line as it is, or one that is blank. */
export function begun(line: PlanLine | undefined, currency: string): EnteredLine {
  if (!line) return { name: '', kind: 'cost', unit: `${currency}.cash`, departmentId: '', note: '', objectiveIds: [], periods: [blankPeriod] }
  const typed = (amount: string | null) => (amount === null ? null : typedOf(amount, line.unit))
  return { name: line.name, kind: line.kind, unit: line.unit, departmentId: line.departmentId ?? '', note: line.note, objectiveIds: line.objectives.map(({ id }) => id), periods: line.parts.map(({ from, to, baseline, planned }) => ({ from, last: addDays(to, -1), baseline: typed(baseline), planned: typed(planned) })) }
}

/** What was entered as it is sent; undefined while a period lacks its days or its planned amount, or says a part of a person. */
export function bodyOf({ name, kind, unit, departmentId, note, objectiveIds, periods }: EnteredLine): NewPlanLine | undefined {
  const amounts = periods.flatMap(({ from, last, baseline, planned }) => {
    const least = leastOf(planned, unit)
    const parted = kind === 'headcount' && [baseline, planned].some((typed) => typed !== null && !isWhole(typed))
    return !isDay(from) || !isDay(last) || least === undefined || parted ? [] : [{ from, to: addDays(last, 1), baseline: leastOf(baseline, unit) ?? null, planned: least }]
  })
  return amounts.length === periods.length ? { name: name.trim(), kind, unit: unit.trim(), departmentId: departmentId === '' ? null : departmentId, note: note.trim(), objectiveIds: [...objectiveIds], amounts } : undefined
}

/** A day that can be sent: while a year is typed there are others, such as 20271. */
const isDay = (text: string): boolean => isCivilDate(text) && text >= '1900' && text < '2300'
const isWhole = (typed: string): boolean => /^-?\d+(\.0*)?$/.test(typed)
