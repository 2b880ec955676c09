import type { BusinessCase, CaseLine, CaseOption, CaseRisk } from '@throughline/contract/demand'
import { majorOf, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { flowWords } from '../../../case-words.ts'

type Edit = { readonly kind: 'line'; readonly line?: CaseLine } | { readonly kind: 'load' } | { readonly kind: 'risk'; readonly risk?: CaseRisk }
type FlowProps = { readonly shown: BusinessCase; readonly option: CaseOption | undefined; readonly currency: string; onChoose(optionId: string): void; onOpen?(open: Edit): void }

/** Which option is looked at. */
export const ChooseOption = ({ options, option, onChoose }: { readonly options: readonly CaseOption[]; readonly option: CaseOption | undefined; onChoose(id: string): void }) => <Select className="max-w-72" label="Option" value={option?.id ?? ''} options={options.map(({ id, name }) => ({ value: id, label: name }))} onChange={onChoose} />

/** Lines of an option by year as they were given, what they come to with everything taken into account, and its risks. */
export function CashFlow({ shown, option, currency, onChoose, onOpen }: FlowProps) {
  const format = useFormat()
  if (!option) return null
  const told = shown.appraisal !== null
  const years = [...new Set(option.lines.flatMap(({ amounts }) => amounts.map(({ year }) => year)))].sort((a, b) => a - b)
  const money = (minor: string) => format.axisMoney(majorOf({ minor, currency }), currency)
  const counted = shown.appraisal?.options.find(({ optionId }) => optionId === option.id)?.years.filter(({ costMinor, benefitMinor }) => costMinor !== '0' || benefitMinor !== '0') ?? []
  return (
    <>
      <ChooseOption options={shown.options} {...{ option, onChoose }} />
      <Card title="Cash flow as given" note={told ? 'Before any uplift; costs and benefits above 0, disbenefits below' : 'Amounts are withheld from you'} flush actions={onOpen && <><Button onClick={() => onOpen({ kind: 'load' })}>Paste or load</Button><Button onClick={() => onOpen({ kind: 'line' })}>Add a line</Button></>}>
        <Table<CaseLine>
          caption={`Cash flow of ${option.name} by year`} rows={option.lines} rowKey={({ id }) => id} empty={option.kind === 'do_nothing' ? 'Nothing is spent and nothing comes in. Where doing nothing costs something, add it: it counts for every other option.' : 'Nobody has said what it costs or brings. Add a line, or paste the cash flow from Excel.'}
          columns={[
            { key: 'name', label: 'Line', cell: (line) => <span className="block min-w-44">{onOpen ? <Button kind="link" onClick={() => onOpen({ kind: 'line', line })}>{line.name}</Button> : line.name}<span className="quiet block font-normal">{flowWords[line.kind]}{line.range && ` · ${format.signed(line.range.low, 0)} to ${format.signed(line.range.high, 0)} %`}</span></span> },
            ...years.map((year) => ({ key: String(year), label: String(year), numeric: true, cell: ({ amounts }: CaseLine) => { const one = amounts.find((each) => each.year === year); return one ? money(one.minor) : '' } })),
            { key: 'source', label: 'Where it is from', cell: ({ source, given }) => <span className="block min-w-48">{source || (given?.from ? '' : <span className="quiet">nobody has said</span>)}{given && <span className="quiet block">{given.by}, {format.date(given.at.slice(0, 10))}{given.from && `, ${given.from}`}</span>}</span> },
          ]}
        />
      </Card>
      {counted.length > 0 && (
        <Card title="Cash flow as it counts" note="With uplifts, risks on average, what usually comes of benefits, and delay" flush>
          <Table caption={`Cost and benefits of ${option.name} as they count`} rows={counted} rowKey={({ year }) => String(year)} columns={[{ key: 'year', label: 'Year', cell: ({ year }) => String(year) }, { key: 'cost', label: 'Cost', numeric: true, cell: ({ costMinor }) => money(costMinor) }, { key: 'benefit', label: 'Benefits', numeric: true, cell: ({ benefitMinor }) => money(benefitMinor) }, { key: 'net', label: 'Net', numeric: true, cell: ({ netMinor }) => money(netMinor) }, { key: 'factor', label: 'Discount factor', numeric: true, cell: ({ factor }) => format.number(factor, 4) }]} />
        </Card>
      )}
      <Card title="Risks" note={option.estimate === 'p80' ? 'The estimates hold a risk allowance (P80): risks are shown and not added again' : 'Each counts with what it costs on average: its chance of the mean of its range'} flush actions={onOpen && <Button onClick={() => onOpen({ kind: 'risk' })}>Add a risk</Button>}>
        <Table<CaseRisk>
          caption={`Risks of ${option.name}`} rows={option.risks} rowKey={({ id }) => id} empty="No risk is said."
          columns={[
            { key: 'name', label: 'Risk', cell: (risk) => (onOpen ? <Button kind="link" onClick={() => onOpen({ kind: 'risk', risk })}>{risk.name}</Button> : risk.name) }, { key: 'chance', label: 'Chance', numeric: true, cell: ({ chance }) => `${format.number(chance, 0)} %` }, { key: 'year', label: 'Year', numeric: true, cell: ({ year }) => String(year) },
            ...(['lowMinor', 'likelyMinor', 'highMinor'] as const).map((key, at) => ({ key, label: ['Least', 'Likely', 'Most'][at] ?? '', numeric: true, cell: (risk: CaseRisk) => (risk[key] === null ? <span className="quiet">withheld</span> : money(risk[key])) })),
            { key: 'response', label: 'What is done about it', cell: ({ response }) => <span className="block min-w-40">{response || <span className="quiet">nothing yet</span>}</span> }, { key: 'owner', label: 'Answers for it', cell: ({ owner }) => owner || <span className="quiet">nobody</span> },
          ]}
        />
      </Card>
    </>
  )
}
