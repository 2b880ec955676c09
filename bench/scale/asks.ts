import type { ListAsk } from '../../packages/contract/src/demand/index.ts'
import { random } from '../../packages/engine/src/kernel/index.ts'

const states = ['idea', 'case', 'approved', 'active', 'on_hold', 'closing']
const words = ['rail', 'hospital', 'border', 'grid', 'school', 'tax', 'fleet', 'water']
const sorts = ['cost', 'benefits', 'name', 'endOn', 'ratio', 'rating', 'startOn', 'alignment', 'sponsor', 'key'] as const
const groups = ['unit', 'category', 'rating', 'state', 'kind'] as const

/** A window of 200 rows as somebody might look at it: always filtered, sorted and grouped, and no two seeds alike in all of it. */
export function drawAsk(seed: number, initiatives: number): ListAsk {
  const { below } = random(seed)
  const one = <T>(from: readonly T[]): T => from[below(from.length)] as T
  const filters: ListAsk['filters'] = [
    { field: 'state', op: 'any_of', values: [one(states), one(states), one(states)] },
    ...(below(2) === 0 ? [{ field: 'cost', op: 'at_least' as const, values: [String(below(1000) * 1_000_000)] }] : [{ field: 'endOn', op: 'at_most' as const, values: [`20${20 + below(8)}-0${1 + below(9)}-15`] }]),
  ]
  return {
    current: below(4) > 0, filters, ...(below(5) === 0 ? { search: one(words) } : {}), sort: [{ field: one(sorts), descending: below(2) === 0 }],
    groups: [...new Set([one(groups), ...(below(3) === 0 ? [one(groups)] : [])])], from: below(3) === 0 ? below(Math.max(1, Math.floor(initiatives / 5))) : 0, limit: 200,
  }
}

export const listPath = (ask: ListAsk, asOf?: string): string => `/api/demand/initiatives-window?ask=${encodeURIComponent(JSON.stringify(ask))}${asOf ? `&asOf=${asOf}` : ''}`
export const cockpitPath = (asOf?: string): string => `/api/portfolio/cockpit${asOf ? `?asOf=${asOf}` : ''}`

/** The `n`th of `of` instants in the tenth year back, a few days apart. */
export const longAgo = (n: number, of: number): string => new Date(Date.UTC(2016, 7, 1, 9) + (n % of) * (330 / of) * 86_400_000).toISOString()

/** What changed within the thirty days after an instant. */
export const changesPath = (from: string): string => `/api/portfolio/changes?from=${from}&to=${new Date(Date.parse(from) + 30 * 86_400_000).toISOString()}`
