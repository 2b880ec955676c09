import type { DeliverableChange } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ofLifecycle } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { readMembers } from '../../people/index.ts'
import { adoptionOf, readEditions } from '../frameworks/index.ts'
import { noMember } from '../refused.ts'
import { milestoneOf, type Named } from './store.ts'

type Given = Pick<DeliverableChange, 'ownerId' | 'authorIds' | 'milestoneId' | 'element'>
type Of = { readonly initiative: Named; readonly today: string }
export type Unnamed = Refusal<'not_found' | 'framework_unfollowed' | 'element_unknown'>
/** Who and what a deliverable names, as far as it was given. */
export type NamedParts = { readonly owner?: Named; readonly authors?: readonly Named[]; readonly milestone_id?: string | null; readonly element_key?: string | null }

/** Finds whom and what a deliverable names: members, a milestone of its initiative, an element of the framework that this follows. */
export async function findNamed(tx: Tx, { ownerId, authorIds, milestoneId, element }: Given, { initiative, today }: Of): Promise<Result<NamedParts, Unnamed>> {
  const members = (await readMembers(tx)).filter(({ service }) => !service)
  const missing = [...(ownerId === undefined ? [] : [ownerId]), ...(authorIds ?? [])].find((id) => !members.some((one) => one.id === id))
  if (missing !== undefined) return noMember(missing)
  if (milestoneId && (await milestoneOf(tx, initiative.id, milestoneId)) === undefined) return refuse({ code: 'not_found', values: { what: 'milestone', id: milestoneId } })
  const key = element ? await keyOf(tx, element, { initiative, today }) : ok(element)
  if (!key.ok) return key
  const named = (ids: readonly string[]): readonly Named[] => members.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }))
  const owner = ownerId === undefined ? undefined : named([ownerId])[0]
  return ok({ ...(owner ? { owner } : {}), ...(authorIds ? { authors: named(authorIds) } : {}), ...(milestoneId === undefined ? {} : { milestone_id: milestoneId }), ...(key.value === undefined ? {} : { element_key: key.value }) })
}

/** Elements that concern an initiative by what it follows now; undefined where it follows nothing. */
export async function elementsOf(tx: Tx, initiativeId: string): Promise<readonly { readonly key: string; readonly name: string }[] | undefined> {
  const adoption = await adoptionOf(tx, initiativeId)
  const edition = adoption && (await readEditions(tx, adoption.framework_id)).find(({ no }) => no === adoption.edition_no)
  return adoption && edition && ofLifecycle(edition.said.elements, adoption.lifecycle).map(({ key, name }) => ({ key, name }))
}

async function keyOf(tx: Tx, given: string, { initiative, today }: Of): Promise<Result<string, Refusal<'framework_unfollowed' | 'element_unknown'>>> {
  const elements = await elementsOf(tx, initiative.id)
  if (!elements) return refuse({ code: 'framework_unfollowed', values: { initiative: initiative.name, on: today } })
  const found = elements.find(({ key }) => key.toLowerCase() === given.trim().toLowerCase())
  return found ? ok(found.key) : refuse({ code: 'element_unknown', values: { found: given, initiative: initiative.name, expected: elements.map(({ key }) => key).join(', ') } })
}
