import type { CriteriaModel, CriteriaWeighing } from '@throughline/contract/demand'
import { weighCriteria } from '@throughline/engine/demand'
import { randomIndexTables, weighMethods, weightUnits, type RandomIndexTable, type WeighMethod } from '@throughline/engine/strategy'
import { useState } from 'react'
import { metricText, useFormat } from '../../../../format/index.ts'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import type { CriteriaActs } from '../acts.ts'
import { methodWords, tableWords } from '../words.ts'

const tables = Object.keys(randomIndexTables) as readonly RandomIndexTable[]
const ratios = [9, 8, 7, 6, 5, 4, 3, 2, 1] as const
/** 9 to 1/9, and nothing said. */
const ratioOptions = [{ value: '', label: 'Not compared' }, ...ratios.map((times) => ({ value: String(times), label: times === 1 ? 'the same' : `${times} times as much` })), ...[...ratios].reverse().slice(1).map((times) => ({ value: String(1 / times), label: `1/${times} as much` }))]

/** Weighs the criteria of a draft; what it comes to is seen at once. */
export function Weigh({ model, acts, onClose }: { readonly model: CriteriaModel; readonly acts: CriteriaActs; onClose(): void }) {
  const format = useFormat()
  const { criteria, weighing } = model
  const [method, setMethod] = useState<WeighMethod>(weighing?.method ?? 'swing')
  const [table, setTable] = useState<RandomIndexTable>(weighing?.table ?? 'saaty_1980')
  const [values, setValues] = useState<Readonly<Record<string, string | null>>>(() => Object.fromEntries((weighing?.values ?? []).map(({ id, value }) => [id, String(value)])))
  const [said, setSaid] = useState<Readonly<Record<string, number | null>>>(() => Object.fromEntries((weighing?.pairs ?? []).map(({ a, b, ratio }) => [`${a} ${b}`, ratio])))
  const pairs = criteria.flatMap((a, at) => criteria.slice(at + 1).map((b) => ({ key: `${a.id} ${b.id}`, a, b })))
  const given: CriteriaWeighing = {
    method, table,
    values: method === 'pairwise' ? [] : criteria.flatMap(({ id }) => (typeof values[id] === 'string' && values[id] !== '' ? [{ id, value: Number(values[id]) }] : [])),
    pairs: method === 'pairwise' ? pairs.flatMap(({ key, a, b }) => (typeof said[key] === 'number' ? [{ a: a.id, b: b.id, ratio: said[key] }] : [])) : [],
  }
  const found = weighCriteria(criteria, { ...given, scales: {} })
  const weightOf = (id: string) => found?.weights.find((one) => one.id === id)
  const share = (id: string) => { const weight = weightOf(id); return <span className="figures text-right" title="What it comes to">{weight ? format.percent(weight.units / weightUnits, 1) : '–'}</span> }
  return (
    <FormDialog title="Weigh the criteria" subtitle={methodWords[method].ask} size="wide" act="Weigh" notYet={found && found.refusal === null ? undefined : 'This leads to no weights yet'} onSubmit={() => acts.weigh(model, given)} onClose={onClose}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select<WeighMethod> label="How" value={method} options={weighMethods.map((value) => ({ value, label: methodWords[value].name }))} onChange={setMethod} />
        {method === 'pairwise' && <Select<RandomIndexTable> label="Random indices" value={table} options={tables.map((value) => ({ value, label: tableWords[value] }))} onChange={setTable} />}
      </div>
      {method === 'pairwise' && (
        <ul className="grid gap-2">
          {pairs.map(({ key, a, b }) => (
            <li key={key} className="grid grid-cols-1 items-center gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,1fr)_200px_minmax(0,1fr)]">
              <span className="sm:text-right">{a.name} counts</span>
              <Select labelHidden label={`${a.name} against ${b.name}`} value={optionOf(said[key])} options={ratioOptions} onChange={(text) => setSaid((all) => ({ ...all, [key]: text === '' ? null : Number(text) }))} />
              <span>as {b.name}</span>
            </li>
          ))}
        </ul>
      )}
      <ul className="grid gap-1">
        {criteria.map(({ id, name }) => (
          <li key={id} className="grid grid-cols-[minmax(0,1fr)_120px_72px] items-center gap-4">
            <span>{name}</span>
            {method === 'pairwise' ? <span /> : <NumberField labelHidden className="small" label={`${methodWords[method].name} of ${name}`} min={method === 'rank' ? 1 : 0} {...(method === 'swing' ? { max: 100 } : {})} value={values[id] ?? null} onChange={(text) => setValues((all) => ({ ...all, [id]: text }))} />}
            {share(id)}
          </li>
        ))}
      </ul>
      {found?.consistency && found.consistency.metric.status !== 'not_applicable' && <p className="flex flex-wrap items-center gap-3" aria-live="polite"><StatusMark tone={found.consistent ? 'good' : 'warn'} word={found.consistent ? 'Consistent' : 'The comparisons contradict each other'} /><span>Consistency ratio <WhyFigure why={found.consistency.why}>{metricText(found.consistency.metric, (value) => format.number(value, 3))}</WhyFigure></span></p>}
    </FormDialog>
  )
}

/** The option that says a ratio, whatever its last digits. */
const optionOf = (ratio: number | null | undefined): string => (typeof ratio === 'number' ? (ratioOptions.find(({ value }) => value !== '' && Math.abs(Number(value) - ratio) < 1e-6)?.value ?? '') : '')
