import { dependenceAmong, independenceLevels } from '../../value/index.ts'
import type { ServiceClass } from './service.ts'

/** Months for which whoever has left the team of an initiative assures nothing of it (T-7): they would judge their own work. */
export const pastWorkMonths = 12

/** Who performs a service for an initiative, who works on that, who did within the months of `pastWorkMonths`, and who reports to whom. */
export type Performance = { readonly class: ServiceClass; readonly performer: string; readonly team: readonly string[]; readonly left?: readonly string[]; readonly managers: ReadonlyMap<string, string> }

/**
 * Only others can assure: the way by which the performer of a mandated assurance depends on the team of the initiative, undefined where they
 * are independent or the service is no assurance. Shut out are the team, everybody to whom one of it reports, however far up, and who
 * reports to one of it within two levels, as for verification (V-13): with a sponsor at the very top nobody would be left otherwise. Who has
 * left the team is shut out themselves, and none of their line.
 */
export const performerHindrance = ({ class: of, performer, team, left = [], managers }: Performance): readonly string[] | undefined =>
  of === 'mandated_assurance' ? (dependenceAmong(managers, performer, team, { above: Number.POSITIVE_INFINITY, below: independenceLevels }) ?? (left.includes(performer) ? [performer] : undefined)) : undefined
