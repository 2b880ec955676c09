import type { Risk, RiskList, RisksAsked } from '@throughline/contract/delivery'
import { riskKinds, riskStates } from '@throughline/engine/delivery'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Pager } from '../../../../ui/controls/Pager.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { riskKindWords, riskStateLooks, riskWords as words, strategyWords } from '../../../risk-words.ts'
import { pageRows } from '../acts.ts'

/** What the risks are narrowed down to. */
export type RiskFilter = Pick<RisksAsked, 'state' | 'kind'> & { readonly search: string; readonly from: number }
export type RisksCardProps = { readonly list: RiskList; readonly filter: RiskFilter; readonly canEdit: boolean; onFilter(filter: RiskFilter): void; onOpen(risk: Risk): void; onAdd(): void; onLoad(): void; onSave(): void }

/** The risks of an initiative, page by page. */
export function RisksCard({ list, filter, canEdit, onFilter, onOpen, onAdd, onLoad, onSave }: RisksCardProps) {
  const { risks, total, counts } = list
  const all = counts.open + counts.occurred + counts.closed
  const format = useFormat()
  const actions = <>{all > 0 && <Button onClick={onSave}>Excel</Button>}{canEdit && <><Button onClick={onLoad}>Load a register</Button><Button kind={all === 0 ? 'primary' : 'secondary'} onClick={onAdd}>Record a risk</Button></>}</>
  return (
    <Card title="Risks" note={all === 0 ? undefined : <span className="figures">{format.number(counts.open, 0)} open · {format.number(counts.occurred, 0)} occurred · {format.number(counts.closed, 0)} closed</span>} actions={actions}>
      {all === 0 ? <p className="quiet">{words.noRisks}</p> : (
        <div className="grid gap-3">
          <div className="no-print flex flex-wrap items-end gap-3" role="search" aria-label="Narrow the risks down">
            <TextField label="Find" type="search" placeholder="Key, title, owner or event" value={filter.search} onChange={(search) => onFilter({ ...filter, search, from: 0 })} />
            <Select label="State" value={filter.state ?? ''} options={[{ value: '', label: 'Any' }, ...riskStates.map((value) => ({ value, label: riskStateLooks[value].word }))]} onChange={(value) => onFilter({ ...filter, state: riskStates.find((one) => one === value), from: 0 })} />
            <Select label="Kind" value={filter.kind ?? ''} options={[{ value: '', label: 'Any' }, ...riskKinds.map((value) => ({ value, label: riskKindWords[value] }))]} onChange={(value) => onFilter({ ...filter, kind: riskKinds.find((one) => one === value), from: 0 })} />
          </div>
          <RisksTable {...{ list, onOpen }} risks={risks} />
          <Pager what="risks" total={total} from={list.from} shown={risks.length} size={pageRows} onFrom={(from) => onFilter({ ...filter, from })} />
        </div>
      )}
    </Card>
  )
}

function RisksTable({ risks, list: { currency, amounts }, onOpen }: { readonly risks: readonly Risk[]; readonly list: Pick<RiskList, 'currency' | 'amounts'>; onOpen(risk: Risk): void }) {
  const format = useFormat()
  const money = (minor: string | null) => (minor === null ? (amounts === 'withheld' ? 'No access' : 'Not estimated') : format.moneyShort({ minor, currency }))
  const range = ({ impactLowMinor: low, impactHighMinor: high }: Risk) => (low === null && high === null ? null : `${low === null ? '' : `from ${money(low)} `}${high === null ? '' : `to ${money(high)}`}`)
  return (
    <Table<Risk>
      caption="Risks by their keys" rows={risks} rowKey={({ id }) => id} empty={words.nothing} maxHeight={640}
      columns={[
        { key: 'risk', label: 'Risk', cell: (risk) => <span className="grid min-w-56 justify-items-start py-1"><button type="button" className="text-left text-accent hover:underline" onClick={() => onOpen(risk)}>{risk.title}</button><span className="quiet text-meta">{risk.key} · {riskKindWords[risk.kind]}</span></span> },
        { key: 'state', label: 'State', cell: ({ state, overOn }) => <span className="whitespace-nowrap">{state === 'open' ? 'Open' : <StatusMark quiet {...riskStateLooks[state]} />}{overOn && <span className="quiet block">{format.date(overOn)}</span>}</span> },
        { key: 'probability', label: 'Probability', numeric: true, cell: ({ probability }) => (probability === null ? <span className="quiet whitespace-nowrap">Not estimated</span> : format.percent(probability, 1)) },
        { key: 'impact', label: 'Impact', numeric: true, cell: (risk) => <span className={`whitespace-nowrap ${risk.impactMinor === null ? 'quiet' : ''}`}>{money(risk.impactMinor)}{range(risk) && <span className="quiet block">{range(risk)}</span>}{risk.impactDays !== null && <span className="quiet block">{format.count(risk.impactDays, 'day', 'days')}</span>}</span> },
        { key: 'by', label: 'May come by', cell: ({ proximityOn }) => <span className="figures whitespace-nowrap">{proximityOn ? format.date(proximityOn) : '–'}</span> },
        { key: 'owner', label: 'Owner', cell: ({ owner }) => (owner === null ? <span className="quiet">Nobody</span> : <span className="whitespace-nowrap">{owner}</span>) },
        { key: 'response', label: 'Response', cell: ({ strategy, dueOn, doneOn }) => <span className="whitespace-nowrap">{strategy === null ? <span className="quiet">None yet</span> : strategyWords[strategy]}{doneOn ? <span className="quiet block">done {format.date(doneOn)}</span> : dueOn && <span className="quiet block">due {format.date(dueOn)}</span>}</span> },
        { key: 'reviewed', label: 'Last reviewed', cell: ({ reviewedOn }) => <span className="figures whitespace-nowrap">{reviewedOn ? format.date(reviewedOn) : <span className="quiet">Never</span>}</span> },
      ]}
    />
  )
}
