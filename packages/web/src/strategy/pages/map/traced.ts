import type { StrategyMap } from '@throughline/contract/strategy'
import { trace } from '@throughline/engine/strategy'

/** What drives an objective and what it drives, by ids; everything where none is selected. */
export function tracedOn({ links, objectives }: Pick<StrategyMap, 'links' | 'objectives'>, selected: string | undefined): { readonly objectives: ReadonlySet<string>; readonly links: ReadonlySet<string>; readonly drivers: number; readonly driven: number } {
  if (selected === undefined) return { objectives: new Set(objectives.map(({ id }) => id)), links: new Set(links.map(({ id }) => id)), drivers: 0, driven: 0 }
  const { upstream, downstream, linkIds } = trace(links.map(({ id, from, to, polarity, lag }) => ({ id, from, to, polarity: polarity === 'same' ? (1 as const) : (-1 as const), lag })), selected)
  return { objectives: new Set([selected, ...upstream, ...downstream]), links: linkIds, drivers: upstream.size, driven: downstream.size }
}
