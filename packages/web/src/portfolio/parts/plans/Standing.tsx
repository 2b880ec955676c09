import type { ScenarioState } from '@throughline/contract/portfolio'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { standingWords } from './words.ts'

/** Where a scenario stands. */
export const Standing = ({ state }: { readonly state: ScenarioState }) => <StatusMark quiet tone={standingWords[state].tone} word={standingWords[state].word} />

/** Whether the plan of record has moved since the base of a scenario. */
export const MovedMark = ({ moved }: { readonly moved: boolean }) => <StatusMark quiet tone={moved ? 'warn' : 'good'} word={moved ? 'The plan has moved' : 'On the plan of now'} />
