import type { NewDemand, PlanningDemand, RoadmapStand } from '@throughline/contract/portfolio'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import type { RoadmapPinPrice } from '@throughline/engine/portfolio'
import { Suspense, useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { dearestOf, explainPin } from '../explain.ts'
import type { RoadmapWords } from '../words.ts'
import { partWords } from './demand-words.ts'
import { DemandForm } from './lazy-form.ts'

/** Who may record what every roadmap keeps, and how that is done. */
export type Demanding = {
  readonly may: boolean
  readonly units: readonly { readonly id: string; readonly name: string }[]
  onRecord(body: NewDemand): Promise<Result<unknown, Problem>>
  onWithdraw(id: string): Promise<Result<unknown, Problem>>
}

export type DemandsCardProps = { readonly stand: RoadmapStand; readonly words: RoadmapWords; readonly demanding: Demanding; readonly prices: readonly RoadmapPinPrice[] | undefined }

/** What people asked of every roadmap: who, why, and what it gives up. */
export function DemandsCard({ stand, words, demanding, prices }: DemandsCardProps) {
  const [adding, setAdding] = useState(false)
  const { may, units, onRecord, onWithdraw } = demanding
  return (
    <Card title="What every roadmap keeps" note="Recorded for everybody, with who asked for it" flush={stand.demands.length > 0} actions={may && <Button onClick={() => setAdding(true)}>Record a demand</Button>}>
      {stand.demands.length === 0 && <p className="quiet">Nothing beyond budgets, pools, and what initiatives need of one another. Groups, shares of cost, dates and lags can be asked for here.</p>}
      {stand.demands.length > 0 && (
        <Table
          caption="Recorded demands" maxHeight={360} rows={stand.demands} rowKey={({ id }) => id}
          columns={[
            { key: 'what', label: 'What', cell: ({ part }) => partWords(part, words) },
            { key: 'by', label: 'Asked for by', cell: ({ askedBy, recordedBy, recordedAt }) => <span title={`Recorded by ${recordedBy}, ${words.format.instant(recordedAt)}`}>{askedBy}</span> },
            { key: 'why', label: 'Why', cell: ({ because }) => because },
            { key: 'price', label: 'Gives up', numeric: true, cell: ({ part }) => <DemandPrice {...{ part, prices, words }} /> },
            ...(may ? [{ key: 'act', label: '', cell: ({ id, part }: PlanningDemand) => <Button kind="quiet" aria-label={`Withdraw: ${partWords(part, words)}`} onClick={() => void onWithdraw(id)}>Withdraw</Button> }] : []),
          ]}
        />
      )}
      {adding && <Suspense><DemandForm {...{ stand, words, units, onRecord }} onDone={() => undefined} onClose={() => setAdding(false)} /></Suspense>}
    </Card>
  )
}

/** What a pin gives up, once it is worked out; other demands are priced under what is scarce. */
function DemandPrice({ part, prices, words }: Pick<PlanningDemand, 'part'> & Pick<DemandsCardProps, 'prices' | 'words'>) {
  if (part.kind !== 'must' && part.kind !== 'mustNot' && part.kind !== 'startWithin' && part.kind !== 'asVariant') return '–'
  const kind = part.kind === 'asVariant' ? 'startWithin' : part.kind
  const variantId = 'variantId' in part ? part.variantId : undefined
  const dearest = dearestOf(prices?.filter(({ pin }) => pin.kind === kind && pin.candidateId === part.initiativeId && (pin.kind !== 'startWithin' || pin.variantId === variantId)))
  if (dearest === undefined) return '…'
  return dearest.price === 0 ? 'nothing found' : <WhyFigure why={explainPin(dearest, words)}>{words.value(dearest.price)}</WhyFigure>
}
