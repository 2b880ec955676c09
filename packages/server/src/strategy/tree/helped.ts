import type { UnitStrategy } from '@throughline/contract/strategy'
import type { ObjectiveFacts } from '@throughline/engine/strategy'
import type { Tx } from '../../database/index.ts'
import { readInForce } from '../alignment/store.ts'
import { unitObjectivesOf, type UnitObjectiveFacts } from './unit-objectives.ts'

/** What initiatives help of units: each with the objective of the organisation that it comes to in the end, null where that is none. */
export type HelpBelow = readonly { readonly initiativeId: string; readonly objectiveId: string | null }[]

/** Help for objectives of units and functions in force; nothing is read but the version in force. */
export async function readHelpBelow(tx: Tx, objectives: readonly ObjectiveFacts[]): Promise<HelpBelow> {
  const strategies = (await readInForce(tx)).unit_strategies as readonly UnitStrategy[]
  return strategies.length === 0 ? [] : helpOf(unitObjectivesOf(strategies, objectives))
}

/** Contributions of more than 0 to objectives of units. */
export const helpOf = (below: readonly Pick<UnitObjectiveFacts, 'endsAt' | 'contributions'>[]): HelpBelow =>
  below.flatMap(({ endsAt: objectiveId, contributions }) => contributions.flatMap(({ initiativeId, contribution }) => (contribution > 0 ? [{ initiativeId, objectiveId }] : [])))
