import type { Role } from '@throughline/contract/people'
import type { BriefGroup, ComprehensionReport } from '@throughline/contract/strategy'
import { Send } from 'lucide-react'
import { useState } from 'react'
import { explanationFromWire, useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../ui/display/Figure.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { Outcome } from '../../acts.ts'
import { Deliver } from './parts/Deliver.tsx'
import { Groups } from './parts/Groups.tsx'
import { comprehensionWords as words, reasonWords } from './words.ts'

export type ComprehensionProps = { readonly reading: Reading<ComprehensionReport>; readonly mayDeliver: boolean; onDeliver(edition: string, roles: readonly Role[]): Outcome }

/** Reach and comprehension of the strategy in force by unit, and which units need a conversation. */
export function ComprehensionPage({ reading, mayDeliver, onDeliver }: ComprehensionProps) {
  const [delivering, setDelivering] = useState(false)
  const report = reading.state === 'full' ? reading.value : undefined
  const deliver = mayDeliver && report && report.goals > 0 && <Button kind={report.waiting ? 'primary' : 'secondary'} icon={<Send aria-hidden="true" />} onClick={() => setDelivering(true)}>Deliver the brief</Button>
  return (
    <PageFrame title={words.title} note={words.note} actions={<><a className="button" data-kind="secondary" href="/strategy/brief">Your brief</a>{deliver}</>}>
      <Shown reading={reading} what="reach and comprehension" lines={8}>
        {(value) => <><Edition report={value} /><Counts report={value} /><Talks groups={value.groups} /><Groups report={value} /></>}
      </Shown>
      {report && delivering && <Deliver report={report} onDeliver={(roles) => onDeliver(report.edition, roles)} onClose={() => setDelivering(false)} />}
    </PageFrame>
  )
}

function Edition({ report: { version, goals, delivered, earlier } }: { readonly report: ComprehensionReport }) {
  const format = useFormat()
  const [last] = earlier
  return (
    <p>
      Version {version.no}, {format.count(goals, 'goal', 'goals')}: {delivered ? `delivered ${format.instant(delivered.at)} by ${delivered.by}.` : <StatusMark quiet tone="warn" word={goals === 0 ? 'there is nothing to deliver yet' : 'not delivered'} />}
      {last && <span className="quiet"> {format.count(earlier.length, 'earlier edition', 'earlier editions')}, the last delivered {format.instant(last.at)}: what was answered of goals that say something else by now counts no more.</span>}
    </p>
  )
}

function Counts({ report: { reach, understood } }: { readonly report: ComprehensionReport }) {
  const format = useFormat()
  const count = (of: ComprehensionReport['reach']['audience']): string | null => (of.status === 'ok' ? format.number(of.value, 0) : null)
  return (
    <FigureStrip label="How far the brief came">
      <Figure label="Audience" value={count(reach.audience)} absent={words.withheld} comparison={{ words: 'People whom it is meant for' }} />
      <Figure label="Delivered" value={count(reach.delivered)} absent={words.withheld} />
      <Figure label="Opened" value={count(reach.opened)} absent={words.withheld} />
      <Figure label="Answered" value={count(reach.answered)} absent={words.withheld} comparison={{ words: reach.asked.status === 'ok' ? `Of ${format.number(reach.asked.value, 0)} whom something could be asked` : 'All of their questions' }} />
      <Figure label="Understood" value={understood.metric.status === 'ok' ? format.percent(understood.metric.value) : null} absent={words.withheld} why={explanationFromWire(understood.why)} comparison={{ words: 'Of what was asked, counted in fives' }} />
    </FigureStrip>
  )
}

function Talks({ groups }: { readonly groups: readonly BriefGroup[] }) {
  const needed = groups.filter(({ conversation }) => conversation !== null && conversation.length > 0)
  return (
    <Card title="Needs a conversation" note="Where fewer than half have opened the brief, or less than two thirds of the answers are right.">
      {needed.length === 0 ? <p className="quiet">{words.noTalk}</p> : <ul className="grid gap-1">{needed.map(({ id, name, conversation }) => <li key={id}><StatusMark quiet tone="warn" word={name} /> <span className="quiet">{conversation?.map((one) => reasonWords[one]).join('; ')}</span></li>)}</ul>}
    </Card>
  )
}
