import type { CrewChange, Envelope, EnvelopeChange, FundingAnswer, FundingRequest, FundsTransfer, NewEnvelope, NewFundingRequest, NewStaffingRequest, NewStartException, StaffingAnswer, StaffingRequest, Start, StartException, StartGate } from '@throughline/contract/capacity'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'

type Outcome = Promise<Result<unknown, Problem>>
/** What the page can do with commitments and starts. */
export type FundingActs = {
  gate(gate: StartGate, on: boolean, reason: string): Outcome
  addEnvelope(envelope: NewEnvelope): Outcome
  changeEnvelope(envelope: Envelope, change: Omit<EnvelopeChange, 'version'>): Outcome
  removeEnvelope(envelope: Envelope): Outcome
  askFunds(request: NewFundingRequest): Outcome
  answerFunds(request: FundingRequest, answer: FundingAnswer['answer']): Outcome
  withdrawFunds(request: FundingRequest, reason: string): Outcome
  release(envelope: Envelope, initiativeId: string, amountMinor: string, reason: string): Outcome
  transfer(envelope: Envelope, transfer: Omit<FundsTransfer, 'version'>): Outcome
  askPeople(request: NewStaffingRequest): Outcome
  answerPeople(request: StaffingRequest, answer: StaffingAnswer['answer']): Outcome
  endPeople(request: StaffingRequest, reason: string): Outcome
  crew(start: Start, lines: CrewChange['lines']): Outcome
  allow(exception: NewStartException): Outcome
  endException(exception: StartException, reason: string): Outcome
  download(): void
}
export type Choice = { readonly id: string; readonly name: string }
export type PoolChoice = Choice & { readonly unit: 'hour' | 'day' | 'fte'; readonly skills: readonly string[] }
