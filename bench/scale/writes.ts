import { listPath } from './asks.ts'

/** Somebody who may write: the session, and what its requests carry against forgery. */
export type Writer = { readonly cookie: string; readonly csrf: string }
type Seen = { readonly rows: readonly { readonly id: string; readonly version: number }[] }

/** Changes the cost of one initiative, another one each time, as a person does: looks at it, then writes. */
export function changeOne(url: string, { cookie, csrf }: Writer): (turn: number) => Promise<void> {
  return async (turn) => {
    const seen = (await answer(await fetch(`${url}${listPath({ sort: [{ field: 'key', descending: false }], from: turn, limit: 1 })}`, { headers: { cookie } }))) as Seen
    const [row] = seen.rows
    if (!row) throw new Error('there is an initiative to change')
    const headers = { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json', origin: url }
    await answer(await fetch(`${url}/api/demand/initiatives/${row.id}`, { method: 'PATCH', headers, body: JSON.stringify({ version: row.version, costMinor: String(1_000_000 + turn) }) }))
  }
}

async function answer(response: Response): Promise<unknown> {
  const body: unknown = await response.json()
  if (!response.ok) throw new Error(`answered ${response.status}: ${JSON.stringify(body)}`)
  return body
}
