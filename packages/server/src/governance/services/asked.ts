import type { ServiceText } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, type Tx } from '../../database/index.ts'
import { lockRequest, lockService, readEditions, type StoredRequest, type StoredService } from './store.ts'

/** A request as it is worked on: itself, its service, and what that says in the edition in force. */
export type Asked = { readonly request: StoredRequest; readonly service: StoredService; readonly said: ServiceText }

/** A request in the version that was seen, with its service, both held until the act ends. */
export async function asked(tx: Tx, id: string, version: number): Promise<Result<Asked, Refusal<'not_found' | 'version_moved'>>> {
  const found = await expectVersion(tx, await lockRequest(tx, id), { room: 'governance', kind: 'service_request', id, version })
  if (!found.ok) return found
  const request = found.value
  const [service, [edition]] = [await lockService(tx, request.service_id), await readEditions(tx, request.service_id)]
  return service && edition ? ok({ request, service, said: edition.said }) : refuse({ code: 'not_found', values: { what: 'service of the PMO', id: request.service_id } })
}
