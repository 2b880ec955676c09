import type { BusinessCase, CaseOption } from '@throughline/contract/demand'
import { basisWords } from '@throughline/engine/demand'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { optionKindWords } from '../../../case-words.ts'
import { biasWords } from '../../../appraisal-words.ts'
import { caseWords as words } from '../words.ts'

type OptionsProps = { readonly shown: BusinessCase; onAdd?(): void; onEdit?(option: CaseOption): void; onPrefer?(): void }

/** Options side by side, the best first: each figure says why, and what lacks one says so. */
export function OptionsTable({ shown, onAdd, onEdit, onPrefer }: OptionsProps) {
  const format = useFormat()
  const { appraisal, options, preferred } = shown
  const found = new Map((appraisal?.options ?? []).map((one) => [one.optionId, one]))
  const rows = appraisal ? appraisal.options.flatMap(({ optionId }) => options.find(({ id }) => id === optionId) ?? []) : options
  type Of = NonNullable<BusinessCase['appraisal']>['options'][number]
  const figure = (of: Of | undefined, one: (of: Of) => Of['figures']['ratio'] | Of['figures']['costs'] | undefined, write: (value: never) => string, roots?: (of: Of) => number) => {
    const told = of && one(of)
    if (!of || !told) return <span className="quiet">–</span>
    const several = roots ? roots(of) : 0
    return <WhyFigure why={explanationFromWire(told.why)}>{several > 1 ? `${several} rates` : metricCell(told.metric as never, write)}</WhyFigure>
  }
  const money = (value: Parameters<typeof format.moneyShort>[0]) => format.moneyShort(value)
  return (
    <Card title="Options" note={words.ranked} flush actions={onAdd && <><Button onClick={() => onPrefer?.()}>Prefer an option</Button><Button onClick={() => onAdd()}>Add an option</Button></>}>
      <Table<CaseOption>
        caption="Options by net present value" rows={rows} rowKey={({ id }) => id} empty={words.noOptions}
        columns={[
          { key: 'name', label: 'Option', cell: (option) => <span className="block min-w-44">{onEdit ? <Button kind="link" onClick={() => onEdit(option)}>{option.name}</Button> : option.name}<span className="quiet block font-normal">{optionKindWords[option.kind]}{option.id === preferred.optionId && ' · preferred'}{doubtOf(option) && ` · ${doubtOf(option)}`}</span></span> },
          ...(appraisal ? [
            { key: 'rank', label: 'Place', numeric: true, cell: ({ id }: CaseOption) => { const rank = found.get(id)?.rank; return rank === null || rank === undefined ? <span className="quiet">–</span> : format.number(rank, 0) } },
            { key: 'against', label: 'Net present value, against doing nothing', numeric: true, cell: ({ id, kind }: CaseOption) => (kind === 'do_nothing' ? <span className="quiet">measured against</span> : figure(found.get(id), ({ against }) => against?.net_present_value, money)) },
            { key: 'costs', label: 'Costs', numeric: true, cell: ({ id }: CaseOption) => figure(found.get(id), ({ figures }) => figures.costs, money) },
            { key: 'benefits', label: 'Benefits', numeric: true, cell: ({ id }: CaseOption) => figure(found.get(id), ({ figures }) => figures.benefits, money) },
            { key: 'ratio', label: 'Benefit-cost ratio', numeric: true, cell: ({ id }: CaseOption) => figure(found.get(id), ({ figures, against }) => (against ?? figures).ratio, format.ratio) },
            { key: 'payback', label: 'Payback, years', numeric: true, cell: ({ id }: CaseOption) => figure(found.get(id), ({ figures, against }) => (against ?? figures).payback, (value: number) => format.number(value, 1)) },
            { key: 'rate', label: 'Internal rate of return', numeric: true, cell: ({ id }: CaseOption) => figure(found.get(id), ({ figures, against }) => (against ?? figures).internal_rate, (value: number) => format.percent(value, 1), ({ against, roots, againstRoots }) => (against ? againstRoots : roots).length) },
            { key: 'annual', label: 'A year', numeric: true, cell: ({ id }: CaseOption) => figure(found.get(id), ({ figures }) => figures.equivalent_annual, money) },
          ] : [{ key: 'about', label: 'What it is', cell: ({ about }: CaseOption) => <span className="block min-w-56 whitespace-pre-line">{about || '–'}</span> }]),
        ]}
      />
      {shown.warnings.length > 0 && <ul className="grid list-disc gap-1 p-3 pl-8" aria-label="To be read with care">{shown.warnings.map((one) => <li key={one}>{one}</li>)}</ul>}
    </Card>
  )
}

/** What of the doubt about its figures is taken into account, in a few words. */
function doubtOf({ estimate, bias, overrun, realised }: CaseOption): string {
  return [...(estimate === 'p80' ? ['P80 estimates'] : []), ...(bias ? [`optimism bias: ${biasWords[bias.category].toLowerCase()}`] : []), ...(overrun ? [`reference class ${overrun.name}`] : []), ...(realised ? [`benefits by ${realised.name}`] : [])].join(' · ')
}

/** By what the options are looked at, what the preferred one is preferred for, and what is not put into money. */
export function BasisCard({ shown: { basis, preferred, options }, onEdit }: { readonly shown: BusinessCase; onEdit?(): void }) {
  const unmonetised = options.flatMap(({ name, unmonetised: own }) => own.map((one) => ({ ...one, option: name })))
  return (
    <Card title="How they are looked at" actions={onEdit && <Button onClick={() => onEdit()}>Change</Button>}>
      <div className="grid max-w-[80ch] gap-2">
        <p>{basisWords(basis)}.</p>
        {preferred.reason && <p><span className="quiet">Why the preferred option: </span><span className="whitespace-pre-line">{preferred.reason}</span></p>}
        {unmonetised.length > 0 && <div><h3 className="mb-1">Not put into money</h3><ul className="grid list-disc gap-1 pl-5">{unmonetised.map(({ id, name, about, option }) => <li key={id}>{option}: <strong className="font-semibold">{name}</strong>{about && `. ${about}`}</li>)}</ul></div>}
      </div>
    </Card>
  )
}
