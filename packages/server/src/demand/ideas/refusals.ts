import type { Refusal } from '@throughline/contract/wire'
import { mayMove, statesBefore, type IdeaState } from '@throughline/engine/demand'
import { refuse } from '@throughline/engine/kernel'
import type { StoredIdea } from './store.ts'

type Refused<Code extends string> = { readonly ok: false; readonly refusal: Refusal<Code> }

export const noIdea = (id: string): Refused<'not_found'> => refuse({ code: 'not_found', values: { what: 'idea', id } } as const)
/** Refused where an idea cannot go to a state from where it stands. */
export const whyNotTo = (to: IdeaState, { title, state }: StoredIdea): Refused<'idea_elsewhere'> | undefined => (mayMove(state, to) ? undefined : elsewhere(title, state, statesBefore(to)))
export const elsewhere = (title: string, state: IdeaState, expected: readonly IdeaState[]): Refused<'idea_elsewhere'> =>
  refuse({ code: 'idea_elsewhere', values: { title, found: stateWords[state], expected: expected.map((one) => stateWords[one]).join(' or ') } } as const)

const stateWords: Readonly<Record<IdeaState, string>> = { new: 'new', triaged: 'triaged', incubating: 'incubating', to_case: 'an initiative', declined: 'declined', duplicate: 'merged into another' }
