import type { Idea, IdeaAlike, IdeaDecision, IdeaLevels, NewIdea } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'

type Outcome = Promise<Result<unknown, Problem>>
/** What the page can do with ideas. */
export type IdeaActs = {
  handIn(idea: NewIdea): Outcome
  change(idea: Idea, given: Pick<NewIdea, 'title' | 'problem' | 'unitId'>): Outcome
  judge(idea: Idea, given: { readonly levels: IdeaLevels; readonly sponsorId: string | null }): Outcome
  merge(idea: Idea, intoId: string, words: string): Outcome
  decide(idea: Idea, outcome: IdeaDecision['outcome'], words: string): Outcome
}
/** Somebody or something to choose. */
export type Choice = { readonly id: string; readonly name: string }
/** What there is already that reads like what was asked about last; undefined while nobody knows. */
export type AlikeFound = { readonly found: readonly IdeaAlike[] | undefined; readonly twinAt: number; ask(asked: { readonly title: string; readonly problem: string; readonly except?: string } | undefined): void }
/** Ideas to choose one from: those that fit what was asked for last, as many as are listed, and how many there are; none before anything was. */
export type IdeaChoices = { readonly found: readonly Idea[]; readonly total: number; find(text: string): void }
