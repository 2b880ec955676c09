import type { ScenarioState } from '@throughline/contract/portfolio'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { standingWords } from './words.ts'

/** Where a scenario stands. */
export const Standing = ({ state }: { readonly state: ScenarioState }) => <StatusMark quiet tone={standingWords[state].tone} word={standingWords[state].word} />

/** Whether anything that a scenario touches, or that counts in its figures, has changed in the plan of record since its base. */
export const MovedMark = ({ moved }: { readonly moved: boolean }) => <StatusMark quiet tone={moved ? 'warn' : 'good'} word={moved ? 'The plan has moved' : 'On the plan of now'} />
