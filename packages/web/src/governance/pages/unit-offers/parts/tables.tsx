import type { OfferSheet, UnitOffer } from '@throughline/contract/governance'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { lackLooks, offerLooks, unitOfferWords as words } from '../words.ts'

/** Every unit that has goals with what it lacks; choosing one shows its sheet. It is not printed with a sheet. */
export function SheetsTable({ sheets, chosen, onChoose }: { readonly sheets: readonly OfferSheet[]; readonly chosen: string; onChoose(id: string): void }) {
  const format = useFormat()
  return (
    <div className="no-print min-w-0">
      <Card flush title="Units" note="Those with a lack of offer first">
        <Table<OfferSheet>
          caption="Units with what is offered to them" rows={sheets} rowKey={({ holder }) => holder.id} maxHeight={420}
          columns={[
            { key: 'unit', label: 'Whose goals', cell: ({ holder }) => <button type="button" className="why block min-w-40 text-left" aria-pressed={holder.id === chosen} onClick={() => onChoose(holder.id)}>{holder.name}</button> },
            { key: 'lack', label: 'Offers', cell: ({ lack }) => <span className="whitespace-nowrap"><StatusMark quiet tone={lackLooks[lack].tone} word={lackLooks[lack].words} /></span> },
            { key: 'goals', label: 'Goals at risk', numeric: true, cell: ({ goals }) => `${format.number(goals.filter(({ risk }) => risk === 'in_doubt' || risk === 'not_rated').length, 0)} of ${format.number(goals.length, 0)}` },
            { key: 'risk', label: 'At risk with others', numeric: true, cell: ({ atRisk: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, format.moneyShort)}</WhyFigure> },
            { key: 'covered', label: 'Offers for', numeric: true, cell: ({ covered: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, format.moneyShort)}</WhyFigure> },
            { key: 'share', label: 'Share', numeric: true, cell: ({ coverage: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metric.status === 'ok' ? format.percent(metric.value) : '–'}</WhyFigure> },
          ]}
        />
      </Card>
    </div>
  )
}

export type OfferAct = 'answer' | 'keep' | 'withdraw'
export type OffersProps = { readonly title: string; readonly offers: readonly UnitOffer[]; readonly me: string | undefined; readonly may: { readonly take: boolean; readonly edit: boolean }; onAct(act: OfferAct, offer: UnitOffer): void }

/** The log: what was offered, what was asked in return, and what became of both. */
export function OffersTable({ title, offers, me, may, onAct }: OffersProps) {
  return (
    <Card flush title={title} note={offers.length > 0 ? 'Newest first' : undefined}>
      <Table<UnitOffer>
        caption={title} rows={offers} rowKey={({ id }) => id} empty={words.noOffers} maxHeight={560}
        columns={[
          { key: 'service', label: 'Service', cell: (one) => <span className="block min-w-40">{one.service.name}<span className="quiet block">for <a href={places.initiative(one.initiative.id)}>{one.initiative.name}</a>{!one.atStake && ', no longer at stake'}</span></span> },
          { key: 'lowers', label: 'How it lowers the risk', cell: (one) => <Side words={one.lowers} kept={one.given} /> },
          { key: 'return', label: 'Asked in return', cell: (one) => <Side words={one.inReturn} kept={one.returned} /> },
          { key: 'state', label: 'State', cell: (one) => <State offer={one} /> },
          { key: 'act', label: '', cell: (one) => <Acts offer={one} {...{ me, may, onAct }} /> },
        ]}
      />
    </Card>
  )
}

/** What one side promises, and that it was kept. */
function Side({ words: said, kept }: { readonly words: string; readonly kept: UnitOffer['given'] }) {
  const format = useFormat()
  return <span className="block min-w-40">{said}{kept && <span className="block"><StatusMark quiet tone="done" word="Kept" /> {kept.words}<span className="quiet block">{kept.by}, {format.instant(kept.at)}</span></span>}</span>
}

function State({ offer: { state, by, at, answer, withdrawn, answerers } }: { readonly offer: UnitOffer }) {
  const format = useFormat()
  return (
    <span className="block min-w-32">
      <StatusMark quiet tone={offerLooks[state].tone} word={offerLooks[state].words} />
      {answer && answer.words !== '' && <span className="block">{answer.words}</span>}
      <span className="quiet block">{answer ? `${answer.by}, ${format.instant(answer.at)}` : `${by.name}, ${format.instant(at)}`}</span>
      {state === 'offered' && answerers.length > 0 && <span className="quiet block">answered by {answerers.map(({ name }) => name).join(' or ')}</span>}
      {withdrawn && <span className="block">{withdrawn.words}<span className="quiet block">{withdrawn.by}, {format.instant(withdrawn.at)}</span></span>}
    </span>
  )
}

function Acts({ offer, me, may, onAct }: Omit<OffersProps, 'title' | 'offers'> & { readonly offer: UnitOffer }) {
  const { state, initiative, by, given, returned, answerers } = offer
  const answers = by.id !== me && (answerers.length === 0 || answerers.some(({ id }) => id === me))
  return (
    <span className="flex flex-wrap gap-1">
      {may.take && state === 'offered' && answers && <Button aria-label={`Answer the offer for ${initiative.name}`} onClick={() => onAct('answer', offer)}>Answer</Button>}
      {may.take && state === 'agreed' && (given === null || returned === null) && <Button aria-label={`Say what was kept of the offer for ${initiative.name}`} onClick={() => onAct('keep', offer)}>Was kept</Button>}
      {may.edit && (state === 'offered' || state === 'agreed') && <Button kind="quiet" aria-label={`Withdraw the offer for ${initiative.name}`} onClick={() => onAct('withdraw', offer)}>Withdraw</Button>}
    </span>
  )
}
