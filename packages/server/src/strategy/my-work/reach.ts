import type { SightRef } from '@throughline/contract/strategy'
import type { Found } from '../sight/walk.ts'

export const keyOf = ({ kind, id }: SightRef): string => `${kind} ${id}`

/** What each thing leads to by some steps, itself among it where it is of such a kind: upwards to objectives, or down to what was recorded. What works against an objective does not contribute to it. */
export function reachOf(own: readonly SightRef[], links: readonly Found[], way: 'up' | 'down', kinds: readonly SightRef['kind'][]): ReadonlyMap<string, readonly SightRef[]> {
  const next = new Map<string, SightRef[]>()
  for (const { fromKind, from, toKind, to, strength } of links) {
    if (strength !== undefined && strength < 0) continue
    const [here, there]: readonly [SightRef, SightRef] = way === 'down' ? [{ kind: fromKind, id: from }, { kind: toKind, id: to }] : [{ kind: toKind, id: to }, { kind: fromKind, id: from }]
    next.set(keyOf(here), [...(next.get(keyOf(here)) ?? []), there])
  }
  return new Map(own.map((one) => [keyOf(one), reached(one, next).filter(({ kind }) => kinds.includes(kind))]))
}

function reached(from: SightRef, next: ReadonlyMap<string, readonly SightRef[]>): readonly SightRef[] {
  const found = new Map([[keyOf(from), from]])
  for (const one of found.values()) for (const each of next.get(keyOf(one)) ?? []) if (!found.has(keyOf(each))) found.set(keyOf(each), each)
  return [...found.values()]
}
