import { money, type Currency, type Money } from '@throughline/engine/kernel'
import type { ObjectiveFacts } from '@throughline/engine/strategy'
import type { Tx } from '../../database/index.ts'
import { columnsOf, linesOf, type Columns, type PublicationRow } from '../../demand/index.ts'
import { gone, positionNow, positionOf, type Position } from './lines/position.ts'
import { readHelpBelow } from '../../strategy/index.ts'
import { servingOf, type Serving } from './lines/serving.ts'
import { readPublishedNames } from './store.ts'

/** What every part of the cockpit is read from: the lines of now and those before, and what is few whatever the number of initiatives. */
export type Snapshot = {
  readonly tx: Tx
  readonly columns: Columns
  readonly currency: Currency
  readonly zero: Money
  /** In force, oldest first. */
  readonly publications: readonly PublicationRow[]
  readonly previous: PublicationRow | undefined
  readonly now: Position
  readonly before: Position | undefined
  readonly objectives: readonly ObjectiveFacts[]
  /** Who serves what, through objectives of units too. */
  readonly serving: Serving
}

export async function readSnapshot(tx: Tx): Promise<Snapshot> {
  const columns = await columnsOf(tx)
  const { publications } = columns.positions
  // An update of a part is no position of the whole: it is neither compared with nor a point of the trend.
  const previous = publications.slice(0, -1).filter(({ whole }) => whole).at(-1)
  return { tx, columns, currency: columns.currency, zero: money(0n, columns.currency), publications, previous, now: positionNow(columns), before: previous && (await readPosition(tx, columns, previous.id)), objectives: columns.objectives, serving: servingOf(columns, await readHelpBelow(tx, columns.objectives)) }
}

/** What a publication said of each initiative. */
export async function readPosition(tx: Tx, columns: Columns, publicationId: string): Promise<Position> {
  const lines = await linesOf(tx, publicationId)
  const rows = gone(columns, lines)
  return positionOf(columns, lines, rows.length === 0 ? new Map() : await readPublishedNames(tx, columns.ids, publicationId, rows))
}
