import type { RecordedEstimate, Risk, RiskDetail } from '@throughline/contract/delivery'
import type { ReactNode } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { Shown, type Reading } from '../../../../wire/index.ts'
import { occasionWords, riskKindWords, riskStateLooks, strategyWords } from '../../../risk-words.ts'

export type RiskSheetProps = { readonly title: string; readonly reading: Reading<RiskDetail>; readonly currency: string; readonly amounts: boolean; readonly canEdit: boolean; readonly discuss?: ((risk: Risk) => ReactNode) | undefined; onChange(risk: Risk): void; onReview(risk: Risk): void; onWithdraw(risk: Risk): void; onClose(): void }

/** A risk with all that is said of it, and what was ever estimated. */
export function RiskSheet({ title, reading, currency, amounts, canEdit, discuss, onChange, onReview, onWithdraw, onClose }: RiskSheetProps) {
  const risk = reading.state === 'full' ? reading.value.risk : undefined
  const foot = risk && <>{discuss?.(risk)}{canEdit && <><Button kind="quiet" onClick={() => onWithdraw(risk)}>Withdraw</Button><Button onClick={() => onChange(risk)}>Change</Button>{risk.state === 'open' && <Button kind="primary" onClick={() => onReview(risk)}>Review</Button>}</>}</>
  return (
    <Drawer open title={risk ? `${risk.key} ${risk.title}` : title} onClose={onClose} foot={foot}>
      <Shown reading={reading} what="the risk" lines={6}>{({ risk: one, estimates, omitted }) => <><Said risk={one} {...{ currency, amounts }} /><Estimates {...{ estimates, omitted, currency, amounts }} /></>}</Shown>
    </Drawer>
  )
}

const useAmount = (currency: string, amounts: boolean) => {
  const format = useFormat()
  return (minor: string | null): string => (minor === null ? (amounts ? 'not estimated' : 'withheld from you') : format.money({ minor, currency }))
}

function Said({ risk, currency, amounts }: { readonly risk: Risk; readonly currency: string; readonly amounts: boolean }) {
  const format = useFormat()
  const amount = useAmount(currency, amounts)
  const share = (value: number | null): string => (value === null ? 'not estimated' : format.percent(value, 2))
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['Kind', riskKindWords[risk.kind]], ['State', risk.state === 'open' ? 'Open' : <StatusMark key="state" quiet {...riskStateLooks[risk.state]} />], ...(risk.overOn ? [['Since', `${format.date(risk.overOn)}${risk.overReason === '' ? '' : `: ${risk.overReason}`}`] as const] : []),
    ...([['Cause', risk.cause], ['Event', risk.event], ['Effect', risk.effect]] as const).filter(([, said]) => said !== ''), ['Owner', risk.owner ?? 'nobody'], ['Identified', format.date(risk.identifiedOn)], ['May come by', risk.proximityOn ? format.date(risk.proximityOn) : 'no day is known'],
    ['Probability', share(risk.probability)], ['Impact', risk.impactLowMinor === null && risk.impactHighMinor === null ? amount(risk.impactMinor) : `${amount(risk.impactMinor)}, from ${amount(risk.impactLowMinor)} to ${amount(risk.impactHighMinor)}`], ...(risk.impactDays === null ? [] : [['Impact in days', format.number(risk.impactDays, 0)] as const]),
    ['Response', risk.strategy === null ? 'none yet' : `${strategyWords[risk.strategy]}${risk.actions === '' ? '' : `: ${risk.actions}`}`], ...(risk.dueOn ? [['Due', format.date(risk.dueOn)] as const] : []), ...(risk.doneOn ? [['Done', format.date(risk.doneOn)] as const] : []), ...(risk.costMinor === null ? [] : [['Cost of the response', amount(risk.costMinor)] as const]),
    ...(risk.residualProbability === null && risk.residualMinor === null ? [] : [['Afterwards', `${share(risk.residualProbability)}, ${amount(risk.residualMinor)}`] as const]), ['Reviews', risk.reviews === 0 ? 'none yet' : `${format.number(risk.reviews, 0)}, the last on ${risk.reviewedOn ? format.date(risk.reviewedOn) : ''}`],
  ]
  return <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">{rows.map(([term, said]) => <div key={term} className="contents"><dt className="quiet">{term}</dt><dd className="min-w-0 whitespace-pre-line break-words">{said}</dd></div>)}</dl>
}

function Estimates({ estimates, omitted, currency, amounts }: Pick<RiskDetail, 'estimates' | 'omitted'> & { readonly currency: string; readonly amounts: boolean }) {
  const format = useFormat()
  const amount = useAmount(currency, amounts)
  const said = ({ probability, impactMinor }: RecordedEstimate): string => `${probability === null ? 'probability not estimated' : format.percent(probability, 2)}, ${impactMinor === null && amounts ? 'impact not estimated' : amount(impactMinor)}`
  return (
    <section className="mt-4 grid gap-2" aria-label="Estimates and reviews">
      <h3>Estimates and reviews</h3>
      <ol className="grid gap-2">
        {estimates.map((one) => <li key={one.id}><span className="figures">{format.date(one.on)}</span>: {occasionWords[one.occasion]}{one.occasion === 'reviewed' && (one.changed ? ', changed' : ', as before')}; {said(one)}{one.words !== '' && <span className="block">{one.words}</span>}<span className="quiet block">{one.by}</span></li>)}
      </ol>
      {omitted > 0 && <p className="quiet">{format.count(omitted, 'older one is', 'older ones are')} not listed.</p>}
    </section>
  )
}
