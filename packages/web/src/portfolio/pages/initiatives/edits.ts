import type { InitiativeChange, InitiativeRow, Rating } from '@throughline/contract/demand'
import { minorDigits, ok, parseDecimal, refuse, type Result } from '@throughline/engine/kernel'
import { ratingLooks, scaleWords } from '../../../format/index.ts'
import type { CellValue, EntryRefusal } from '../../../ui/grid/index.ts'

type Change = Omit<InitiativeChange, 'version'>

/** What entering a value in a cell asks of the server, or why it cannot be meant. */
export function changeOf(row: InitiativeRow, column: string, value: CellValue, currency: string): Result<Change, EntryRefusal> {
  const text = value === null || String(value).trim() === '' ? null : String(value).trim()
  switch (column) {
    case 'name':
      return text === null ? refuse({ message: 'An initiative has a name.' }) : ok({ name: text })
    case 'state':
      return text === null ? refuse({ message: 'An initiative has a state.' }) : ok({ state: text as InitiativeRow['state'] })
    case 'mandatory':
      return ok({ mandatory: text === 'yes' })
    case 'unit':
      return ok({ unitId: text })
    case 'category':
      return ok({ category: text })
    case 'sponsor':
      return ok({ sponsor: text })
    case 'startOn':
      return ok({ startOn: text })
    case 'endOn':
      return ok({ endOn: text })
    case 'cost':
    case 'benefits':
      return amountChange(column, text, currency)
    case 'rating':
      return ratingChange(row, text as Rating['level'] | null)
    default:
      return refuse({ message: 'This figure is computed and cannot be entered.' })
  }
}

/** Millions as typed, exact to the minor unit. */
function amountChange(field: 'cost' | 'benefits', text: string | null, currency: string): Result<Change, EntryRefusal> {
  const minor = text === null ? null : parseDecimal(text, minorDigits(currency) + 6)
  if (minor === undefined) return refuse({ message: `Found ${text}; expected an amount in millions, such as 12.5.` })
  const amount = minor === null ? null : minor.toString()
  return ok(field === 'cost' ? { costMinor: amount } : { benefitsMinor: amount })
}

const mixed: readonly Rating['level'][] = ['amber_green', 'amber_red']

/** A rating stays on the scale of the row; without one, a mixed level means the five-point scale and any other the three-point scale. */
function ratingChange({ rating }: InitiativeRow, level: Rating['level'] | null): Result<Change, EntryRefusal> {
  if (level === null) return ok({ rating: null })
  const scale = rating?.scale ?? (mixed.includes(level) ? 'five_point' : 'three_point')
  if (scale === 'three_point' && mixed.includes(level)) return refuse({ message: `It is rated on the ${scaleWords[scale]}, which has no ${ratingLooks[level].words}.` })
  return ok({ rating: { scale, level } })
}
