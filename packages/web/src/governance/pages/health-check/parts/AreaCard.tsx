import type { HealthCheckDetail, HealthIndicator, ReviewArea, ReviewReason } from '@throughline/contract/governance'
import { explanationFromWire, RatingMark, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Mark } from '../../../../ui/display/Status.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { areaWords, evidenceWords } from '../../../review-words.ts'

/** One area: what is asked, what the records say, and what was judged. */
export function AreaCard({ area, check, onJudge }: { readonly area: ReviewArea; readonly check: HealthCheckDetail; readonly onJudge: (() => void) | undefined }) {
  const format = useFormat()
  const judged = check.judged.find((one) => one.area === area)
  const name = areaWords[area]
  return (
    <Card title={name} actions={<>{judged && <RatingMark rating={{ scale: check.scale, level: judged.level }} />}{onJudge && <Button aria-label={`${judged ? 'Judge again' : 'Judge'}: ${name}`} onClick={onJudge}>{judged ? 'Judge again' : 'Judge'}</Button>}</>}>
      <div className="grid gap-3">
        <ul className="grid list-disc gap-1 pl-5">{check.questions.filter((one) => one.area === area).map(({ id, text }) => <li key={id}>{text}</li>)}</ul>
        <Indicators indicators={check.indicators.filter((one) => one.area === area)} on={format.date(check.indicatorsOn)} />
        {judged ? <div className="border-t border-border pt-3"><Reasons reasons={[judged]} /><p className="quiet mt-1">{judged.by}, {format.instant(judged.at)}</p></div> : <p className="quiet">Not judged yet.</p>}
      </div>
    </Card>
  )
}

/** What the records say; what asks for a look carries a mark and says by which rule. */
export function Indicators({ indicators, on }: { readonly indicators: readonly HealthIndicator[]; readonly on: string }) {
  if (indicators.length === 0) return <p className="quiet">The records say nothing about this: ask people and see for yourself.</p>
  return (
    <div>
      <p className="quiet mb-1">What the records say, {on}</p>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        {indicators.map(({ why, notable }) => <div key={why.term} className="contents"><dt>{why.term}{notable && <span className="ml-2 whitespace-nowrap"><Mark tone="warn" /> <span className="quiet">look at it</span></span>}</dt><dd className="text-right"><WhyFigure why={explanationFromWire(why)} /></dd></div>)}
      </dl>
    </div>
  )
}

/** What was found, each with the evidence on which it rests. */
export const Reasons = ({ reasons }: { readonly reasons: readonly ReviewReason[] }) => (
  <ul className="grid gap-2">
    {reasons.map(({ words, evidence }, at) => <li key={at}><p className="max-w-3xl whitespace-pre-wrap">{words}</p><ul className="mt-1 grid gap-1">{evidence.map((one, nth) => <li key={nth} className="quiet">{evidenceWords[one.kind]}: {one.words}</li>)}</ul></li>)}
  </ul>
)
