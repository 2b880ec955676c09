import { changeFields, type Between, type Cause, type ChangeField, type MomentLine, type Step } from './moment.ts'

/** How a move touches a total: with the initiative, by an amount that is known now or no more, or by another amount. */
export type Effect = 'joined' | 'left' | 'became_known' | 'became_unknown' | 'changed'
/** By how much one cause moved one amount of one initiative, in minor units. */
export type Move = { readonly field: ChangeField; readonly cause: Cause; readonly effect: Effect; readonly minor: bigint }
/** One initiative between the two moments; `from` is null where it joined, `to` where it left. */
export type Moved = { readonly line: MomentLine; readonly from: MomentLine | null; readonly to: MomentLine | null; readonly moves: readonly Move[] }

/**
 * What moved each initiative, step by step: after − before of every step, an amount that is not there counting for nothing, as in a
 * total. The moves of an initiative sum exactly to the difference of its two moments; one that did not move has none.
 */
export function movedBetween({ from, to, steps, otherwise }: Between): readonly Moved[] {
  const [earlier, later] = [byId(from), byId(to)]
  const own = Map.groupBy(steps, ({ initiativeId }) => initiativeId)
  return [...new Set([...earlier.keys(), ...later.keys()])].map((id) => {
    const [was, is] = [earlier.get(id) ?? null, later.get(id) ?? null]
    return { line: (is ?? was) as MomentLine, from: was, to: is, moves: movesOf(was, is, own.get(id) ?? [], otherwise) }
  })
}

const byId = (lines: readonly MomentLine[]): ReadonlyMap<string, MomentLine> => new Map(lines.map((line) => [line.id, line]))

function movesOf(from: MomentLine | null, to: MomentLine | null, steps: readonly Step[], otherwise: Cause): readonly Move[] {
  if (!from || !to) {
    const [line, effect, sign] = to ? ([to, 'joined', 1n] as const) : ([from, 'left', -1n] as const)
    return changeFields.flatMap((field) => (line?.amounts[field] ? [{ field, cause: effect, effect, minor: sign * line.amounts[field] }] : []))
  }
  const last: Step = { initiativeId: to.id, cause: otherwise, amounts: to.amounts }
  return changeFields.flatMap((field) => added(movesOfField(field, from.amounts[field], [...steps, last])))
}

function movesOfField(field: ChangeField, from: bigint | null, steps: readonly Step[]): readonly Move[] {
  let before = from
  return steps.flatMap(({ cause, amounts }) => {
    const [was, is] = [before, amounts[field]]
    before = is
    if (was === is) return []
    const effect: Effect = was === null ? 'became_known' : is === null ? 'became_unknown' : 'changed'
    return [{ field, cause, effect, minor: (is ?? 0n) - (was ?? 0n) }]
  })
}

/** Moves of one cause and effect in one; what comes to nothing is dropped, except for what is known now or no more. */
function added(moves: readonly Move[]): readonly Move[] {
  return [...Map.groupBy(moves, ({ cause, effect }) => `${cause} ${effect}`).values()].flatMap(([first, ...more]) => {
    if (!first) return []
    const minor = more.reduce((sum, move) => sum + move.minor, first.minor)
    return minor === 0n && first.effect === 'changed' ? [] : [{ ...first, minor }]
  })
}
