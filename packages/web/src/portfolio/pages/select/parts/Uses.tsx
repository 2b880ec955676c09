import type { SelectionCase } from '@throughline/contract/portfolio'
import type { ConstraintUse, Selection } from '@throughline/engine/portfolio'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import type { CaseWords } from '../words.tsx'

/** How far each constraint is used, and what a little more of it would be worth. Binding ones first. */
export function Uses({ of, selection, words }: { readonly of: SelectionCase; readonly selection: Selection; readonly words: CaseWords }) {
  const rows = selection.constraints.map((use, index) => ({ ...use, place: String(index) })).sort((a, b) => Number(b.binding) - Number(a.binding))
  return (
    <Table
      caption="Constraints and what they cost"
      maxHeight={520}
      rows={rows}
      rowKey={({ place }) => place}
      empty="There is no constraint: everything with value above zero is chosen."
      columns={[
        { key: 'words', label: 'Constraint', cell: (use) => use.words },
        { key: 'binding', label: 'Binding', cell: ({ binding }) => <StatusMark quiet tone={binding ? 'warn' : 'none'} word={binding ? 'Binding' : 'Slack'} /> },
        { key: 'used', label: 'Used', numeric: true, cell: (use) => amountOf(use, use.used, words) },
        { key: 'limit', label: 'Limit', numeric: true, cell: (use) => amountOf(use, use.limit, words) },
        { key: 'price', label: 'Shadow price', numeric: true, cell: (use) => priceOf(use, of, words) },
        { key: 'confirmed', label: 'A little looser really gives', numeric: true, cell: ({ confirmed }) => (confirmed === null ? <span className="quiet">–</span> : `${confirmed.proved ? '' : 'at least '}${words.value(confirmed.gain)}`) },
      ]}
    />
  )
}

function amountOf({ constraint }: ConstraintUse, amount: number | null, words: CaseWords): string {
  if (amount === null) return '–'
  return ['totalBudget', 'yearlyBudget', 'departmentCap'].includes(constraint.kind) ? words.cost(amount) : words.format.number(amount)
}

/** Value per unit of the limit; per unit of money where both are money. */
function priceOf({ constraint, lpPrice }: ConstraintUse, { valueUnit, input }: SelectionCase, words: CaseWords): string {
  if (lpPrice === null || lpPrice === 0) return '–'
  const inMoney = ['totalBudget', 'yearlyBudget', 'departmentCap'].includes(constraint.kind)
  if (!inMoney) return words.value(lpPrice)
  return valueUnit === 'money' ? `${words.format.ratio(lpPrice)} per ${input.currency}` : `${words.format.number(lpPrice * 1e8)} points per ${words.cost(1e8)}`
}
