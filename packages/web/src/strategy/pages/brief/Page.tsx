import type { Brief } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import { useState } from 'react'
import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { ProblemNote, Shown, type Reading } from '../../../wire/index.ts'
import type { Outcome } from '../../acts.ts'
import { Goals, Questions } from './parts/Reading.tsx'
import { briefWords as words } from './words.ts'

export type BriefActs = { open(edition: string): Outcome; answer(edition: string, no: number, choice: string): Outcome }
export type BriefProps = { readonly reading: Reading<Brief>; /** Null of the past, and of who only looks. */ readonly acts: BriefActs | null }

/** One’s own brief: opened by a press, read, and asked about; all of it by keyboard. */
export function BriefPage({ reading, acts }: BriefProps) {
  return (
    <PageFrame title={words.title} note={words.note} actions={<a className="button" data-kind="secondary" href="/strategy/comprehension">How far it came</a>}>
      <Shown reading={reading} what="the brief" lines={6}>
        {(brief) => (
          <>
            {brief.stage === 'none' && <EmptyState title={words.noneTitle} actions={<a className="button" data-kind="primary" href="/strategy">Open the strategy</a>}>{words.noneWhy}</EmptyState>}
            {brief.stage === 'delivered' && <Delivered brief={brief} acts={acts} />}
            {(brief.stage === 'opened' || brief.stage === 'answered') && <><Questions brief={brief} acts={acts} /><Goals brief={brief} /></>}
            {brief.earlier.length > 0 && <Earlier brief={brief} />}
          </>
        )}
      </Shown>
    </PageFrame>
  )
}

function Delivered({ brief: { edition, version, goals, deliveredAt }, acts }: { readonly brief: Brief; readonly acts: BriefActs | null }) {
  const format = useFormat()
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const open = async () => {
    setBusy(true)
    const done = await acts?.open(edition)
    setBusy(false)
    setProblem(done && !done.ok ? done.refusal : undefined)
  }
  return (
    <Card title={`Version ${version.no} of the strategy`} note={deliveredAt ? `Delivered ${format.instant(deliveredAt)}` : ''}>
      <p>{format.count(goals.length, 'goal', 'goals')}, and up to three questions that take less than a minute. That you opened it is counted, how you answer is for you alone.</p>
      <ProblemNote problem={problem} />
      {acts && <p className="mt-3"><Button kind="primary" busy={busy} onClick={() => void open()}>Open the brief</Button></p>}
    </Card>
  )
}

function Earlier({ brief: { earlier } }: { readonly brief: Brief }) {
  const format = useFormat()
  return (
    <Card title="Earlier editions" note="A goal has changed since; these count no more.">
      <ul className="grid gap-1">
        {earlier.map(({ version, deliveredAt, right, asked }) => <li key={deliveredAt}>Version {version}, delivered {format.instant(deliveredAt)}: <span className="quiet">{asked === 0 ? 'nothing answered' : `${right} of ${asked} answered rightly`}</span></li>)}
      </ul>
    </Card>
  )
}
