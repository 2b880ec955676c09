import type { Refusal } from '@throughline/contract/wire'
import { pastWorkMonths, performerHindrance, type ServiceClass } from '@throughline/engine/governance'
import { refuse } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { readMembers } from '../../people/index.ts'
import type { ReadTeams } from './sources.ts'
import { initiativeNames, type StoredRequest } from './store.ts'

type Named = { readonly id: string; readonly name: string }
/** Who was refused as performer, by which way they depend on the team, and the refusal itself. */
export type Hindered = { readonly performer: Named; readonly way: string; readonly refusal: { readonly ok: false; readonly refusal: Refusal<'performer_dependent'> } }
type Asked = { readonly request: Pick<StoredRequest, 'initiative_id'>; readonly name: string; readonly class: ServiceClass; readonly performer: Named }

type Depending = { readonly class: ServiceClass; readonly person: Named; readonly initiativeId: string; /** Whose work is judged beside that of the team. */ readonly besides?: readonly string[] }
/** By which way somebody depends on the team of an initiative, `direct` where they are of it; undefined where they are independent of it. */
export async function dependenceOf(tx: Tx, readTeams: ReadTeams, { class: of, person, initiativeId, besides = [] }: Depending): Promise<{ readonly way: string; readonly direct: boolean } | undefined> {
  const { managers, teams, left: leavers } = await readTeams(tx, [initiativeId], pastWorkMonths)
  const [team, left] = [[...besides, ...(teams.get(initiativeId) ?? [])], leavers.get(initiativeId) ?? new Map<string, string>()]
  const path = performerHindrance({ class: of, performer: person.id, team, left: [...left.keys()], managers })
  if (!path) return undefined
  if (path.length === 1) return { way: team.includes(person.id) ? `${person.name} is of its team` : `${person.name} was of its team until ${left.get(person.id) ?? ''}`, direct: true }
  const names = new Map((await readMembers(tx)).map((one) => [one.id, one.name]))
  return { way: path.map((one) => names.get(one) ?? 'somebody').join(' reports to '), direct: false }
}

/** Why somebody may not perform what was asked; undefined where they may. */
export async function hindranceOf(tx: Tx, readTeams: ReadTeams, { request: { initiative_id }, name, class: of, performer }: Asked): Promise<Hindered | undefined> {
  if (initiative_id === null) return undefined
  const dependence = await dependenceOf(tx, readTeams, { class: of, person: performer, initiativeId: initiative_id })
  if (!dependence) return undefined
  const { way } = dependence
  return { performer, way, refusal: refuse({ code: 'performer_dependent', values: { performer: performer.name, name, initiative: (await initiativeNames(tx, [initiative_id])).get(initiative_id) ?? '', way } } as const) }
}
