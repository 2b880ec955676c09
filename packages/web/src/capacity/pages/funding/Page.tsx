import type { Commitments, Envelope, FundingRequest, StaffingRequest, Start, StartException, StartPage } from '@throughline/contract/capacity'
import type { Session } from '@throughline/contract/people'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { InitiativeChoices } from '../../../demand/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { Choice, FundingActs, PoolChoice } from './acts.ts'
import { Asked } from './parts/Asked.tsx'
import { Crews } from './parts/Crews.tsx'
import { Envelopes, Holders } from './parts/Envelopes.tsx'
import { Exceptions, Gate } from './parts/Gate.tsx'
import { Ledger } from './parts/Ledger.tsx'
import { OpenForm } from './parts/OpenForm.tsx'
import { Starts } from './parts/Starts.tsx'
import { fundingWords as words } from './words.ts'

export type StartsAsked = { readonly state: Start['state'] | undefined; readonly from: number }
export type FundingProps = {
  readonly reading: Reading<Commitments>
  readonly starts: Reading<StartPage>
  readonly asked: StartsAsked
  readonly perPage: number
  onAsk(asked: StartsAsked): void
  readonly initiatives: InitiativeChoices
  /** Finance commits; others ask. Nothing can be done in a page of an earlier moment. */
  readonly may: { readonly finance: boolean; readonly asksFunds: boolean; readonly asksPeople: boolean; readonly present: boolean; readonly seesMoney: boolean }
  readonly currency: string
  readonly calendar: Session['organisation']['calendar']
  readonly members: readonly Choice[]
  readonly decisions: readonly Choice[]
  readonly pools: readonly PoolChoice[]
  readonly acts: FundingActs
}
/** The form that is open, with what it is about. */
export type Open =
  | { readonly form: 'gate' | 'add' | 'ask-funds' | 'ask-people' }
  | { readonly form: 'change' | 'remove'; readonly envelope: Envelope }
  | { readonly form: 'release' | 'transfer'; readonly envelope: Envelope; readonly holder: Envelope['holders'][number] }
  | { readonly form: 'answer-funds' | 'withdraw-funds'; readonly funding: FundingRequest }
  | { readonly form: 'answer-people' | 'end-people'; readonly staffing: StaffingRequest }
  | { readonly form: 'crew' | 'allow'; readonly start: Start }
  | { readonly form: 'end-exception'; readonly exception: StartException }

/** Who has the money and the people to start, and who has not. */
export function FundingPage(props: FundingProps) {
  const { reading, may } = props
  const [open, setOpen] = useState<Open>()
  const value = reading.state === 'full' ? reading.value : undefined
  const add = may.finance && <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ form: 'add' })}>Add an envelope</Button>
  const actions = value && <>
    <Button onClick={() => props.acts.download()}>Excel</Button>
    {may.asksPeople && props.pools.length > 0 && <Button onClick={() => setOpen({ form: 'ask-people' })}>Ask for people</Button>}
    {may.asksFunds && value.envelopes.length > 0 && <Button onClick={() => setOpen({ form: 'ask-funds' })}>Ask for funds</Button>}
    {add}
  </>
  return (
    <PageFrame title={words.title} note={words.note} actions={actions}>
      <Shown reading={reading} what="commitments" lines={8}>
        {(commitments) => (
          <>
            {commitments.envelopes.length + commitments.funding.length + commitments.staffing.length + commitments.crews.length === 0 && <EmptyState title={words.emptyTitle} actions={add}>{words.emptyWhy}{!may.finance && ` ${words.emptyReader}`}</EmptyState>}
            <Gate commitments={commitments} onAsk={may.present && commitments.may.decide ? () => setOpen({ form: 'gate' }) : undefined} />
            <Starts {...props} commitments={commitments} onOpen={setOpen} />
            <Envelopes {...props} commitments={commitments} onOpen={setOpen} />
            <Asked {...props} commitments={commitments} onOpen={setOpen} />
            <Crews commitments={commitments} />
            <Holders {...props} commitments={commitments} onOpen={setOpen} />
            <Ledger commitments={commitments} seesMoney={may.seesMoney} />
            <Exceptions commitments={commitments} onEnd={may.present && commitments.may.decide ? (exception) => setOpen({ form: 'end-exception', exception }) : undefined} />
          </>
        )}
      </Shown>
      {open && value && <OpenForm {...props} open={open} commitments={value} onClose={() => setOpen(undefined)} />}
    </PageFrame>
  )
}
