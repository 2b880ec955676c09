import type { ActualRecord, Narrative, NewNarrative } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { ProblemNote, Shown, type Reading } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'
import { valueText } from '../../../measure-words.ts'
import { Narrate } from './Narrate.tsx'
import { confidenceWords, narrativeWords as words, partWords, standingLooks } from './words.ts'

export type NarrativesProps = {
  readonly reading: Reading<readonly Narrative[]>
  readonly unit: string
  /** Actuals in force, of which something can be said. */
  readonly records: readonly ActualRecord[]
  readonly canSay: boolean
  readonly acts: { add(given: NewNarrative): Outcome; remove(narrative: Narrative): Outcome }
}

/** What people say of the figures of a measure, with whether those are still what they were. */
export function Narratives({ reading, unit, records, canSay, acts }: NarrativesProps) {
  const [saying, setSaying] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const remove = async (narrative: Narrative) => {
    const done = await acts.remove(narrative)
    setProblem(done.ok ? undefined : done.refusal)
  }
  return (
    <Card title={words.title} note={words.note} actions={canSay && <Button onClick={() => setSaying(true)}>Say something</Button>}>
      <ProblemNote problem={problem} />
      <Shown reading={reading} what="what people say" lines={3}>
        {(all) => all.length === 0 ? <p className="quiet">{words.none}</p> : <ul className="grid gap-4">{all.map((one) => <li key={one.id}><Said narrative={one} unit={unit} onRemove={canSay && one.mine ? () => void remove(one) : undefined} /></li>)}</ul>}
      </Shown>
      {saying && <Narrate unit={unit} records={records} onSay={acts.add} onClose={() => setSaying(false)} />}
    </Card>
  )
}

function Said({ narrative, unit, onRemove }: { readonly narrative: Narrative; readonly unit: string; onRemove: (() => void) | undefined }) {
  const format = useFormat()
  const value = (text: string): string => valueText(format, unit, Number(text))
  const { by, at, confidence, anchors, standing, moved } = narrative
  return (
    <article className="grid gap-1.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="quiet">{by}, {format.instant(at)}, {confidenceWords[confidence]}</span>
        <StatusMark quiet tone={standingLooks[standing].tone} word={standingLooks[standing].words} />
        {onRemove && <Button kind="quiet" onClick={onRemove}>Take back</Button>}
      </div>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-3">
        {(['fact', 'judgement', 'forecast'] as const).filter((part) => narrative[part] !== '').map((part) => <div key={part}><dt className="quiet">{partWords[part]}</dt><dd className="whitespace-pre-line">{narrative[part]}</dd></div>)}
      </dl>
      {anchors.length > 0 && <p className="quiet">Of {anchors.map(({ on, value: was }) => `${format.date(on)}: ${value(was)}`).join(' · ')}</p>}
      {moved.length > 0 && <p className="quiet">Now {moved.map(({ on, now }) => `${format.date(on)}: ${now === null ? 'nothing recorded' : value(now)}`).join(' · ')}</p>}
    </article>
  )
}
