import type { Refusal } from '@throughline/contract/wire'
import { performerHindrance, type ServiceClass } from '@throughline/engine/governance'
import { refuse } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { readMembers } from '../../people/index.ts'
import type { ReadTeams } from './sources.ts'
import { initiativeNames, type StoredRequest } from './store.ts'

type Named = { readonly id: string; readonly name: string }
/** Who was refused as performer, by which way they depend on the team, and the refusal itself. */
export type Hindered = { readonly performer: Named; readonly way: string; readonly refusal: { readonly ok: false; readonly refusal: Refusal<'performer_dependent'> } }
type Asked = { readonly request: Pick<StoredRequest, 'initiative_id'>; readonly name: string; readonly class: ServiceClass; readonly performer: Named }

/** Why somebody may not perform what was asked; undefined where they may. */
export async function hindranceOf(tx: Tx, readTeams: ReadTeams, { request: { initiative_id }, name, class: of, performer }: Asked): Promise<Hindered | undefined> {
  if (initiative_id === null) return undefined
  const { managers, teams } = await readTeams(tx, [initiative_id])
  const path = performerHindrance({ class: of, performer: performer.id, team: teams.get(initiative_id) ?? [], managers })
  if (!path) return undefined
  const names = new Map((await readMembers(tx)).map((one) => [one.id, one.name]))
  const way = path.length === 1 ? `${performer.name} is of its team` : path.map((one) => names.get(one) ?? 'somebody').join(' reports to ')
  return { performer, way, refusal: refuse({ code: 'performer_dependent', values: { performer: performer.name, name, initiative: (await initiativeNames(tx, [initiative_id])).get(initiative_id) ?? '', way } } as const) }
}
