import { deliveryRoutes, type RiskList } from '@throughline/contract/delivery'
import { explanationFromWire, metricCell, useFormat } from '../../format/index.ts'
import { Card } from '../../ui/display/Card.tsx'
import { WhyFigure } from '../../ui/display/WhyFigure.tsx'
import { useRead } from '../../wire/index.ts'

/** What the register of an initiative comes to, with the way to it; nothing until it is read. */
export default function RisksOf({ initiativeId: id }: { readonly initiativeId: string }) {
  const reading = useRead(deliveryRoutes.listRisks, { params: { id }, query: { limit: 1 } })
  return reading.state === 'full' ? <RisksLine list={reading.value} /> : null
}

export function RisksLine({ list: { initiative, counts, exposure: { threats } } }: { readonly list: Pick<RiskList, 'initiative' | 'counts' | 'exposure'> }) {
  const format = useFormat()
  const none = counts.open + counts.occurred + counts.closed === 0
  return (
    <Card title="Risks and issues" actions={<a className="button" data-kind="secondary" href={`/delivery/risks?initiative=${initiative.id}`}>Open the register</a>}>
      {none ? <p className="quiet">No risk is recorded yet.</p> : (
        <p>
          {format.count(counts.open, 'open risk', 'open risks')}; expected exposure to threats <WhyFigure why={explanationFromWire(threats.expected.why)}>{metricCell(threats.expected.metric, format.moneyShort)}</WhyFigure>
          {threats.unestimated > 0 && <span className="quiet"> without {format.count(threats.unestimated, 'threat', 'threats')} that nobody has estimated</span>}
        </p>
      )}
    </Card>
  )
}
