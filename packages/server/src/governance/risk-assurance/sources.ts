import type { InitiativeFacts } from '@throughline/engine/demand'
import type { RegisterFacts } from '@throughline/engine/governance'
import type { Tx } from '../../database/index.ts'
import type { ReadTeams } from '../services/index.ts'

/** What is kept in a register. */
export type KeptRegister = Pick<RegisterFacts, 'risks' | 'issues' | 'contingency' | 'drawdowns'>
/** What the assurance of risk processes is told by rooms that stand upon this one. */
export type RiskAssuranceSources = {
  readonly readTeams: ReadTeams
  readonly readInitiative: (tx: Tx, id: string) => Promise<InitiativeFacts | undefined>
  readonly readInitiatives: (tx: Tx) => Promise<readonly InitiativeFacts[]>
  /** The registers of an initiative, or of all that have one, by initiative. */
  readonly readRegisters: (tx: Tx, only?: string) => Promise<ReadonlyMap<string, KeptRegister>>
}
