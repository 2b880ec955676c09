import type { Contingency, Drawdown } from '@throughline/contract/delivery'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { riskWords as words } from '../../../risk-words.ts'

export type ContingencyCardProps = { readonly contingency: Contingency; readonly canEdit: boolean; onAgree(): void; onDraw(): void; onReverse(drawdown: Drawdown): void }

/** What is kept for the risks of an initiative, what of it is left, and what it was drawn for. */
export function ContingencyCard({ contingency, canEdit, onAgree, onDraw, onReverse }: ContingencyCardProps) {
  const format = useFormat()
  const { version, agreed, drawn, left, agreedOn, words: said, drawdowns, omitted } = contingency
  const actions = canEdit && <>{version !== null && <Button onClick={onDraw}>Record a drawdown</Button>}<Button onClick={onAgree}>{version === null ? 'Agree on a contingency' : 'Agree anew'}</Button></>
  if (version === null) return <Card title="Contingency" actions={actions}><p className="quiet">{words.noContingency}</p></Card>
  return (
    <Card title="Contingency" note={<>{format.moneyWords(agreed)} agreed{agreedOn && ` on ${format.date(agreedOn)}`}, {format.moneyWords(drawn)} drawn, {format.moneyWords(left)} left</>} actions={actions}>
      <div className="grid gap-3">
        {said !== '' && <p className="quiet">{said}</p>}
        <Table<Drawdown>
          caption="Drawdowns, the newest first" rows={drawdowns} rowKey={({ id }) => id} empty="Nothing was drawn." maxHeight={420}
          columns={[
            { key: 'on', label: 'Day', cell: ({ on }) => <span className="figures whitespace-nowrap">{format.date(on)}</span> },
            { key: 'amount', label: 'Amount', numeric: true, cell: ({ amount }) => <span className="whitespace-nowrap">{format.moneyCell(amount)}</span> },
            { key: 'for', label: 'For', cell: ({ for: cause, reverses }) => <span className="block min-w-40">{reverses !== null ? <span className="quiet">Takes one back</span> : cause === null ? <span className="quiet">Nothing of the register</span> : cause.name}</span> },
            { key: 'words', label: 'What was paid', cell: ({ words: paid, reversed }) => <span className="block min-w-40">{paid}{reversed && <span className="quiet block">taken back</span>}</span> },
            { key: 'by', label: 'Recorded by', cell: ({ by }) => <span className="whitespace-nowrap">{by}</span> },
            ...(canEdit ? [{ key: 'acts', label: 'Acts', cell: (one: Drawdown) => one.reverses === null && !one.reversed && <Button kind="quiet" aria-label={`Take back: ${one.words}`} onClick={() => onReverse(one)}>Take back</Button> }] : []),
          ]}
        />
        {omitted > 0 && <p className="quiet">{format.count(omitted, 'older drawdown is', 'older drawdowns are')} not listed.</p>}
      </div>
    </Card>
  )
}
