import { addDays, type CivilDate } from '../../kernel/index.ts'

/** A word from a unit to those who own the strategy, as far as its standing goes. */
export type SignalFacts = { readonly unitId: string; readonly dueOn: CivilDate; readonly answered: boolean }
/** A version that was put in force for a unit, and whether somebody there said that it was read. */
export type CascadeFacts = { readonly unitId: string; readonly versionId: string; readonly acknowledged: boolean }

export type SignalStanding = 'open' | 'overdue' | 'answered'
/** Both directions counted alike: what was sent and what came back of it. `overdue` is what should have come back by now. */
export type ExchangeCounts = { readonly down: { readonly sent: number; readonly acknowledged: number }; readonly up: { readonly sent: number; readonly answered: number; readonly overdue: number } }

/** Days within which a signal is answered. */
export const answerWithinDays = 14

/** The day on which the answer to a signal of `raisedOn` is due. */
export const answerDue = (raisedOn: CivilDate): CivilDate => addDays(raisedOn, answerWithinDays)

/** On its due day a signal is still open; after it, without an answer, it is overdue. */
export const signalStanding = ({ answered, dueOn }: SignalFacts, today: CivilDate): SignalStanding => (answered ? 'answered' : dueOn < today ? 'overdue' : 'open')

/** What went down to a unit and up from it, of all units where none is named. */
export function exchangeOf(cascades: readonly CascadeFacts[], signals: readonly SignalFacts[], today: CivilDate, unitId?: string): ExchangeCounts {
  const ours = <T extends { readonly unitId: string }>(all: readonly T[]): readonly T[] => (unitId === undefined ? all : all.filter((one) => one.unitId === unitId))
  const [down, up] = [ours(cascades), ours(signals)]
  const standing = up.map((one) => signalStanding(one, today))
  return {
    down: { sent: down.length, acknowledged: down.filter(({ acknowledged }) => acknowledged).length },
    up: { sent: up.length, answered: standing.filter((one) => one === 'answered').length, overdue: standing.filter((one) => one === 'overdue').length },
  }
}
