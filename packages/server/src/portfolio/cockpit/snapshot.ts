import { money, type Currency, type Money } from '@throughline/engine/kernel'
import type { ObjectiveFacts } from '@throughline/engine/strategy'
import type { Tx } from '../../database/index.ts'
import { readPositions, type Positions, type PublicationRow } from '../../demand/index.ts'
import { readOrganisation } from '../../people/index.ts'
import { readObjectives } from '../../strategy/index.ts'
import { linesNow, linesOf, type Lines } from './store/lines.ts'

/** What every part of the cockpit is read from: the lines of now and those before, and what is few whatever the number of initiatives. */
export type Snapshot = {
  readonly tx: Tx
  readonly currency: Currency
  readonly zero: Money
  readonly positions: Positions
  /** In force, oldest first. */
  readonly publications: readonly PublicationRow[]
  readonly previous: PublicationRow | undefined
  readonly now: Lines
  readonly before: Lines | undefined
  readonly objectives: readonly ObjectiveFacts[]
}

export async function readSnapshot(tx: Tx): Promise<Snapshot> {
  const { currency } = await readOrganisation(tx)
  const { publications, ...positions } = await readPositions(tx)
  // An update of a part is no position of the whole: it is neither compared with nor a point of the trend.
  const previous = publications.slice(0, -1).filter(({ whole }) => whole).at(-1)
  return { tx, currency, zero: money(0n, currency), positions, publications, previous, now: linesNow(positions), before: previous && linesOf(previous.id), objectives: await readObjectives(tx) }
}
