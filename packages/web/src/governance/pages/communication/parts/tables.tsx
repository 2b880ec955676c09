import type { Communication, CommunicationPlan, Message, Stakeholder } from '@throughline/contract/governance'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { cadenceWords, channelWords, communicationWords as words, detailWords, mailLooks, stateLooks } from '../words.ts'

/** How somebody wants to be told, or was told. */
const mannerText = ({ channel, detail, language }: Pick<Stakeholder, 'channel' | 'detail' | 'language'>): string => `${channelWords[channel]}, ${detailWords[detail].toLowerCase()}, ${language}`

/** What is told, what is overdue longest first. */
export function PlanTable({ plan: { communications }, mayEdit, onTell, onEnd }: { readonly plan: CommunicationPlan; readonly mayEdit: boolean; onTell(one: Communication): void; onEnd(one: Communication): void }) {
  const format = useFormat()
  if (communications.length === 0) return <Card title="Plan"><p className="quiet">{words.noPlan}</p></Card>
  return (
    <Card title="Plan" note="What is overdue longest first, then what is due next." flush>
      <Table<Communication>
        caption="What stakeholders are told, by when it is due" rows={communications} rowKey={({ id }) => id} maxHeight={640}
        columns={[
          { key: 'about', label: 'What', cell: ({ about, initiative }) => <span className="block min-w-56">{about}{initiative && <span className="quiet block"><a href={places.initiative(initiative.id)}>{initiative.name}</a></span>}</span> },
          { key: 'who', label: 'To', cell: ({ stakeholder }) => stakeholder.name },
          { key: 'cadence', label: 'How often', cell: ({ cadence, firstOn }) => <span className="block min-w-28">{cadenceWords[cadence]}<span className="quiet block">from {format.date(firstOn)}</span></span> },
          { key: 'state', label: 'Due', cell: ({ state, due, ended }) => <span className="block min-w-32"><StatusMark quiet tone={due && due.overdueDays > 0 ? 'bad' : stateLooks[state].tone} word={due && due.overdueDays > 0 ? `Overdue by ${format.count(due.overdueDays, 'day', 'days')}` : stateLooks[state].words} />{due && <span className="quiet block">{format.date(due.on)}</span>}{ended && <span className="quiet block">{ended.by}: {ended.reason}</span>}</span> },
          { key: 'told', label: 'Told last', cell: ({ toldOn, messages }) => (toldOn ? <span className="block min-w-24">{format.date(toldOn)}<span className="quiet block">{format.count(messages, 'message', 'messages')}</span></span> : <span className="quiet">never</span>) },
          { key: 'owner', label: 'By', cell: ({ owner }) => owner.name },
          { key: 'act', label: '', cell: (one) => <span className="flex gap-1">{one.may.deliver && <Button aria-label={`Tell ${one.stakeholder.name}: ${one.about}`} onClick={() => onTell(one)}>Tell</Button>}{mayEdit && one.state !== 'ended' && <Button kind="quiet" aria-label={`End ${one.about} to ${one.stakeholder.name}`} onClick={() => onEnd(one)}>End</Button>}</span> },
        ]}
      />
    </Card>
  )
}

/** Who is told, and how they want it. */
export function StakeholdersTable({ plan: { stakeholders }, mayEdit, onChange, onRemove }: { readonly plan: CommunicationPlan; readonly mayEdit: boolean; onChange(one: Stakeholder): void; onRemove(one: Stakeholder): void }) {
  return (
    <Card title="Stakeholders" note={words.own} flush>
      <Table<Stakeholder>
        caption="Stakeholders with how they want to be told" rows={stakeholders} rowKey={({ id }) => id} maxHeight={480} empty="Nobody is written down any more"
        columns={[
          { key: 'name', label: 'Stakeholder', cell: ({ name, note }) => <span className="block min-w-40">{name}{note && <span className="quiet block">{note}</span>}</span> },
          { key: 'kind', label: 'Kind', cell: ({ kind, account }) => (account ? <span>Member<span className="quiet block">{account.name}</span></span> : kind === 'group' ? 'Group' : 'Person') },
          { key: 'manner', label: 'Wants to be told', cell: (one) => (one.optedOut ? <StatusMark quiet tone="warn" word="Nothing: opted out" /> : <span className="block min-w-48">{mannerText(one)}</span>) },
          { key: 'act', label: '', cell: (one) => <span className="flex gap-1">{one.may.change && <Button aria-label={`Change how ${one.name} is told`} onClick={() => onChange(one)}>Change</Button>}{mayEdit && <Button kind="quiet" aria-label={`Remove ${one.name}`} onClick={() => onRemove(one)}>Remove</Button>}</span> },
        ]}
      />
    </Card>
  )
}

/** What was told, newest first, with what came back. */
export function Log({ plan: { messages, omitted, unanswered }, onAnswer }: { readonly plan: CommunicationPlan; onAnswer(one: Message): void }) {
  const format = useFormat()
  if (messages.length === 0) return <Card title="Log"><p className="quiet">{words.noMessages}</p></Card>
  return (
    <Card title="Log" note={`Newest first; ${format.count(unanswered, 'message has', 'messages have')} no answer.${omitted > 0 ? ` ${format.count(omitted, 'older one is', 'older ones are')} not listed.` : ''}`} flush>
      <Table<Message>
        caption="Messages with what came back" rows={messages} rowKey={({ id }) => id} maxHeight={640}
        columns={[
          { key: 'about', label: 'Message', cell: ({ about, words: said }) => <span className="block max-w-[60ch] min-w-56">{about}<span className="quiet block whitespace-pre-line">{said}</span></span> },
          { key: 'who', label: 'To', cell: ({ stakeholder }) => stakeholder.name },
          { key: 'on', label: 'Told', cell: (one) => <span className="block min-w-36">{format.date(one.on)}, {one.deliveredBy}<span className="quiet block">{mannerText(one)}</span>{one.mail && <StatusMark quiet tone={mailLooks[one.mail.state].tone} word={mailLooks[one.mail.state].words} />}</span> },
          { key: 'answer', label: 'Answer', cell: (one) => (one.answer ? <span className="block min-w-48">{one.answer.words}<span className="quiet block">{one.answer.by}, {format.instant(one.answer.at)}</span></span> : one.may.answer ? <Button aria-label={`Answer ${one.about}`} onClick={() => onAnswer(one)}>Answer</Button> : <span className="quiet">none yet</span>) },
        ]}
      />
    </Card>
  )
}
