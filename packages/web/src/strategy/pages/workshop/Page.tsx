import type { Judgement, Workshop } from '@throughline/contract/strategy'
import { useState } from 'react'
import { useFormat } from '../../../format/index.ts'
import { Breadcrumb } from '../../../ui/controls/Breadcrumb.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { FormDialog, Shown, type Reading } from '../../../wire/index.ts'
import type { Outcome } from '../../acts.ts'
import { Decide, DecisionCard, type Decided } from './parts/Decide.tsx'
import { Judge } from './parts/Judge.tsx'
import { Agenda, Results } from './parts/Results.tsx'
import { methodWords, stateLooks } from './words.ts'

export type WorkshopProps = {
  readonly reading: Reading<Workshop>
  /** The pages show the past, in which nothing is changed. */
  readonly past: boolean
  onHandIn(judgement: Judgement, insist: boolean): Outcome
  onCloseEarly(workshop: Workshop): Outcome
  onDecide(workshop: Workshop, decided: Decided): Outcome
  onCancel(workshop: Workshop): Outcome
  onAgain(workshop: Workshop): Outcome
  /** Puts what was decided into the draft of the next version; undefined where there is no draft that may be changed. */
  readonly onTake: ((workshop: Workshop) => Outcome) | undefined
}

type Asking = 'close' | 'decide' | 'cancel' | 'again'

/** One workshop: each judges by themselves, then all see where they disagree, then it is decided. */
export function WorkshopPage(props: WorkshopProps) {
  const { reading, past } = props
  const [asking, setAsking] = useState<Asking>()
  const workshop = reading.state === 'full' ? reading.value : undefined
  const format = useFormat()
  const leads = workshop?.may.lead === true && !past
  return (
    <PageFrame
      title={workshop?.title ?? 'Workshop'}
      note={workshop && `${workshop.level.name}, by ${methodWords[workshop.method].name.toLowerCase()}. Opened by ${workshop.openedBy}, ${format.instant(workshop.openedAt)}.`}
      actions={leads && (
        <>
          {workshop.state !== 'decided' && <Button onClick={() => setAsking('cancel')}>Call off</Button>}
          {workshop.state === 'open' && <Button onClick={() => setAsking('close')}>Close now</Button>}
          {workshop.state === 'closed' && workshop.followedBy === null && <Button onClick={() => setAsking('again')}>Judge again</Button>}
          {workshop.state === 'closed' && workshop.followedBy === null && <Button kind="primary" onClick={() => setAsking('decide')}>Decide</Button>}
        </>
      )}
    >
      <Breadcrumb crumbs={[{ label: 'Weights workshops', link: <a href="/strategy/workshops">Weights workshops</a> }, { label: workshop?.title ?? 'Workshop' }]} />
      <Shown reading={reading} what="the workshop" lines={8}>{(whole) => <Whole {...props} workshop={whole} />}</Shown>
      {workshop && asking && <Asked {...props} {...{ workshop, asking }} onEnd={() => setAsking(undefined)} />}
    </PageFrame>
  )
}

function Whole({ workshop, past, onHandIn, onTake }: WorkshopProps & { readonly workshop: Workshop }) {
  const looks = stateLooks[workshop.state]
  return (
    <>
      <div className="flex flex-wrap items-center gap-3"><StatusMark tone={looks.tone} word={looks.words} />{workshop.round > 1 && <span>Round {workshop.round}</span>}{workshop.question && <span className="max-w-3xl">{workshop.question}</span>}{workshop.follows && <a href={`/strategy/workshops/${workshop.follows}`}>The round before</a>}{workshop.followedBy && <a href={`/strategy/workshops/${workshop.followedBy}`}>The round after it</a>}</div>
      {workshop.decision && <DecisionCard workshop={workshop} decision={workshop.decision} onTake={past || !workshop.may.lead ? undefined : onTake} />}
      {workshop.results ? <Results workshop={workshop} results={workshop.results} /> : (
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_320px]">
          {workshop.before && workshop.may.judge && <div className="xl:col-span-2"><Agenda workshop={workshop} results={workshop.before} title="What the round before disagreed on" /></div>}
          {workshop.may.judge && !past ? <Judge key={workshop.id} workshop={workshop} onHandIn={onHandIn} /> : <Card title="The results are not there yet"><p>They appear when everybody has judged, to everybody at once. {workshop.mine ? '' : 'You are not invited to judge in this one.'}</p></Card>}
          <Judges workshop={workshop} />
        </div>
      )}
    </>
  )
}

function Judges({ workshop }: { readonly workshop: Workshop }) {
  const format = useFormat()
  const judged = workshop.judges.filter(({ handedInAt }) => handedInAt !== null).length
  return (
    <Card title={`${judged} of ${workshop.judges.length} have judged`} note="What they gave is seen by nobody before all have.">
      <ul className="grid gap-2" aria-live="polite">
        {workshop.judges.map(({ accountId, name, handedInAt }) => <li key={accountId} className="flex items-center justify-between gap-3"><span>{name}</span>{handedInAt ? <StatusMark quiet tone="good" word={`Judged ${format.instant(handedInAt)}`} /> : <StatusMark quiet tone="none" word="Not yet" />}</li>)}
      </ul>
    </Card>
  )
}

function Asked({ workshop, asking, onEnd, onCloseEarly, onDecide, onCancel, onAgain }: WorkshopProps & { readonly workshop: Workshop; readonly asking: Asking; onEnd(): void }) {
  const missing = workshop.judges.filter(({ handedInAt }) => handedInAt === null).map(({ name }) => name)
  switch (asking) {
    case 'close':
      return (
        <FormDialog title="Close it before everybody has judged?" act="Close now" onSubmit={() => onCloseEarly(workshop)} onClose={onEnd}>
          <p>{missing.join(', ')} {missing.length === 1 ? 'has' : 'have'} yet to judge. The results are shown without them, and say so.</p>
        </FormDialog>
      )
    case 'cancel':
      return (
        <FormDialog title={`Call off ${workshop.title}?`} act="Call off" tone="danger" onSubmit={() => onCancel(workshop)} onClose={onEnd}>
          <p>Nobody judges in it any more and nothing is decided. The history keeps that it was held.</p>
        </FormDialog>
      )
    case 'again':
      return (
        <FormDialog title="Judge once more?" act="Open the next round" onSubmit={() => onAgain(workshop)} onClose={onEnd}>
          <p>The same people judge the same objectives, each beginning with what they gave. This round stays as it is, and is decided no more.</p>
        </FormDialog>
      )
    case 'decide':
      return workshop.results && <Decide workshop={workshop} results={workshop.results} onDecide={(decided) => onDecide(workshop, decided)} onClose={onEnd} />
  }
}
