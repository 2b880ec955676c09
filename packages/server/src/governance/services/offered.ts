import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { noService, whyRetired } from './refusals.ts'
import { lockService, readEditions, type StoredEdition, type StoredService } from './store.ts'

export type Unoffered = Refusal<'not_found' | 'service_retired' | 'service_unpublished'>

/** A service that is offered, held until the act ends, with its edition in force; refused for a draft and for what was retired. */
export async function offered(tx: Tx, id: string): Promise<Result<{ readonly service: StoredService; readonly edition: StoredEdition }, Unoffered>> {
  const service = await lockService(tx, id)
  if (!service) return noService(id)
  const retired = whyRetired(service)
  if (retired) return retired
  const [edition] = await readEditions(tx, id)
  return edition ? ok({ service, edition }) : refuse({ code: 'service_unpublished', values: { name: service.said.name } })
}
