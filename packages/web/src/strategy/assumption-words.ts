import type { Assumption } from '@throughline/contract/strategy'
import type { Tone } from '../ui/tone.ts'

/** How an assumption stands, wherever it is told. */
export const assumptionLooks: Readonly<Record<Assumption['standing'], { readonly tone: Tone; readonly word: string }>> = {
  tripped: { tone: 'bad', word: 'Tripped: to be reviewed' }, review_due: { tone: 'warn', word: 'Review due' }, untested: { tone: 'none', word: 'Never reviewed' }, holding: { tone: 'good', word: 'Holds' }, given_up: { tone: 'done', word: 'Given up' },
}
