import { addDays, type CivilDate } from '../../kernel/index.ts'

/** How much it would change what the strategy rests on. */
export const signalImpacts = ['low', 'medium', 'high'] as const
/** How likely it is that it comes to something. */
export const signalLikelihoods = ['unlikely', 'possible', 'likely'] as const
/** When it would be felt: within a year, within three years, later. */
export const signalTimes = ['now', 'next', 'later'] as const
export type SignalImpact = (typeof signalImpacts)[number]
export type SignalLikelihood = (typeof signalLikelihoods)[number]
export type SignalTime = (typeof signalTimes)[number]
/** Three judgements side by side. They are ordinal: never a number, never added, never averaged. */
export type SignalTriage = { readonly impact: SignalImpact; readonly likelihood: SignalLikelihood; readonly time: SignalTime }

/** What a signal of change asks for: an act now, a plan for it, an eye on it, or nothing but to be known. */
export const attentions = ['act', 'prepare', 'watch', 'note'] as const
export type Attention = (typeof attentions)[number]

/** Read off a table, by impact, then likelihood; the three words are for now, next and later. */
const attentionTable: Readonly<Record<SignalImpact, Readonly<Record<SignalLikelihood, readonly [now: Attention, next: Attention, later: Attention]>>>> = {
  high: { likely: ['act', 'act', 'prepare'], possible: ['act', 'prepare', 'watch'], unlikely: ['prepare', 'watch', 'watch'] },
  medium: { likely: ['act', 'prepare', 'watch'], possible: ['prepare', 'watch', 'watch'], unlikely: ['watch', 'watch', 'note'] },
  low: { likely: ['watch', 'note', 'note'], possible: ['note', 'note', 'note'], unlikely: ['note', 'note', 'note'] },
}

export const attentionOf = ({ impact, likelihood, time }: SignalTriage): Attention => attentionTable[impact][likelihood][signalTimes.indexOf(time)] ?? 'note'

/** Days after which a signal of change that nobody has looked at again is archived, unless somebody says otherwise. */
export const usualTermDays = 180
/** The last day on which a signal is on the board, from the day on which somebody looked at it last. */
export const staleAfter = (lookedOn: CivilDate, termDays: number): CivilDate => addDays(lookedOn, termDays)

/** Where a signal of change stands: it waits to be triaged, it is on the board, or its term is over and it is archived until somebody looks at it again. */
export type ChangeStanding = 'to_triage' | 'on_board' | 'archived'
export const changeStanding = ({ triaged, staleOn }: { readonly triaged: boolean; readonly staleOn: CivilDate }, today: CivilDate): ChangeStanding => (staleOn < today ? 'archived' : triaged ? 'on_board' : 'to_triage')
