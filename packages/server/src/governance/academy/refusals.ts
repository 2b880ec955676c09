import type { CheckFault } from '@throughline/engine/governance'
import { refuse } from '@throughline/engine/kernel'
import type { Refused } from '../refused.ts'
import type { StoredSession } from './course-store.ts'
import { over } from './guards.ts'

export const unsound = ({ no, found, expected }: CheckFault): Refused<'check_unsound'> => refuse({ code: 'check_unsound', values: { where: no === 0 ? 'The check' : `Question ${no}`, found, expected } } as const)
export const tooFew = (name: string, on: string, { seats, expected }: { readonly seats: number; readonly expected: number }): Refused<'seats_too_few'> => refuse({ code: 'seats_too_few', values: { name, on, seats, expected } } as const)
/** Refused where a session was called off. */
export const whyCalledOff = (name: string, { called_off, held_on }: StoredSession): Refused<'academy_over'> | undefined => (called_off ? over('session of', name, `called off on ${called_off.at.slice(0, 10)}`, `still held on ${held_on}`) : undefined)
/** Refused where it was recorded who came to a session. */
export const whyRecorded = (name: string, { attendance }: StoredSession): Refused<'academy_over'> | undefined => (attendance ? over('session of', name, 'over, and who came is recorded', 'still to come, or without attendance') : undefined)
