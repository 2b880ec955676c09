import type { SightKind, WorkTie } from '@throughline/contract/strategy'
import type { Tx } from '../../database/index.ts'
import { readAssignments } from '../../people/index.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import { readObjectives } from '../objectives-store.ts'
import type { SightPerson, SightSource } from '../sight/source.ts'
import { idsOf, type Below } from '../sight/steps.ts'
import { measureStanding } from '../sight/store.ts'
import { measureTies } from './store.ts'

/** A thing that is somebody’s, and in which ways. */
export type Owned = { readonly kind: SightKind; readonly id: string; readonly ties: readonly WorkTie[] }

type Rooms = { readonly sight: SightSource; readonly initiatives: InitiativeSource }

/** What somebody owns or works on, from objectives down to measures: by account where the owner is one, by name where the owner is written as text. */
export async function readOwned(tx: Tx, { sight, initiatives }: Rooms, below: Below, person: SightPerson, now: Date): Promise<readonly Owned[]> {
  const all = (kind: SightKind, ids: readonly string[]): readonly Owned[] => ids.map((id) => ({ kind, id, ties: ['owner'] }))
  const isTheirs = (name: string | null): boolean => name !== null && plain(name) === plain(person.name)
  const roles = new Set((await readAssignments(tx, now)).flatMap(({ member, scope, standing }) => (member.id === person.accountId && standing === 'in_force' && scope.kind === 'initiative' && scope.id !== null ? [scope.id] : [])))
  const current = (await initiatives.readInitiatives(tx)).filter((one) => one.current)
  return [
    ...all('objective', (await readObjectives(tx)).filter(({ owner }) => isTheirs(owner)).map(({ id }) => id)),
    ...all('unit_objective', below.objectives.filter(({ owner }) => isTheirs(owner)).map(({ id }) => id)),
    ...current.flatMap(({ id, sponsor }): readonly Owned[] => tied('initiative', id, [isTheirs(sponsor) && 'sponsor', roles.has(id) && 'role'])),
    ...all('task', await sight.tasksOwned(tx, person)),
    ...all('change', await sight.changesOwned(tx, person)),
    ...all('benefit', await sight.benefitsOwned(tx, person)),
    ...(await readMeasuresOwned(tx, person, below)),
  ]
}

const plain = (name: string): string => name.trim().toLowerCase()
const tied = (kind: SightKind, id: string, ties: readonly (WorkTie | false)[]): readonly Owned[] => {
  const found = ties.filter((one) => one !== false)
  return found.length === 0 ? [] : [{ kind, id, ties: found }]
}

/** Measures of objectives in force that somebody owns or reports. */
async function readMeasuresOwned(tx: Tx, person: SightPerson, below: Below): Promise<readonly Owned[]> {
  const ties = new Map((await measureTies(tx, person)).map((row) => [row.id, row]))
  if (ties.size === 0) return []
  return (await measureStanding(tx, idsOf(below))).flatMap(({ id }) => tied('measure', id, [ties.get(id)?.owns === true && 'owner', ties.get(id)?.reports === true && 'reporter']))
}
