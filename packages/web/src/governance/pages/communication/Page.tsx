import type { Communication, CommunicationPlan, Message, Stakeholder } from '@throughline/contract/governance'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { InitiativeChoices } from '../../../demand/index.ts'
import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Figure, FigureStrip } from '../../../ui/display/Figure.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { EditStakeholder, PlanCommunication, RemoveStakeholder, SayWords, Tell, type CommunicationActs, type Named } from './parts/forms.tsx'
import { Log, PlanTable, StakeholdersTable } from './parts/tables.tsx'
import { communicationWords as words } from './words.ts'

export type CommunicationProps = { readonly reading: Reading<CommunicationPlan>; readonly mayEdit: boolean; readonly members: readonly Named[]; readonly initiatives: InitiativeChoices; readonly today: string; readonly acts: CommunicationActs }
type Open = { readonly form: 'add' | 'plan' } | { readonly form: 'change' | 'remove'; readonly stakeholder: Stakeholder } | { readonly form: 'tell' | 'end'; readonly communication: Communication } | { readonly form: 'answer'; readonly message: Message }

/** The communication plan: what is due, who is told and how, what was told and what came back. */
export function CommunicationPage({ reading, mayEdit, members, initiatives, today, acts }: CommunicationProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const plan = reading.state === 'full' ? reading.value : undefined
  const add = <Button kind={plan?.stakeholders.length ? 'secondary' : 'primary'} icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ form: 'add' })}>Add a stakeholder</Button>
  const actions = plan && mayEdit && plan.stakeholders.length > 0 && <>{add}<Button kind="primary" onClick={() => setOpen({ form: 'plan' })}>Plan communication</Button></>
  return (
    <PageFrame title={words.title} note={words.note} actions={actions}>
      <Shown reading={reading} what="the communication plan" lines={8}>
        {(value) => value.stakeholders.length === 0 && value.messages.length === 0
          ? <EmptyState title={words.emptyTitle} actions={mayEdit && add}>{words.emptyWhy}</EmptyState>
          : <>
              <Sums plan={value} />
              <PlanTable plan={value} mayEdit={mayEdit} onTell={(communication) => setOpen({ form: 'tell', communication })} onEnd={(communication) => setOpen({ form: 'end', communication })} />
              <StakeholdersTable plan={value} mayEdit={mayEdit} onChange={(stakeholder) => setOpen({ form: 'change', stakeholder })} onRemove={(stakeholder) => setOpen({ form: 'remove', stakeholder })} />
              <Log plan={value} onAnswer={(message) => setOpen({ form: 'answer', message })} />
            </>}
      </Shown>
      {open?.form === 'add' && <EditStakeholder members={members} acts={acts} onClose={close} />}
      {open?.form === 'change' && <EditStakeholder stakeholder={open.stakeholder} members={members} acts={acts} onClose={close} />}
      {open?.form === 'remove' && <RemoveStakeholder stakeholder={open.stakeholder} acts={acts} onClose={close} />}
      {open?.form === 'plan' && <PlanCommunication stakeholders={plan?.stakeholders ?? []} {...{ members, initiatives, today, acts }} onClose={close} />}
      {open?.form === 'tell' && <Tell communication={open.communication} stakeholder={plan?.stakeholders.find(({ id }) => id === open.communication.stakeholder.id)} mail={plan?.mail ?? false} {...{ today, acts }} onClose={close} />}
      {open?.form === 'end' && <SayWords title="Tell it no more" subtitle={open.communication.about} label="Why" act="End" tone="danger" onSay={(said) => acts.end(open.communication, said)} onClose={close} />}
      {open?.form === 'answer' && <SayWords title="What came back" subtitle={open.message.about} label="Answer" act="Record" onSay={(said) => acts.answer(open.message, said)} onClose={close} />}
    </PageFrame>
  )
}

function Sums({ plan: { stakeholders, communications, overdue, unanswered } }: { readonly plan: CommunicationPlan }) {
  const format = useFormat()
  const out = stakeholders.filter(({ optedOut }) => optedOut).length
  const running = communications.filter(({ state }) => state === 'due' || state === 'planned').length
  return (
    <FigureStrip label="Communication">
      <Figure label="Overdue" value={format.number(overdue, 0)} comparison={{ words: `of ${format.number(running, 0)} that run`, tone: overdue > 0 ? 'bad' : 'good' }} />
      <Figure label="Stakeholders" value={format.number(stakeholders.length, 0)} comparison={{ words: `${format.number(out, 0)} opted out` }} />
      <Figure label="Without an answer" value={format.number(unanswered, 0)} comparison={{ words: 'of the messages below' }} />
    </FigureStrip>
  )
}
