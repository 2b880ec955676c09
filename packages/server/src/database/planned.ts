import { sql, type RawBuilder } from 'kysely'
import type pg from 'pg'
import type { Tx } from './tables.ts'
import { snapshotOf } from './with-org.ts'

const mark = '/* planned'

/**
 * Begins a statement, in the place of its first words, that is asked at almost every question or act and always has the same text: each connection plans it once, which costs
 * many times what it takes to run it under the policies of its tables. As of a moment other tables answer, so that it has a plan of its own.
 */
export const planned = (tx: Tx, begins: 'select' | 'with' | 'insert into' = 'select'): RawBuilder<unknown> => sql.raw(`${begins} ${mark}${snapshotOf(tx)?.past ? ' past' : ''} */`)

const names = new Map<string, string>()
const isPlanned = (text: string): boolean => text.slice(0, 'insert into '.length + mark.length).includes(mark)

/** Has a connection keep the plans of statements that are marked. */
export function keepPlans(client: pg.ClientBase): void {
  const query = client.query.bind(client) as (...asked: readonly unknown[]) => unknown
  client.query = ((text: unknown, ...others: readonly unknown[]) => {
    if (typeof text !== 'string' || !isPlanned(text) || !Array.isArray(others[0])) return query(text, ...others)
    const name = names.get(text) ?? `planned_${names.size}`
    names.set(text, name)
    return query({ name, text, values: others[0] })
  }) as typeof client.query
}
