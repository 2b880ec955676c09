import type { Judgement, Workshop } from '@throughline/contract/strategy'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Slider } from '../../../../ui/controls/Slider.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { ProblemNote } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'
import { firstEntered, judgementOf, outcomeOf, pairsOf, sharesOf, type Entered } from '../judgement.ts'
import { methodWords, ratioWords } from '../words.ts'
import { useHandIn } from '../use-hand-in.ts'

export type JudgeProps = { readonly workshop: Workshop; onHandIn(judgement: Judgement, insist: boolean): Outcome }

/** Where one person judges: what it comes to is seen at once, by them alone. */
export function Judge({ workshop, onHandIn }: JudgeProps) {
  const [entered, setEntered] = useState<Entered>(() => firstEntered(workshop))
  const [insist, setInsist] = useState(false)
  const { judged, missing } = outcomeOf(workshop, entered)
  const { busy, problem, handIn } = useHandIn(() => onHandIn(judgementOf(workshop, entered), insist))
  const shares = sharesOf(judged)
  return (
    <Card title="Your judgement" note={methodWords[workshop.method].ask}>
      <div className="grid gap-4">
        {workshop.method === 'pairwise' ? <Pairs {...{ workshop, entered }} onEnter={setEntered} /> : <Values {...{ workshop, entered, shares }} onEnter={setEntered} />}
        {judged?.consistency && <Consistency judged={judged} workshop={workshop} />}
        {judged && !judged.consistent && <Checkbox label="Hand it in as it is, although the comparisons contradict each other" checked={insist} onChange={setInsist} />}
        <ProblemNote problem={problem} />
        <div className="flex flex-wrap items-center gap-3 border-t border-border pt-3">
          <Button kind="primary" busy={busy} disabled={judged === undefined || (!judged.consistent && !insist)} onClick={handIn}>{workshop.judgement ? 'Hand in anew' : 'Hand in'}</Button>
          <span className="quiet" aria-live="polite">{missing ?? (workshop.judgement ? 'Handed in. Until the workshop is closed you may change it.' : 'Nobody sees it before all have judged.')}</span>
        </div>
      </div>
    </Card>
  )
}

type Entering = { readonly workshop: Workshop; readonly entered: Entered; onEnter(entered: Entered): void }

function Values({ workshop, entered, shares, onEnter }: Entering & { readonly shares: ReadonlyMap<string, number> }) {
  const format = useFormat()
  const set = (key: string, value: number | null) => onEnter({ ...entered, values: { ...entered.values, [key]: value } })
  return (
    <ul className="grid gap-1">
      {workshop.objectives.map(({ key, statement, description }) => (
        <li key={key} className="grid grid-cols-[minmax(0,1fr)_180px_72px] items-center gap-4 border-b border-border py-2 last:border-b-0">
          <span className="min-w-0"><span className="block">{statement}</span>{description && <span className="quiet line-clamp-2">{description}</span>}</span>
          {workshop.method === 'swing' ? (
            <Slider labelHidden label={`Swing of ${statement}`} min={0} max={100} step={5} value={entered.values[key] ?? 0} format={(value) => (entered.values[key] === null ? 'not judged' : String(value))} onChange={(value) => set(key, value)} />
          ) : (
            <NumberField labelHidden label={`${workshop.method === 'rank' ? 'Rank' : 'Points'} of ${statement}`} className="small" min={workshop.method === 'rank' ? 1 : 0} max={workshop.method === 'rank' ? workshop.objectives.length : 1000} value={typeof entered.values[key] === 'number' ? String(entered.values[key]) : null} onChange={(text) => set(key, text === null ? null : Number(text))} />
          )}
          <span className="figures text-right" title="What it comes to">{shares.has(key) ? format.percent(shares.get(key) ?? 0, 1) : '–'}</span>
        </li>
      ))}
    </ul>
  )
}

/** −8 to 8 on the slider is 1/9 to 9: nine times one way or the other, the same in the middle. */
const ratioAt = (place: number): number => (place >= 0 ? place + 1 : 1 / (1 - place))
const placeOf = (ratio: number): number => Math.round(ratio >= 1 ? ratio - 1 : 1 - 1 / ratio)

function Pairs({ workshop, entered, onEnter }: Entering) {
  const set = (key: string, ratio: number | null) => onEnter({ ...entered, pairs: { ...entered.pairs, [key]: ratio } })
  return (
    <ul className="grid gap-1">
      {pairsOf(workshop).map(({ key, a, b }) => {
        const ratio = entered.pairs[key] ?? null
        const said = ratio === null ? 'not compared' : ratioWords(a.statement, b.statement, ratio)
        return (
          <li key={key} className="grid grid-cols-[minmax(0,1fr)_220px_minmax(0,1fr)_96px] items-center gap-4 border-b border-border py-2 last:border-b-0">
            <span className="text-right">{b.statement}</span>
            <Slider labelHidden label={`${b.statement} against ${a.statement}`} min={-8} max={8} value={ratio === null ? 0 : placeOf(ratio)} format={() => said} onChange={(place) => set(key, ratioAt(place))} />
            <span>{a.statement}</span>
            {ratio === null ? <Button kind="link" onClick={() => set(key, 1)}>Same</Button> : <Button kind="link" onClick={() => set(key, null)}>Leave out</Button>}
          </li>
        )
      })}
    </ul>
  )
}

function Consistency({ judged, workshop }: { readonly judged: NonNullable<ReturnType<typeof outcomeOf>['judged']>; readonly workshop: Workshop }) {
  const format = useFormat()
  const { consistency, consistent, furthest } = judged
  const name = (key: string): string => workshop.objectives.find((one) => one.key === key)?.statement ?? key
  if (consistency === null || consistency.metric.status === 'not_applicable') return null
  return (
    <div className="flex flex-wrap items-center gap-3">
      <StatusMark tone={consistent ? 'good' : 'warn'} word={consistent ? 'Consistent' : 'The comparisons contradict each other'} />
      <span>Consistency ratio <WhyFigure why={consistency.why}>{consistency.metric.status === 'ok' ? format.number(consistency.metric.value, 2) : 'not known for so many'}</WhyFigure></span>
      {!consistent && furthest && <span className="quiet">Furthest off: you say {ratioWords(name(furthest.a), name(furthest.b), furthest.ratio)}; the rest imply that {ratioWords(name(furthest.a), name(furthest.b), furthest.implied)}.</span>}
    </div>
  )
}
