import type { PlanChangeList, PlanDifference } from '@throughline/contract/portfolio'
import { places, explanationFromWire, metricText, useFormat, type Format } from '../../../format/index.ts'
import { Table } from '../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../ui/display/WhyFigure.tsx'
import { usePlanWords, type PlanWords } from './field-names.tsx'
import { subjectWords, whatWords, withheldWord } from './words.ts'

export type DifferencesProps = { readonly list: PlanChangeList; readonly currency: string; unitName(id: string): string; readonly caption: string; readonly maxHeight?: number }

/** Everything in which two plans differ, with what each thing moves; the parts sum exactly to the changes at the foot. */
export function Differences({ list, currency, unitName, caption, maxHeight }: DifferencesProps) {
  const format = useFormat()
  const words = usePlanWords({ currency, unitName })
  const total = (of: 'cost' | 'benefits') => <WhyFigure why={explanationFromWire(list[of].why)}>{metricText(list[of].metric, (amount) => format.moneyChange(amount))}</WhyFigure>
  return (
    <Table
      caption={caption}
      rows={list.items}
      rowKey={({ kind, id }) => `${kind} ${id}`}
      empty="Nothing differs."
      {...(maxHeight === undefined ? {} : { maxHeight })}
      columns={[
        { key: 'name', label: 'What', cell: (one) => <NameOf one={one} />, foot: 'All together' },
        { key: 'kind', label: 'Change', cell: ({ kind, what }) => <span className="quiet">{subjectWords[kind]}, {whatWords[what].toLowerCase()}</span> },
        { key: 'fields', label: 'From and to', cell: (one) => <Fields one={one} words={words} /> },
        { key: 'cost', label: 'Moves cost by', numeric: true, cell: ({ cost }) => changeText(cost, format), foot: total('cost') },
        { key: 'benefits', label: 'Moves benefits by', numeric: true, cell: ({ benefits }) => changeText(benefits, format), foot: total('benefits') },
      ]}
    />
  )
}

const changeText = (amount: PlanDifference['cost'], format: Format) => (amount === null ? <span className="quiet">{withheldWord}</span> : amount.minor === '0' ? <span className="quiet">–</span> : format.moneyChange(amount))

function NameOf({ one: { kind, id, name, what } }: { readonly one: PlanDifference }) {
  if (kind === 'initiative' && what !== 'added') return <a className="text-ink" href={places.initiative(id)}>{name}</a>
  return kind === 'objective' ? <a className="text-ink" href={places.objective(id)}>{name}</a> : <>{name}</>
}

function Fields({ one, words: { fieldWord, valueWord } }: { readonly one: PlanDifference; readonly words: PlanWords }) {
  if (one.kind === 'dependency') return <span className="quiet">–</span>
  const shown = one.what === 'changed' ? one.fields : one.fields.filter(({ from, to }) => (one.what === 'added' ? to : from) !== null)
  return (
    <ul className="grid">
      {shown.map(({ field, from, to }) => (
        <li key={field}>
          {fieldWord(field)}: {one.what === 'changed' ? <>{valueWord(field, from)} → <strong className="font-semibold">{valueWord(field, to)}</strong></> : valueWord(field, one.what === 'added' ? to : from)}
        </li>
      ))}
    </ul>
  )
}
