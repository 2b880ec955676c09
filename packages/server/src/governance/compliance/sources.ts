import type { CustomValues } from '@throughline/contract/demand'
import type { InitiativeFacts } from '@throughline/engine/demand'
import type { RuleField } from '@throughline/engine/governance'
import type { Tx } from '../../database/index.ts'
import type { ReadTeams } from '../services/index.ts'

/** What rules are asked of, told by rooms that stand upon this one; teams and lines of reporting for independence. */
export type ComplianceSources = {
  readonly readTeams: ReadTeams
  readonly readInitiatives: (tx: Tx) => Promise<readonly InitiativeFacts[]>
  readonly readInitiativesOf: (tx: Tx, ids: readonly string[]) => Promise<readonly InitiativeFacts[]>
  readonly readFields: (tx: Tx) => Promise<readonly RuleField[]>
  readonly readCustomValues: (tx: Tx, initiativeIds?: readonly string[]) => Promise<ReadonlyMap<string, CustomValues>>
}
