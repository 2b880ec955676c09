import type { Stakes } from '@throughline/contract/strategy'
import type { ObjectiveFacts } from '@throughline/engine/strategy'
import type { Actor, Tx } from '../../database/index.ts'
import type { GoalsBelow } from '../../strategy/index.ts'

/** Lines of reporting, who works on some initiatives, and who did until a day of the last so many months. */
export type ReadTeams = (tx: Tx, initiativeIds: readonly string[], months: number) => Promise<{ readonly managers: ReadonlyMap<string, string>; readonly teams: ReadonlyMap<string, readonly string[]>; readonly left: ReadonlyMap<string, ReadonlyMap<string, string>> }>
/** The objectives of the strategy in force. */
export type ReadObjectives = (tx: Tx) => Promise<{ readonly objectives: readonly ObjectiveFacts[] }>
/** What units want and others hold. */
export type ReadStakes = (tx: Tx, orgId: string) => Promise<Stakes>
/** The strategies in force of the organisation, its units and functions, with the verdicts on each objective of those. */
export type ReadGoalsBelow = (tx: Tx, of: { readonly actor: Actor; readonly now: Date }) => Promise<GoalsBelow>
/** What services of the PMO are told by other rooms. */
export type ServiceSources = { readonly readTeams: ReadTeams; readonly readObjectives: ReadObjectives; readonly readStakes: ReadStakes; readonly readGoalsBelow: ReadGoalsBelow }
