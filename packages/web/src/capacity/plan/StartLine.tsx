import type { Start } from '@throughline/contract/capacity'
import { explanationFromWire, useFormat } from '../../format/index.ts'
import { StatusMark } from '../../ui/display/Status.tsx'
import { WhyFigure } from '../../ui/display/WhyFigure.tsx'

const looks = { ready: { tone: 'good', word: 'Ready to start' }, blocked: { tone: 'bad', word: 'Not ready to start' }, unknown: { tone: 'none', word: 'Not known whether it is ready to start' } } as const

/** Of an initiative that waits for its start, whether it is ready, and the exception by which it may start all the same; of one that runs, the exception alone. */
export function StartLine({ start: { initiative, state, conditions, why, exception, crew } }: { readonly start: Start }) {
  const format = useFormat()
  const waits = initiative.state === 'approved' || initiative.state === 'on_hold'
  if (!exception && (!waits || conditions.length + crew.length === 0)) return null
  return (
    <p className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
      {waits && <WhyFigure why={explanationFromWire(why)}><StatusMark quiet tone={looks[state].tone} word={looks[state].word} /></WhyFigure>}
      {exception && <StatusMark quiet tone="warn" word={`May start until ${format.date(exception.untilOn)} all the same: ${exception.reason} (${exception.by})`} />}
      <a className="underline" href="/capacity/funding">Funding and staffing</a>
    </p>
  )
}
