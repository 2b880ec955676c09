import { writeArchive, type ArchiveRow, type ArchiveTable } from '@throughline/exchange/archive'
import { withOrg, type Actor, type Db, type Tx } from '../../database/index.ts'
import { readOrganisation } from '../../people/index.ts'
import { productVersion } from '../../product.ts'
import { ownTables, peopleOf, rowsOf } from './catalogue-store.ts'

/** The pieces of an archive of everything the organisation has, of one snapshot: made as they are taken, so that no more than a few rows are held. */
export async function* saveArchive(db: Db, actor: Actor, now: Date): AsyncGenerator<Uint8Array, void, undefined> {
  const handed = handing<Uint8Array>()
  const saving = withOrg(db, actor, async (tx) => {
    const { id, name } = await readOrganisation(tx)
    const header = { product: { name: 'Throughline', version: productVersion }, organisation: { id, name }, exportedAt: now.toISOString() }
    for await (const piece of writeArchive(header, tablesOf(tx))) if (!(await handed.give(piece))) return
  }).then(handed.end, handed.fail)
  try {
    yield* handed.taken()
  } finally {
    handed.stop()
    await saving
  }
}

/** People first, then every table after those it refers to. */
async function* tablesOf(tx: Tx): AsyncGenerator<ArchiveTable> {
  yield { name: 'account', key: ['id'], rows: await peopleOf(tx) }
  for (const table of await ownTables(tx)) yield { name: table.name, key: table.key.length > 0 ? table.key : [table.columns[1] ?? 'id'], rows: parsed(rowsOf(tx, table)) }
}

async function* parsed(lines: AsyncIterable<string>): AsyncGenerator<ArchiveRow> {
  for await (const line of lines) yield JSON.parse(line) as ArchiveRow
}

/** Hands values from one who makes them to one who takes them, one at a time; who makes waits until the last was taken. */
function handing<T>() {
  let waiting: { readonly value: T; readonly took: (more: boolean) => void } | undefined
  let over: { readonly error?: unknown } | undefined
  let wake = (): void => undefined
  return {
    give: (value: T) => new Promise<boolean>((took) => {
      if (over) return took(false)
      waiting = { value, took }
      wake()
    }),
    end: () => {
      over ??= {}
      wake()
    },
    fail: (error: unknown) => {
      over ??= { error }
      wake()
    },
    stop: () => {
      over ??= {}
      waiting?.took(false)
    },
    async *taken(): AsyncGenerator<T, void, undefined> {
      for (;;) {
        if (waiting) {
          const { value, took } = waiting
          waiting = undefined
          let more = false
          try {
            yield value
            more = true
          } finally {
            took(more)
          }
        } else if (over) {
          if ('error' in over) throw over.error
          return
        } else await new Promise<void>((resolve) => (wake = resolve))
      }
    },
  }
}
