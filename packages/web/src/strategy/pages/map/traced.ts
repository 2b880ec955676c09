import type { StrategyMap } from '@throughline/contract/strategy'
import { trace } from '@throughline/engine/strategy'
import { commonEdges, servingLinks } from './below.ts'

/** What drives an objective and what it drives, by ids, with the objectives of units that lead to them and what belongs together with it; everything where none is selected. Only objectives of the organisation are counted. */
export function tracedOn({ links, objectives, unitObjectives, commonLinks }: Pick<StrategyMap, 'links' | 'objectives' | 'unitObjectives' | 'commonLinks'>, selected: string | undefined): { readonly objectives: ReadonlySet<string>; readonly links: ReadonlySet<string>; readonly drivers: number; readonly driven: number } {
  const [serving, common] = [servingLinks(unitObjectives), commonEdges({ commonLinks }, new Set(unitObjectives.map(({ id }) => id)))]
  if (selected === undefined) return { objectives: new Set([...objectives, ...unitObjectives].map(({ id }) => id)), links: new Set([...links, ...serving, ...common].map(({ id }) => id)), drivers: 0, driven: 0 }
  const claims = links.map(({ id, from, to, polarity, lag }) => ({ id, from, to, polarity: polarity === 'same' ? (1 as const) : (-1 as const), lag }))
  const { upstream, downstream, linkIds } = trace([...claims, ...serving.map((link) => ({ ...link, polarity: 1 as const, lag: 0 }))], selected)
  const own = new Set(objectives.map(({ id }) => id))
  const counted = (ids: ReadonlySet<string>): number => [...ids].filter((id) => own.has(id)).length
  const together = common.filter(({ from, to }) => from === selected || to === selected)
  return { objectives: new Set([selected, ...upstream, ...downstream, ...together.flatMap(({ from, to }) => [from, to])]), links: new Set([...linkIds, ...together.map(({ id }) => id)]), drivers: counted(upstream), driven: counted(downstream) }
}
