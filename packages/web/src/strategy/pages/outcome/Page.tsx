import type { AlignmentOutcome, ClosedInitiative, OutcomeRow } from '@throughline/contract/strategy'
import { Upload } from 'lucide-react'
import { useState } from 'react'
import { explanationFromWire, useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { NumberField } from '../../../ui/controls/NumberField.tsx'
import { Figure, FigureStrip } from '../../../ui/display/Figure.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { Closed } from './parts/Closed.tsx'
import { Differences, Shares } from './parts/Intervals.tsx'
import { Judge, type JudgeActs } from './parts/Judge.tsx'
import { LoadVerdicts, type LoadActs } from './parts/LoadVerdicts.tsx'
import { evidenceLooks, evidenceSentence, outcomeWords as words, questionWords } from './words.ts'

export type OutcomeProps = {
  readonly reading: Reading<AlignmentOutcome>
  readonly canJudge: boolean
  /** A share that somebody claims for aligned initiatives, of 1. */
  readonly claim: number | undefined
  onClaim(claim: number | undefined): void
  readonly acts: JudgeActs & LoadActs
}

/** Whether aligned initiatives met what they were for more often, and what that rests on. */
export function OutcomePage({ reading, canJudge, claim, onClaim, acts }: OutcomeProps) {
  const [judging, setJudging] = useState<ClosedInitiative>()
  const [loading, setLoading] = useState(false)
  const outcome = reading.state === 'full' ? reading.value : undefined
  return (
    <PageFrame title={words.title} note={words.note} actions={canJudge && outcome && outcome.counted.closed > 0 && <Button icon={<Upload aria-hidden="true" />} onClick={() => setLoading(true)}>Load verdicts</Button>}>
      <Shown reading={reading} what="the outcome of alignment" lines={10}>
        {(value) => value.counted.closed === 0
          ? <EmptyState title={words.emptyTitle}>{words.emptyWhy}{value.counted.stopped > 0 ? ' Stopped ones are not judged: they were not finished.' : ''}</EmptyState>
          : <>
              <Said outcome={value} claim={claim} onClaim={onClaim} />
              <div className="grid items-start gap-4 xl:grid-cols-2">
                {value.rows.map((row) => <Shares key={row.question} row={row} ranges={value.ranges} claim={claim} />)}
              </div>
              <Differences rows={value.rows} />
              <Closed outcome={value} canJudge={canJudge} onJudge={setJudging} />
            </>}
      </Shown>
      {judging && <Judge initiative={judging} acts={acts} onClose={() => setJudging(undefined)} />}
      {loading && <LoadVerdicts acts={acts} onClose={() => setLoading(false)} />}
    </PageFrame>
  )
}

/** What it says in figures and words, and how a claim from elsewhere fares. */
function Said({ outcome, claim, onClaim }: { readonly outcome: AlignmentOutcome } & Pick<OutcomeProps, 'claim' | 'onClaim'>) {
  const format = useFormat()
  const { closed, judged, parted, withoutAlignment, stated, stopped } = outcome.counted
  const left = [withoutAlignment > 0 ? `${format.count(withoutAlignment, 'judged one has', 'judged ones have')} no alignment` : '', stated > 0 ? `${format.count(stated, 'alignment is', 'alignments are')} stated` : '', stopped > 0 ? `${format.count(stopped, 'stopped one is', 'stopped ones are')} not judged` : ''].filter((one) => one !== '').join('; ')
  return (
    <>
      <FigureStrip label="What it says">
        {outcome.rows.map(({ question, evidence, difference, interval }) => (
          <Figure
            key={question} label={`${questionWords[question].name}, top less bottom tercile`} value={difference.metric.status === 'ok' ? format.points(difference.metric.value) : null} absent="Insufficient" why={explanationFromWire(difference.why)} badge={<StatusMark quiet {...evidenceLooks[evidence]} />}
            comparison={{ words: interval.status === 'ok' ? `95% interval ${format.points(interval.value.low)} to ${format.points(interval.value.high)}` : `fewer than ${outcome.leastPerTercile} judged in a tercile` }}
          />
        ))}
        <Figure label="In the terciles" value={format.number(parted, 0)} comparison={{ words: `of ${format.number(judged, 0)} judged and ${format.number(closed, 0)} closed${left === '' ? '' : `; ${left}`}` }} />
      </FigureStrip>
      <ul className="grid max-w-[100ch] gap-1" aria-label="Evidence">
        {outcome.rows.map((row) => <li key={row.question}><strong className="font-semibold">{questionWords[row.question].name}, {evidenceLooks[row.evidence].word.toLowerCase()}.</strong> {evidenceSentence(row, outcome.leastPerTercile)} {claim !== undefined && claimSentence(row, format.percent(claim, 1))}</li>)}
      </ul>
      <NumberField className="max-w-80" label="A claim to test" hint="What somebody says aligned initiatives reach; held against the top tercile." unit="%" min={0} max={100} value={claim === undefined ? null : String(Number((claim * 100).toFixed(6)))} onChange={(text) => onClaim(text === null ? undefined : Number(text) / 100)} />
    </>
  )
}

/** How a claim fares against what was found of the top tercile. */
function claimSentence({ claim }: OutcomeRow, said: string): string {
  if (claim === null || claim.status !== 'ok') return `Whether ${said} holds cannot be said of so few.`
  const words = { within: 'lies within the interval of the top tercile: it is not contradicted, which is less than proved', above: 'lies above the whole interval of the top tercile: it is not so here', below: 'lies below the whole interval of the top tercile: here it is more' }
  return `The claim of ${said} ${words[claim.value]}.`
}
