import type { StrategyFacts } from '@throughline/engine/strategy'
import type { Tx } from '../../database/index.ts'
import type { ReadTeams } from '../services/index.ts'

/** What the record of quality is told by rooms that stand upon this one. */
export type QualitySources = { readonly readTeams: ReadTeams; readonly readLinksOf: (tx: Tx, ids: readonly string[]) => Promise<Pick<StrategyFacts, 'objectives' | 'contributions'>> }
