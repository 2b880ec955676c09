import { money, undefinedBecause, type Currency, type UndefinedReason } from '@throughline/engine/kernel'
import { reasonOf, type Sum } from '../columns/index.ts'

/** Writes sums of those that have a figure as JSON of a metric, as `explainTotal` has it: nothing of nothing is zero, and where none has a figure there is no sum. */
export function sumsIn(currency: Currency): (sum: Sum) => string {
  const mark = '"minor":"'
  const text = JSON.stringify({ status: 'ok', value: { ...money(0n, currency), minor: '' } })
  const place = text.indexOf(mark) + mark.length
  const [before, after] = [text.slice(0, place), text.slice(place)]
  return ({ minor, rows, known, because }) => (rows > 0 && known === 0 ? JSON.stringify(undefinedBecause(commonReason(because, rows) ?? 'NOT_PUBLISHED')) : before + minor.toString() + after)
}

/** The one reason why none of some rows has an amount. */
function commonReason(because: Uint32Array, rows: number): UndefinedReason | undefined {
  const all = because.indexOf(rows)
  return all < 0 ? undefined : reasonOf(all)
}
