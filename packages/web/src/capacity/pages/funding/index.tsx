import { capacityRoutes as routes } from '@throughline/contract/capacity'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { useState } from 'react'
import { useFindInitiatives } from '../../../demand/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useToast } from '../../../ui/overlays/Toast.tsx'
import { LoadingState } from '../../../ui/states/states.tsx'
import { download, isPast, problemOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import type { FundingActs } from './acts.ts'
import { FundingPage, type StartsAsked } from './Page.tsx'

export const prepare = readAhead(routes.readCommitments, {})
/** Starts that one page lists. */
const perPage = 50

/** What is committed of money and people, and what is ready to start. */
export default function FundingRoute() {
  const session = useSignedIn()
  const [asked, setAsked] = useState<StartsAsked>({ state: undefined, from: 0 })
  const present = !isPast(useMoment())
  const finance = allows(session, 'verify_value') && present
  const seesMoney = allows(session, 'see_money')
  const asksFunds = seesMoney && present && (session?.mayInPart.includes('edit_money') ?? false)
  const asksPeople = present && (session?.mayInPart.includes('edit_initiative') ?? false)
  const members = useRead(peopleRoutes.listMembers, {}, { enabled: finance })
  const decisions = useRead(governanceRoutes.listDecisions, { query: {} }, { enabled: finance })
  const capacity = useRead(routes.readCapacity, {}, { enabled: asksPeople })
  const initiatives = useFindInitiatives({ enabled: asksFunds || asksPeople || finance })
  const reading = useRead(routes.readCommitments, {})
  const starts = useRead(routes.readStarts, { query: { ...(asked.state ? { state: asked.state } : {}), from: asked.from, limit: perPage } })
  const acts = useFundingActs()
  if (!session) return <LoadingState what="commitments" />
  return (
    <FundingPage
      {...{ reading, starts, asked, perPage, acts }} onAsk={setAsked}
      initiatives={initiatives} may={{ finance, asksFunds, asksPeople, present, seesMoney }} currency={session.organisation.currency} calendar={session.organisation.calendar}
      members={members.state === 'full' ? members.value.filter(({ service }) => !service).map(({ id, name }) => ({ id, name })) : []}
      decisions={decisions.state === 'full' ? decisions.value.map(({ id, question }) => ({ id, name: question })) : []}
      pools={capacity.state === 'full' ? capacity.value.pools.map(({ pool: { id, name, unit, skills } }) => ({ id, name, unit, skills })) : []}
    />
  )
}

function useFundingActs(): FundingActs {
  const toast = useToast()
  const answers = { answers: routes.readCommitments }
  const [gate, add, change, remove] = [useAct(routes.setStartGate, answers), useAct(routes.addEnvelope, answers), useAct(routes.changeEnvelope, answers), useAct(routes.removeEnvelope)]
  const [askFunds, answerFunds, withdraw, release, transfer] = [useAct(routes.askForFunds, answers), useAct(routes.answerFunding, answers), useAct(routes.withdrawFunding, answers), useAct(routes.releaseFunds, answers), useAct(routes.transferFunds, answers)]
  const [askPeople, answerPeople, end, crew] = [useAct(routes.askForPeople, answers), useAct(routes.answerStaffing, answers), useAct(routes.endStaffing, answers), useAct(routes.setCrew)]
  const [allow, endException] = [useAct(routes.allowStart, answers), useAct(routes.endStartException, answers)]
  return {
    gate: ({ version }, on, reason) => gate.run({ body: { version, on, reason } }),
    addEnvelope: (body) => add.run({ body }), changeEnvelope: ({ id, version }, given) => change.run({ params: { id }, body: { version, ...given } }), removeEnvelope: ({ id, version }) => remove.run({ params: { id }, query: { version } }),
    askFunds: (body) => askFunds.run({ body }), answerFunds: ({ id, version }, answer) => answerFunds.run({ params: { id }, body: { version, answer } }), withdrawFunds: ({ id, version }, reason) => withdraw.run({ params: { id }, body: { version, reason } }),
    release: ({ id, version }, initiativeId, amountMinor, reason) => release.run({ params: { id }, body: { version, initiativeId, amountMinor, reason } }), transfer: ({ id, version }, given) => transfer.run({ params: { id }, body: { version, ...given } }),
    askPeople: (body) => askPeople.run({ body }), answerPeople: ({ id, version }, answer) => answerPeople.run({ params: { id }, body: { version, answer } }), endPeople: ({ id, version }, reason) => end.run({ params: { id }, body: { version, reason } }),
    crew: ({ initiative, version }, lines) => crew.run({ params: { id: initiative.id }, body: { version, lines } }),
    allow: (body) => allow.run({ body }), endException: ({ id, version }, reason) => endException.run({ params: { id }, body: { version, reason } }),
    download: () => void download(routes.exportCommitments, {}, 'funding-and-staffing.xlsx').catch((error: unknown) => toast({ message: problemOf(error).detail, tone: 'bad' })),
  }
}
