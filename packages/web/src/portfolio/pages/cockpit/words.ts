import type { Cockpit, DecisionNeeded } from '@throughline/contract/portfolio'

/** Why something waits for a person, as a chip and as a filter. */
export const decisionWords: Readonly<Record<DecisionNeeded['kind'], string>> = {
  rated_red: 'Rated red',
  rating_fell: 'Rating fell',
  cost_grew: 'Cost grew',
  end_slipped: 'End slipped',
  costs_more_than_it_gives: 'Costs more than it gives',
  figure_suspect: 'Suspect figure',
  objective_unserved: 'Objective unserved',
  initiative_orphan: 'Serves no objective',
  weights_open: 'Weights open',
}

/** What moved between two publications, in the order in which it is told. */
export const moveWords: Readonly<Record<keyof Cockpit['moved']['counts'], string>> = {
  worse: 'Rated worse',
  better: 'Rated better',
  slipped: 'Slipped',
  costUp: 'Cost up',
  costDown: 'Cost down',
  joined: 'Joined',
  left: 'Left',
  notComparable: 'Not comparable',
}
export type MoveKind = keyof typeof moveWords
export const moveKinds = Object.keys(moveWords) as readonly MoveKind[]

/** Why ratings of two publications may not be comparable. */
export const scaleChanged = 'The rating scale changed between the two publications, so these ratings cannot be called better or worse.'
