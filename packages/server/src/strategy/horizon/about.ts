import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { namesOfServices } from '../../governance/index.ts'
import { readObjectives } from '../objectives-store.ts'

export type About = { readonly objectives: readonly string[]; readonly services: readonly string[] }

/** What something is about after a change: objectives in force by their stable keys, and services of the PMO. What is given has to be there; objectives that are not in force now stay, for they were not shown. */
export async function aboutOf(tx: Tx, { objectiveIds, serviceIds }: { readonly objectiveIds?: readonly string[] | undefined; readonly serviceIds?: readonly string[] | undefined }, before: About): Promise<Result<About, Refusal<'not_found'>>> {
  const inForce = objectiveIds ? await readObjectives(tx) : []
  const [keys, shown] = [new Map(inForce.map(({ id, key }) => [id, key])), new Set(inForce.map(({ key }) => key))]
  const strange = objectiveIds?.find((id) => !keys.has(id))
  if (strange !== undefined) return refuse({ code: 'not_found', values: { what: 'objective', id: strange } })
  const services = serviceIds ? await namesOfServices(tx, serviceIds) : []
  const unknown = serviceIds?.find((id) => !services.some((one) => one.id === id))
  if (unknown !== undefined) return refuse({ code: 'not_found', values: { what: 'service', id: unknown } })
  return ok({
    objectives: objectiveIds ? [...new Set([...objectiveIds.flatMap((id) => keys.get(id) ?? []), ...before.objectives.filter((key) => !shown.has(key))])] : before.objectives,
    services: serviceIds ? [...new Set(serviceIds)] : before.services,
  })
}

/** What something is about, as the history tells it: objectives in force by their statements, services by their names. */
export async function toldAbout(tx: Tx, { objectives, services }: About): Promise<{ readonly objectives: readonly string[]; readonly services: readonly string[] }> {
  const statements = new Map((objectives.length === 0 ? [] : await readObjectives(tx)).map(({ key, statement }) => [key, statement]))
  return { objectives: objectives.map((key) => statements.get(key) ?? key), services: (services.length === 0 ? [] : await namesOfServices(tx, services)).map(({ name }) => name) }
}
