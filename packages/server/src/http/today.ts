import type { CivilDate } from '@throughline/engine/kernel'
import type { RequestContext } from './room.ts'

/** The day of a request, in UTC. */
export const todayOf = ({ now }: Pick<RequestContext, 'now'>): CivilDate => now.toISOString().slice(0, 10)
