import type { Refusal } from '@throughline/contract/wire'
import { performerHindrance } from '@throughline/engine/governance'
import { refuse } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { readMembers } from '../../people/index.ts'
import type { ReadTeams } from '../services/index.ts'
import type { Named, StoredObligation } from './store.ts'

type Refused<Code extends string> = { readonly ok: false; readonly refusal: Refusal<Code> }

export const noObligation = (id: string): Refused<'not_found'> => refuse({ code: 'not_found', values: { what: 'obligation', id } } as const)
export const noInitiative = (id: string): Refused<'not_found'> => refuse({ code: 'not_found', values: { what: 'initiative', id } } as const)
/** Refused where an obligation was retired. */
export const whyRetired = ({ said, retired_at, retired_by }: StoredObligation): Refused<'obligation_retired'> | undefined =>
  retired_at === null ? undefined : refuse({ code: 'obligation_retired', values: { title: said.title, by: retired_by, on: retired_at.slice(0, 10) } } as const)

type Asked = { readonly person: Named; readonly act: string; readonly initiative: Named; /** Who attested what is to be verified. */ readonly attestedBy?: Named }
/** By which way somebody depends on those whose work they would judge, with the refusal; undefined where they are independent. */
export async function whyDependent(tx: Tx, readTeams: ReadTeams, { person, act, initiative, attestedBy }: Asked): Promise<{ readonly way: string; readonly refusal: Refused<'verifier_dependent'> } | undefined> {
  const { managers, teams } = await readTeams(tx, [initiative.id])
  const path = performerHindrance({ class: 'mandated_assurance', performer: person.id, team: [...(attestedBy ? [attestedBy.id] : []), ...(teams.get(initiative.id) ?? [])], managers })
  if (!path) return undefined
  const names = new Map((await readMembers(tx)).map((one) => [one.id, one.name]))
  const way = path.length > 1 ? path.map((one) => names.get(one) ?? 'somebody').join(' reports to ') : person.id === attestedBy?.id ? `${person.name} attested it` : `${person.name} is of its team`
  return { way, refusal: refuse({ code: 'verifier_dependent', values: { person: person.name, act, initiative: initiative.name, way } } as const) }
}
