import type { InitiativeFacts, Rating } from '@throughline/engine/demand'
import type { CivilDate } from '@throughline/engine/kernel'
import type { StrategyFacts } from '@throughline/engine/strategy'
import type { Tx } from '../../database/index.ts'
import type { RiskAssuranceSources } from '../risk-assurance/index.ts'
import type { ReadTeams } from '../services/index.ts'

/** What health checks are told by rooms that stand upon this one. */
export type ReviewSources = {
  readonly readTeams: ReadTeams
  readonly readInitiative: (tx: Tx, id: string) => Promise<InitiativeFacts | undefined>
  /** Rating in the publication before the newest, by initiative. */
  readonly readPreviousRatings: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, Rating>>
  readonly readLinksOf: (tx: Tx, ids: readonly string[]) => Promise<Pick<StrategyFacts, 'objectives' | 'contributions'>>
  /** The registers of an initiative, or of all that have one, by initiative. */
  readonly readRegisters: RiskAssuranceSources['readRegisters']
  /** Contradictions that nobody has accepted and in which an initiative stands, in words. */
  readonly readContradictionsOf: (tx: Tx, asked: { readonly orgId: string; readonly initiativeId: string; readonly today: CivilDate }) => Promise<readonly string[]>
}
