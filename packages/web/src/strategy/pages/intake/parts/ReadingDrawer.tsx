import type { NewReview, ReadingItem, SourcePassage, UnclearPoint } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import { useState } from 'react'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { ProblemNote } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'
import { standingLooks, standingReason } from '../words.ts'
import { Point, Watermark } from './Readings.tsx'

export type ReadingProps = {
  readonly item: ReadingItem
  /** What was asked of it: what is still unclear, and what was confirmed since. */
  readonly asked: { readonly unclear: readonly UnclearPoint[]; readonly settled: readonly UnclearPoint[] }
  readonly may: { readonly edit: boolean; readonly decide: boolean }
  onShow(passage: SourcePassage): void
  onWithdraw(passage: SourcePassage): Outcome
  onAnswer(point: UnclearPoint): void
  onReview(review: NewReview): Outcome
  onClose(): void
}

/** Why a reading stands as it does: its words, the passages that it rests on, and what was said of it last. */
export function ReadingDrawer({ item, asked, may, onShow, onWithdraw, onAnswer, onReview, onClose }: ReadingProps) {
  const [problem, setProblem] = useState<Problem>()
  const look = standingLooks[item.standing]
  const take = async (outcome: Outcome): Promise<boolean> => {
    const done = await outcome
    setProblem(done.ok ? undefined : done.refusal)
    return done.ok
  }
  return (
    <Drawer open title={item.statement} subtitle={item.of === 'draft' ? `${item.perspective}, in the draft` : item.perspective} onClose={onClose}>
      <div className="grid gap-4">
        <div className="grid justify-items-start gap-1"><StatusMark tone={look.tone} word={look.words} /><Watermark item={item} /></div>
        <p>{standingReason(item)}</p>
        {item.description && <p className="whitespace-pre-line text-ink-2">{item.description}</p>}
        <LastReview item={item} />
        <Questions {...asked} onAnswer={may.edit ? onAnswer : undefined} />
        <Passages passages={item.passages} canEdit={may.edit} onShow={onShow} onWithdraw={(passage) => void take(onWithdraw(passage))} />
        <ProblemNote problem={problem} />
        {may.decide && <Review key={item.seen} item={item} onReview={(review) => take(onReview(review))} />}
        {item.of === 'in_force' && <p>{item.about === 'objective' ? <a href={places.objective(item.objectiveId)}>Open the objective</a> : <a href="/strategy">Open the strategy</a>}</p>}
      </div>
    </Drawer>
  )
}

function Questions({ unclear, settled, onAnswer }: ReadingProps['asked'] & { readonly onAnswer: ((point: UnclearPoint) => void) | undefined }) {
  if (unclear.length + settled.length === 0) return null
  return (
    <section aria-label="Questions" className="grid gap-2">
      <h3>Questions</h3>
      <ul className="grid gap-3">
        {unclear.map((point) => <Point key={point.id} point={point} onAnswer={onAnswer} />)}
        {settled.map((point) => <Point key={point.id} point={point} settled onAnswer={undefined} />)}
      </ul>
    </section>
  )
}

function LastReview({ item: { review, changes } }: { readonly item: ReadingItem }) {
  const format = useFormat()
  if (!review) return null
  return (
    <div className="rounded-node border border-border p-3">
      <p>{review.verdict === 'confirmed' ? 'Confirmed' : 'Questioned'} by {review.by}, {format.instant(review.at)}{review.point && <>: {review.point}</>}</p>
      {changes.includes('words') && <p className="quiet">It said: “{review.statement}”{review.description && <> {review.description}</>}</p>}
    </div>
  )
}

function Passages({ passages, canEdit, onShow, onWithdraw }: { readonly passages: readonly SourcePassage[]; readonly canEdit: boolean; onShow(passage: SourcePassage): void; onWithdraw(passage: SourcePassage): void }) {
  const format = useFormat()
  return (
    <section aria-label="Passages" className="grid gap-2">
      <h3>Passages</h3>
      {passages.length === 0 && <p className="quiet">None.</p>}
      <ul className="grid gap-3">
        {passages.map((passage) => (
          <li key={passage.id} className="border-l-2 border-accent pl-3">
            <q className="whitespace-pre-line">{passage.quote}</q>
            <span className="quiet block">{passage.source} · cited by {passage.citedBy}, {format.date(passage.citedAt.slice(0, 10))}{passage.superseded && <> · <StatusMark quiet tone="warn" word="there is a later edition" /></>}</span>
            <span className="flex flex-wrap gap-1"><Button kind="quiet" onClick={() => onShow(passage)}>Show in the text</Button>{canEdit && <Button kind="quiet" aria-label={`Take away: ${passage.quote.slice(0, 60)}`} onClick={() => onWithdraw(passage)}>Take away</Button>}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Confirming what was read, or asking what is unclear, for who decides. */
function Review({ item: { objectiveId, of, seen, standing, mayConfirm, whyNotConfirm }, onReview }: { readonly item: ReadingItem; onReview(review: NewReview): Promise<boolean> }) {
  const [point, setPoint] = useState('')
  const question = async () => void ((await onReview({ objectiveId, of, seen, verdict: 'questioned', point: point.trim() })) && setPoint(''))
  return (
    <section aria-label="Review" className="grid gap-3 border-t border-border pt-3">
      <h3>Was it read rightly?</h3>
      {mayConfirm ? <p><Button kind="primary" onClick={() => void onReview({ objectiveId, of, seen, verdict: 'confirmed' })}>Confirm the reading</Button></p> : standing !== 'confirmed' && whyNotConfirm && <p className="quiet">{whyNotConfirm}</p>}
      <TextArea label="What is unclear" rows={2} maxLength={2000} value={point} onChange={setPoint} />
      <p><Button disabled={point.trim() === ''} onClick={() => void question()}>Question the reading</Button></p>
    </section>
  )
}
