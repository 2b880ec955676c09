import type { Component, ComponentFits, ComponentState, ReuseBoard, ReuseOffer } from '@throughline/contract/delivery'
import { componentStates } from '@throughline/engine/delivery'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { InitiativeChoices } from '../../../demand/index.ts'
import { explanationFromWire, metricCell, useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Select } from '../../../ui/controls/Select.tsx'
import { TextField } from '../../../ui/controls/TextField.tsx'
import { Figure, FigureStrip } from '../../../ui/display/Figure.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { componentLooks } from '../../reuse-words.ts'
import type { ReuseActs } from './acts.ts'
import { EditComponent, OfferComponent, type WorkChoice } from './parts/component-forms.tsx'
import { AnswerOffer, ConfirmSaving, Withdraw } from './parts/offer-forms.tsx'
import { ChancesTable, ComponentsTable, OffersTable, type ComponentAct, type OfferAct } from './parts/tables.tsx'
import { reuseWords as words } from './words.ts'

export type ReuseLooking = { readonly search?: string | undefined; readonly state?: string | undefined }
export type ReuseProps = { readonly reading: Reading<ReuseBoard>; readonly canEdit: boolean; readonly looking: ReuseLooking; onLook(change: ReuseLooking): void; readonly initiatives: InitiativeChoices; /** What a form asks about: the work and the deliverables of an initiative, and who could use a component. */ readonly work: readonly WorkChoice[]; readonly deliverables: readonly WorkChoice[]; readonly fits: Reading<ComponentFits>; onAsk(about: { readonly initiativeId?: string; readonly componentId?: string }): void; readonly today: string; readonly acts: ReuseActs }
type Open = { readonly form: 'add' } | { readonly form: ComponentAct; readonly component: Component } | { readonly form: OfferAct; readonly offer: ReuseOffer }

/** What initiatives make for others, what that saves, and where they could go together. */
export function ReusePage(props: ReuseProps) {
  const { reading, canEdit, looking, onLook, onAsk } = props
  const [open, setOpen] = useState<Open>()
  const board = reading.state === 'full' ? reading.value : undefined
  const add = canEdit && <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ form: 'add' })}>Add a component</Button>
  const empty = board?.all === 0
  const act = (form: ComponentAct, component: Component) => {
    onAsk(form === 'offer' ? { componentId: component.id } : { initiativeId: component.initiative.id })
    setOpen({ form, component })
  }
  return (
    <PageFrame title={words.title} note={words.note} actions={board && !empty && add}>
      <Shown reading={reading} what="reuse" lines={8}>
        {(value) => (
          <>
            {empty
              ? <EmptyState title={words.emptyTitle} actions={add}>{canEdit ? words.emptyWhy : words.emptyReader}</EmptyState>
              : <>
                  <Savings board={value} />
                  <ComponentsTable board={value} looking={<Finder looking={looking} onLook={onLook} />} onAct={canEdit ? act : undefined} />
                  <OffersTable offers={value.offers} omitted={value.omittedOffers} all={value.allOffers} onAct={canEdit ? (form, offer) => setOpen({ form, offer }) : undefined} />
                </>}
            <ChancesTable board={value} />
          </>
        )}
      </Shown>
      {open && <Forms {...props} open={open} onClose={() => setOpen(undefined)} />}
    </PageFrame>
  )
}

function Forms({ open, initiatives, work, deliverables, fits, onAsk, today, acts, onClose }: ReuseProps & { readonly open: Open; onClose(): void }) {
  const onMaker = (initiativeId: string) => onAsk({ initiativeId })
  switch (open.form) {
    case 'add':
      return <EditComponent {...{ initiatives, work, deliverables, onMaker, today, acts, onClose }} />
    case 'change':
      return <EditComponent component={open.component} {...{ initiatives, work, deliverables, onMaker, today, acts, onClose }} />
    case 'offer':
      return <OfferComponent component={open.component} {...{ fits, initiatives, acts, onClose }} />
    case 'withdraw':
      return <Withdraw title="Withdraw a component" subtitle={open.component.name} note="What was offered of it and waits is withdrawn with it. What was accepted stays." onWithdraw={(reason) => acts.withdraw(open.component, reason)} onClose={onClose} />
    case 'take-back':
      return <Withdraw title="Withdraw an offer" subtitle={`${open.offer.component.name} for ${open.offer.to.name}`} note="It can be offered again." onWithdraw={(reason) => acts.withdrawOffer(open.offer, reason)} onClose={onClose} />
    case 'confirm':
      return <ConfirmSaving offer={open.offer} {...{ today, acts, onClose }} />
    case 'accept':
    case 'decline':
      return <AnswerOffer offer={open.offer} accept={open.form === 'accept'} {...{ acts, onClose }} />
  }
}

function Savings({ board: { saving: { waiting, least, most, saved }, waiting: waits } }: { readonly board: ReuseBoard }) {
  const format = useFormat()
  const hours = ({ metric }: { readonly metric: typeof most.metric }) => metricCell(metric, (one) => format.number(one))
  return (
    <FigureStrip label="What reuse saves">
      <Figure label="Accepted, at most" value={hours(most)} unit="person hours" why={explanationFromWire(most.why)} comparison={{ words: `at least ${hours(least)}, as the receiving initiatives agreed` }} />
      <Figure label="Waits for an answer, at most" value={hours(waiting)} unit="person hours" why={explanationFromWire(waiting.why)} comparison={{ words: `${format.count(waits, 'offer', 'offers')}, unverified` }} />
      <Figure label="Confirmed as saved" value={saved.metric.status === 'ok' ? hours(saved) : null} unit="person hours" absent="Nothing confirmed yet" why={explanationFromWire(saved.why)} comparison={{ words: 'by somebody who did not accept it' }} />
    </FigureStrip>
  )
}

function Finder({ looking, onLook }: { readonly looking: ReuseLooking; onLook(change: ReuseLooking): void }) {
  // What is typed stands at once; the address follows it.
  const [search, setSearch] = useState(looking.search ?? '')
  const state = componentStates.find((one) => one === looking.state) ?? ''
  return (
    <div className="grid gap-3 p-4 sm:grid-cols-[3fr_1fr]">
      <TextField type="search" label="Find" hint="In components and offers: names, skills, words and initiatives" maxLength={120} value={search} onChange={(text) => { setSearch(text); onLook({ search: text }) }} />
      <Select<ComponentState | ''> label="State" value={state} options={[{ value: '', label: 'Every state' }, ...componentStates.map((value) => ({ value, label: componentLooks[value].word }))]} onChange={(next) => onLook({ state: next })} />
    </div>
  )
}
