import { refuse } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import type { Refused } from '../refused.ts'
import { dependenceOf, type ReadTeams } from '../services/index.ts'
import type { Named, StoredObligation } from './store.ts'

export const noObligation = (id: string): Refused<'not_found'> => refuse({ code: 'not_found', values: { what: 'obligation', id } } as const)
/** Refused where an obligation was retired. */
export const whyRetired = ({ said, retired_at, retired_by }: StoredObligation): Refused<'obligation_retired'> | undefined =>
  retired_at === null ? undefined : refuse({ code: 'obligation_retired', values: { title: said.title, by: retired_by, on: retired_at.slice(0, 10) } } as const)

type Asked = { readonly person: Named; readonly act: string; readonly initiative: Named; /** Who attested what is to be verified. */ readonly attestedBy?: Named }
/** By which way somebody depends on those whose work they would judge, with the refusal; undefined where they are independent. */
export async function whyDependent(tx: Tx, readTeams: ReadTeams, { person, act, initiative, attestedBy }: Asked): Promise<{ readonly way: string; readonly refusal: Refused<'verifier_dependent'> } | undefined> {
  const dependence = await dependenceOf(tx, readTeams, { class: 'mandated_assurance', person, initiativeId: initiative.id, besides: attestedBy ? [attestedBy.id] : [] })
  if (!dependence) return undefined
  const way = person.id === attestedBy?.id && dependence.direct ? `${person.name} attested it` : dependence.way
  return { way, refusal: refuse({ code: 'verifier_dependent', values: { person: person.name, act, initiative: initiative.name, way } } as const) }
}
