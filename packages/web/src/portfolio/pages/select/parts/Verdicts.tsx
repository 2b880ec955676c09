import type { SelectionCase } from '@throughline/contract/portfolio'
import type { Selection, Verdict } from '@throughline/engine/portfolio'
import { useMemo, useState } from 'react'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { browserGridStorage, DataGrid, type Column } from '../../../../ui/grid/index.ts'
import { becauseWords } from '../../../words.ts'
import { reasonOf } from '../reason.ts'
import type { CaseWords } from '../words.tsx'

export type VerdictsProps = { readonly of: SelectionCase; readonly selection: Selection; readonly words: CaseWords; readonly differsOnly: boolean; onDiffersOnly(only: boolean): void; onOpen(verdict: Verdict): void }

/** Every candidate, in or out, with the reason in one sentence. */
export function Verdicts({ of, selection, words, differsOnly, onDiffersOnly, onOpen }: VerdictsProps) {
  const columns = useMemo(() => columnsOf(of, words), [of, words])
  const rows = useMemo(() => {
    const differs = new Set([...selection.ranking.onlyHere, ...selection.ranking.onlyInRanking])
    return differsOnly ? selection.verdicts.filter(({ candidateId }) => differs.has(candidateId)) : selection.verdicts
  }, [selection, differsOnly])
  const [storage] = useState(() => browserGridStorage('verdicts'))
  return (
    <DataGrid
      label="Candidates and why each is in or out"
      rows={rows}
      columns={columns}
      rowKey={rowKey}
      height={520}
      frozen={1}
      storage={storage}
      words={{ one: 'candidate', many: 'candidates' }}
      onOpen={onOpen}
      actions={<Checkbox label="Only where the usual ranking differs" checked={differsOnly} onChange={onDiffersOnly} />}
    />
  )
}

const rowKey = ({ candidateId }: Verdict): string => candidateId

function columnsOf({ valueUnit, departments, input }: SelectionCase, caseWords: CaseWords): readonly Column<Verdict>[] {
  const { nameOf, cost, value, format } = caseWords
  const unitOf = new Map(input.candidates.map(({ id, departmentId }) => [id, departments.find((department) => department.id === departmentId)?.name ?? null]))
  return [
    { key: 'name', label: 'Initiative', kind: 'text', width: 280, strong: true, get: ({ candidateId }) => nameOf(candidateId) },
    { key: 'verdict', label: 'Verdict', kind: 'choice', width: 90, choices: [{ value: 'in', label: 'In' }, { value: 'out', label: 'Out' }], get: ({ verdict }) => verdict },
    { key: 'because', label: 'Because', kind: 'choice', width: 170, choices: Object.entries(becauseWords).map(([key, label]) => ({ value: key, label })), get: ({ because }) => because },
    { key: 'value', label: valueUnit === 'points' ? 'Value, points' : 'Value', kind: 'number', width: 100, get: (row) => row.value, format: (amount) => value(Number(amount)) },
    { key: 'cost', label: 'Cost', kind: 'number', width: 100, get: (row) => row.cost, format: (amount) => cost(Number(amount)) },
    { key: 'net', label: 'After prices', kind: 'number', width: 115, note: 'Value less the shadow price of all it uses: above zero speaks for it', get: (row) => row.netOfPrices, format: (amount) => value(Number(amount)) },
    { key: 'opposite', label: 'Opposite verdict', kind: 'number', width: 140, note: 'How the value of the portfolio would change by the opposite verdict, found by solving again', get: ({ opposite }) => (opposite?.kind === 'possible' ? -opposite.valueLost : null), format: (change, row) => (change === null ? '' : `${row.opposite?.proved ? '' : 'at worst '}${Number(change) > 0 ? '+' : ''}${value(Number(change))}`), absent: ({ opposite }) => (opposite?.kind === 'impossible' ? 'Impossible under the constraints' : 'Not worked out yet') },
    { key: 'unit', label: 'Department', kind: 'text', width: 180, get: ({ candidateId }) => unitOf.get(candidateId) ?? null, absent: () => 'No department' },
    { key: 'reason', label: 'Reason', kind: 'text', width: 520, get: (row) => reasonOf(row, caseWords, valueUnit) },
    { key: 'ratio', label: 'Value over cost', kind: 'number', width: 125, hidden: true, get: (row) => (row.cost > 0 && valueUnit === 'money' ? row.value / row.cost : null), format: (ratio) => (ratio === null ? '' : format.ratio(Number(ratio))) },
  ]
}
