import type { SelectionCase } from '@throughline/contract/portfolio'
import { SourceBadge } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import type { Levers } from '../levers.ts'
import type { CaseWords } from '../words.tsx'
import { MoneyField } from './Budget.tsx'

type CapsProps = { readonly of: SelectionCase; readonly levers: Levers; readonly words: CaseWords; onLevers(levers: Levers): void }

/** A budget for each fiscal year. The demand of a year is derived, and says so. */
export function YearBudgets({ of, levers, words, onLevers }: CapsProps) {
  const { input, years } = of
  const set = (year: number, minor: number | null) => onLevers({ ...levers, years: changed(levers.years, String(year), minor) })
  return (
    <div className="grid gap-2">
      <p className="field-hint"><SourceBadge kind="derived" /> The demand of a year is the whole-life cost spread over the days between start and end.</p>
      <Table
        caption="Budgets by fiscal year"
        rows={years}
        rowKey={({ year }) => String(year)}
        empty="No candidate has cost in a year that can still be planned."
        columns={[
          { key: 'year', label: 'Year', cell: ({ label }) => <span className="whitespace-nowrap">{label}</span> },
          { key: 'demand', label: 'Demand, derived', numeric: true, cell: ({ demand }) => words.format.moneyShort(demand) },
          { key: 'cap', label: `At most, ${input.currency}`, numeric: true, cell: ({ year, label, demand }) => <MoneyField label={`Budget of ${label}`} labelHidden bare minor={levers.years[String(year)] ?? null} currency={input.currency} step={Number(demand.minor) / 50} onChange={(minor) => set(year, minor)} /> },
        ]}
      />
    </div>
  )
}

/** A cap on what each department may spend. */
export function DepartmentCaps({ of, levers, words, onLevers }: CapsProps) {
  const { input, departments } = of
  const set = (id: string, minor: number | null) => onLevers({ ...levers, departments: changed(levers.departments, id, minor) })
  return (
    <Table
      caption="Caps by department"
      rows={departments}
      rowKey={({ id }) => id}
      maxHeight={360}
      empty="No candidate belongs to a department."
      columns={[
        { key: 'name', label: 'Department', cell: ({ name }) => name },
        { key: 'demand', label: 'Demand', numeric: true, cell: ({ demand }) => words.format.moneyShort(demand) },
        { key: 'cap', label: `At most, ${input.currency}`, numeric: true, cell: ({ id, name, demand }) => <MoneyField label={`Cap of ${name}`} labelHidden bare minor={levers.departments[id] ?? null} currency={input.currency} step={Number(demand.minor) / 50} onChange={(minor) => set(id, minor)} /> },
      ]}
    />
  )
}

const changed = (record: Readonly<Record<string, number>>, key: string, minor: number | null): Readonly<Record<string, number>> =>
  Object.fromEntries([...Object.entries(record).filter(([other]) => other !== key), ...(minor === null ? [] : [[key, minor] as const])])
