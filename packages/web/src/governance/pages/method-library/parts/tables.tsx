import type { MethodLibrary, MethodLine } from '@throughline/contract/governance'
import type { ReactNode } from 'react'
import { explanationFromWire, useFormat } from '../../../../format/index.ts'
import { BarList } from '../../../../ui/charts/BarList.tsx'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { kindWords, methodLooks } from '../../../method-words.ts'
import { libraryWords as words, unusedChoices } from '../words.ts'

/** Items as they were looked for, each with what people say of it and how much it is used. */
export function ItemsTable({ library: { items, omitted }, looking, onOpen }: { readonly library: MethodLibrary; readonly looking: ReactNode; onOpen(id: string): void }) {
  const format = useFormat()
  const found = items.some(({ points }) => points !== null)
  return (
    <Card title="Items" note={`${found ? 'Those with most of the words first, and of these those that have them in the name.' : 'By name.'}${omitted > 0 ? ` ${format.count(omitted, 'further one is', 'further ones are')} not listed; look for words.` : ''}`} flush>
      {looking}
      <Table<MethodLine>
        caption="Items of the method library" rows={items} rowKey={({ id }) => id} maxHeight={640} empty={words.nothingFound}
        columns={[
          { key: 'name', label: 'Item', cell: ({ id, name, whenToUse }) => <span className="grid min-w-64 justify-items-start py-1"><button type="button" className="text-left text-accent hover:underline" onClick={() => onOpen(id)}>{name}</button><span className="quiet line-clamp-2 max-w-[70ch]">{whenToUse}</span></span> },
          { key: 'kind', label: 'Kind', cell: ({ kind }) => kindWords[kind] },
          { key: 'themes', label: 'Themes', cell: ({ themes }) => themes.join(', ') || <span className="quiet">none</span> },
          { key: 'state', label: 'State', cell: ({ state }) => <StatusMark quiet {...methodLooks[state]} /> },
          ...(found ? [{ key: 'points', label: 'Found', numeric: true, cell: ({ points }: MethodLine) => points && <WhyFigure why={explanationFromWire(points.why)}>{points.metric.status === 'ok' ? format.number(points.metric.value, 0) : ''}</WhyFigure> }] : []),
          { key: 'ratings', label: 'Middle rating', numeric: true, cell: ({ ratings: { rated, median: { metric, why } } }) => (rated === 0 ? <span className="quiet whitespace-nowrap">not rated</span> : <span className="whitespace-nowrap"><WhyFigure why={explanationFromWire(why)}>{metric.status === 'ok' ? format.number(metric.value, 0) : 'too few'}</WhyFigure> <span className="quiet">of {format.number(rated, 0)}</span></span>) },
          { key: 'uses', label: 'Uses', numeric: true, cell: ({ usage: { uses: { metric, why } } }) => <WhyFigure why={explanationFromWire(why)}>{format.number(metric.status === 'ok' ? metric.value : 0, 0)}</WhyFigure> },
          { key: 'last', label: 'Used last', cell: ({ usage: { lastOn, running } }) => <span className="whitespace-nowrap">{lastOn === null ? <span className="quiet">never</span> : running > 0 ? `now, by ${format.number(running, 0)}` : format.date(lastOn)}</span> },
        ]}
      />
    </Card>
  )
}

/** How often items were begun to be used, by quarter. */
export function UseByQuarter({ library: { quarters } }: { readonly library: MethodLibrary }) {
  const format = useFormat()
  const items = quarters.toReversed().map(({ label, begun, initiatives }) => ({ key: label, label, value: begun, note: `by ${format.count(initiatives, 'initiative', 'initiatives')}` }))
  return <BarList framed title="Uses by quarter" note="How often an initiative began to use an item" items={quarters.some(({ begun }) => begun > 0) ? items : []} format={(value) => format.number(value, 0)} empty="No initiative began to use an item in the last eight quarters." />
}

/** What has been offered for so many days and nobody ever used. */
export function Unused({ library: { unused, unusedDays }, onDays, onOpen }: { readonly library: MethodLibrary; onDays(days: string): void; onOpen(id: string): void }) {
  const format = useFormat()
  const days = unusedChoices.some((one) => one === String(unusedDays)) ? unusedChoices : [...unusedChoices, String(unusedDays)]
  return (
    <Card title="Never used" note="Published, and no initiative ever used it" actions={<Select label="Offered for at least" labelHidden value={String(unusedDays)} options={days.map((value) => ({ value, label: value === '0' ? 'Since today or earlier' : `For ${value} days or more` }))} onChange={onDays} />}>
      {unused.length === 0 ? <p className="quiet">{words.noUnused}</p> : <ul className="grid gap-1">{unused.map(({ id, name, publishedOn }) => <li key={id}><Button kind="link" onClick={() => onOpen(id)}>{name}</Button> <span className="quiet">offered since {format.date(publishedOn)}</span></li>)}</ul>}
    </Card>
  )
}
