import type { Idea, IdeaIntake } from '@throughline/contract/demand'
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { explanationFromWire, useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Figure, FigureStrip } from '../../../ui/display/Figure.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { AlikeFound, Choice, IdeaActs, IdeaChoices } from './acts.ts'
import { CallsForIdeas, FunnelTable, IdeasTable, type IdeasLooked } from './parts/tables.tsx'
import { HandIn, Reword, type Given } from './parts/hand-in.tsx'
import { IdeaSheet } from './parts/IdeaSheet.tsx'
import { Answer, Judge, Merge } from './parts/judge-forms.tsx'
import { ideasWords as words } from './words.ts'

export type IdeasProps = {
  readonly reading: Reading<IdeaIntake>; /** The one that is shown and not listed. */ readonly opened: Idea | null; /** Which ideas are listed. */ readonly looked: IdeasLooked; onLook(next: IdeasLooked): void; onFrom(from: number): void
  /** Neither in the past. */ readonly may: { readonly handIn: boolean; readonly decide: boolean }; /** Ideas that another can be merged into. */ readonly others: IdeaChoices
  readonly members: readonly Choice[]; readonly units: readonly Choice[]; readonly alike: AlikeFound
  /** The idea whose sheet is open. */
  readonly shown: string | undefined
  onShow(id: string | undefined): void
  readonly discuss: (idea: Idea) => ReactNode
  readonly acts: IdeaActs
}
type Open = { readonly form: 'hand-in'; readonly given?: Given } | { readonly form: 'reword' | 'judge' | 'merge' | 'answer'; readonly idea: Idea }

/** The intake: the funnel with its ages, what calls for an idea, and every idea with what became of it. */
export function IdeasPage({ reading, opened, looked, onLook, onFrom, may, others, members, units, alike, shown, onShow, discuss, acts }: IdeasProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => {
    setOpen(undefined)
    alike.ask(undefined)
  }
  const intake = reading.state === 'full' ? reading.value : undefined
  const sheet = [...(intake?.ideas ?? []), ...(opened ? [opened] : [])].find(({ id }) => id === shown)
  const some = intake?.stages.some(({ now }) => now > 0) ?? false
  const from = (form: 'reword' | 'judge' | 'merge' | 'answer', idea: Idea) => {
    onShow(undefined)
    setOpen({ form, idea })
  }
  const begin = may.handIn && <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ form: 'hand-in' })}>Hand in an idea</Button>
  return (
    <PageFrame title={words.title} note={words.note} actions={<><a className="button" data-kind="secondary" href="/demand/innovation">Innovation</a>{some && begin}</>}>
      <Shown reading={reading} what="ideas" lines={8}>
        {(value) => (
          <>
            {some ? <Totals intake={value} /> : <EmptyState title={words.emptyTitle} actions={begin || undefined}>{words.emptyWhy}</EmptyState>}
            <CallsForIdeas intake={value} onHandIn={may.handIn ? (given) => setOpen({ form: 'hand-in', given }) : undefined} />
            {some && <IdeasTable intake={value} looked={looked} onLook={onLook} onFrom={onFrom} mayDecide={may.decide} onOpen={({ id }) => onShow(id)} onJudge={(idea) => setOpen({ form: 'judge', idea })} onAnswer={(idea) => setOpen({ form: 'answer', idea })} />}
            {some && <FunnelTable stages={value.stages} />}
          </>
        )}
      </Shown>
      {sheet && !open && <IdeaSheet idea={sheet} may={{ change: may.handIn && sheet.may.change, decide: may.decide && sheet.may.decide }} alike={alike} discuss={discuss(sheet)} onClose={() => onShow(undefined)} onAct={(form) => from(form, sheet)} />}
      {open?.form === 'hand-in' && <HandIn given={open.given} shortfalls={intake?.shortfalls ?? []} units={units} alike={alike} acts={acts} onClose={close} />}
      {open?.form === 'reword' && <Reword idea={open.idea} units={units} acts={acts} onClose={close} />}
      {open?.form === 'judge' && <Judge idea={open.idea} members={members} acts={acts} onClose={close} />}
      {open?.form === 'merge' && <Merge idea={open.idea} others={others} acts={acts} onClose={close} />}
      {open?.form === 'answer' && <Answer idea={open.idea} acts={acts} onClose={close} />}
    </PageFrame>
  )
}

function Totals({ intake: { stages, answerTime, toCase } }: { readonly intake: IdeaIntake }) {
  const format = useFormat()
  const count = (state: string) => stages.find((one) => one.state === state)?.now ?? 0
  const [waiting, open] = [count('new'), count('new') + count('triaged') + count('incubating')]
  return (
    <FigureStrip label="How ideas stand">
      <Figure label="Open" value={format.number(open, 0)} comparison={{ words: waiting === 0 ? 'all of them are judged' : `${format.number(waiting, 0)} not judged yet`, ...(waiting > 0 ? { tone: 'warn' as const } : {}) }} />
      <Figure label="Days to an outcome" value={answerTime.metric.status === 'ok' ? format.number(answerTime.metric.value) : null} absent="No outcome yet" why={explanationFromWire(answerTime.why)} comparison={{ words: 'from handing in, the middle one' }} />
      <Figure label="Went to a case" value={toCase.metric.status === 'ok' ? format.percent(toCase.metric.value, 0) : null} absent="None is decided" why={explanationFromWire(toCase.why)} comparison={{ words: 'of those that were decided' }} />
    </FigureStrip>
  )
}
