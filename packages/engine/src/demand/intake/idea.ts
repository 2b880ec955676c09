/** Where an idea comes from: somebody, a measure that is off its course, a rule, a signal of a unit, or a customer. */
export const ideaSources = ['person', 'measure', 'regulation', 'signal', 'customer'] as const
export type IdeaSource = (typeof ideaSources)[number]

/** Where an idea stands: those that are open, and those that are over. */
export const openIdeaStates = ['new', 'triaged', 'incubating'] as const
export const ideaStates = [...openIdeaStates, 'to_case', 'declined', 'duplicate'] as const
export type IdeaState = (typeof ideaStates)[number]

/** To which states an idea may go; what was declined or merged by mistake is new again. One that has become an initiative stays what it is. */
const moves: Readonly<Record<IdeaState, readonly IdeaState[]>> = {
  new: ['triaged', 'declined', 'duplicate'],
  triaged: ['triaged', 'incubating', 'to_case', 'declined', 'duplicate'],
  incubating: ['triaged', 'to_case', 'declined', 'duplicate'],
  to_case: [], declined: ['new'], duplicate: ['new'],
}

export const isOpenIdea = (state: IdeaState): boolean => (openIdeaStates as readonly IdeaState[]).includes(state)
/** Whether an idea may go from one state to another. */
export const mayMove = (from: IdeaState, to: IdeaState): boolean => moves[from].includes(to)
/** From which states an idea may go to one, in their order. */
export const statesBefore = (to: IdeaState): readonly IdeaState[] => ideaStates.filter((from) => mayMove(from, to))
