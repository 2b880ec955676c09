import type { SavedSelection } from '@throughline/contract/portfolio'
import { useFormat, type Format } from '../../format/index.ts'
import { StatusMark } from '../../ui/display/Status.tsx'
import { valueText } from '../words.ts'

type Proved = Pick<SavedSelection, 'proved' | 'gap' | 'bound' | 'totalValue' | 'valueUnit' | 'totalCost'>

/** How sure it is that nothing better exists, in a few words. */
export function proofWords({ proved, gap, bound, totalValue, valueUnit, totalCost }: Proved, format: Format): string {
  if (proved) return 'Proved best'
  if (gap !== null) return `At most ${format.percent(gap, 2)} better possible`
  if (bound === null || totalValue === null || totalCost === null) return 'Not proved best'
  return `Up to ${valueText(bound - totalValue, valueUnit, totalCost.currency, format)} more possible`
}

/** The same with its mark. */
export function ProofMark({ of, quiet = true }: { readonly of: Proved; readonly quiet?: boolean }) {
  return <StatusMark quiet={quiet} tone={of.proved ? 'done' : 'warn'} word={proofWords(of, useFormat())} />
}

/** Says when the portfolio has moved since the figures were computed. */
export const StaleMark = ({ stale, quiet = true }: { readonly stale: boolean; readonly quiet?: boolean }) => <StatusMark quiet={quiet} tone={stale ? 'warn' : 'good'} word={stale ? 'The portfolio has moved' : 'Up to date'} />
