import type { NewWorkshop, Workshop } from '@throughline/contract/strategy'
import { refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'

/** What a workshop can be held on: perspectives, and objectives with the shares that they have now. */
export type Weighable = { readonly perspectives: readonly { readonly id: string; readonly name: string }[]; readonly objectives: readonly (Workshop['objectives'][number] & { readonly perspectiveId: string })[] }
export type Level = { readonly perspectiveId: string | null; readonly name: string; readonly objectives: Workshop['objectives'] }

/** Objectives that people can compare in pairs, each with each: 105 comparisons. */
const mostPaired = 15

/** The objectives of one level: of a perspective, or all. Refused where there are fewer than two, or more than can be compared in pairs. */
export function levelOf({ perspectives, objectives }: Weighable, { perspectiveId = null, method }: Pick<NewWorkshop, 'perspectiveId' | 'method'>): Result<Level, Refusal<'workshop_unsound'>> {
  const unsound = (reason: string) => refuse({ code: 'workshop_unsound' as const, values: { reason } })
  const perspective = perspectives.find(({ id }) => id === perspectiveId)
  if (perspectiveId !== null && !perspective) return unsound('The perspective is not one of the strategy.')
  const name = perspective?.name ?? 'All objectives'
  const own = objectives.filter((one) => perspectiveId === null || one.perspectiveId === perspectiveId)
  if (own.length < 2) return unsound(`${name}: found ${own.length === 0 ? 'no objective' : 'one objective'}; expected at least two to weigh.`)
  if (method === 'pairwise' && own.length > mostPaired) return unsound(`${name}: found ${own.length} objectives; expected at most ${mostPaired} for comparison in pairs. Weigh one perspective at a time, or judge another way.`)
  return { ok: true, value: { perspectiveId, name, objectives: own.map(({ key, statement, description, weight }) => ({ key, statement, description, weight })) } }
}
