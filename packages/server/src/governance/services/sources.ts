import type { Stakes } from '@throughline/contract/strategy'
import type { ObjectiveFacts } from '@throughline/engine/strategy'
import type { Tx } from '../../database/index.ts'

/** Lines of reporting, and who works on some initiatives. */
export type ReadTeams = (tx: Tx, initiativeIds: readonly string[]) => Promise<{ readonly managers: ReadonlyMap<string, string>; readonly teams: ReadonlyMap<string, readonly string[]> }>
/** The objectives of the strategy in force. */
export type ReadObjectives = (tx: Tx) => Promise<{ readonly objectives: readonly ObjectiveFacts[] }>
/** What units want and others hold. */
export type ReadStakes = (tx: Tx, orgId: string) => Promise<Stakes>
/** What services of the PMO are told by other rooms. */
export type ServiceSources = { readonly readTeams: ReadTeams; readonly readObjectives: ReadObjectives; readonly readStakes: ReadStakes }
