import { moneyFromWire, type ExplainedMoney, type ExplainedNumber } from '@throughline/contract/wire'
import { sameUnit, subtractMoney } from '@throughline/engine/kernel'
import type { Cockpit } from '@throughline/contract/portfolio'
import type { Format } from '../../../format/index.ts'
import { healthOrder, ratingMove } from '../../../format/index.ts'
import type { MoveKind } from './words.ts'

/** A comparison in words with the way it points; `better` says which way is good, if either is. */
export type Comparison = { readonly words: string; readonly direction?: 'up' | 'down' | 'level'; readonly tone?: 'good' | 'bad' }
export type Better = 'higher' | 'lower' | 'neither'

/** Money now against money at the previous publication, or why the two cannot be compared. */
export function compareMoney(now: ExplainedMoney['metric'], before: ExplainedMoney['metric'], better: Better, than: string, format: Format): Comparison | undefined {
  if (now.status !== 'ok') return undefined
  if (before.status !== 'ok') return { words: 'Nothing earlier to compare with' }
  const [a, b] = [moneyFromWire(now.value), moneyFromWire(before.value)]
  if (!sameUnit(a, b)) return { words: `Not comparable with ${than}: different money` }
  const change = subtractMoney(a, b)
  const size = format.moneyShort({ ...change, minor: change.minor < 0n ? -change.minor : change.minor })
  const share = b.minor === 0n ? '' : ` (${format.signed((Number(change.minor) / Math.abs(Number(b.minor))) * 100, 0)}%)`
  return inWords(Number(change.minor), `${size} `, share, better, than)
}

/** A number now against the same at the previous publication. */
export function compareNumber(now: ExplainedNumber['metric'], before: ExplainedNumber['metric'], better: Better, than: string, write: (value: number) => string): Comparison | undefined {
  if (now.status !== 'ok') return undefined
  if (before.status !== 'ok') return { words: 'Nothing earlier to compare with' }
  const change = now.value - before.value
  return inWords(change, `${write(Math.abs(change))} `, '', better, than)
}

function inWords(change: number, size: string, share: string, better: Better, than: string): Comparison {
  if (change === 0) return { words: `As at ${than}`, direction: 'level' }
  const up = change > 0
  const tone = better === 'neither' ? undefined : up === (better === 'higher') ? 'good' : 'bad'
  return { words: `${size}${up ? 'more' : 'less'} than ${than}${share}`, direction: up ? 'up' : 'down', ...(tone ? { tone } : {}) }
}

type Movement = Cockpit['moved']['items'][number]

/** Which of the counted movements an item belongs to; undefined for one that is listed but not counted. */
export function moveKindOf(item: Movement): MoveKind | undefined {
  switch (item.kind) {
    case 'joined':
    case 'left':
      return item.kind
    case 'rating':
      return ratingKind(item)
    case 'cost':
      return signOf(item.change) > 0 ? 'costUp' : signOf(item.change) < 0 ? 'costDown' : undefined
    case 'end':
      return (item.days ?? 0) > 0 ? 'slipped' : undefined
    case 'benefits':
      return undefined
  }
}

/** Movements in the order in which they are told: falls in rating by how low they end, then growing cost and slipping ends by size, then the rest. */
export function inOrderOfWeight(items: readonly Movement[]): readonly Movement[] {
  const rank = (item: Movement): number => {
    const kind = moveKindOf(item)
    return kind === undefined ? told.length : told.indexOf(kind)
  }
  return [...items].sort((a, b) => rank(a) - rank(b) || sizeOf(b) - sizeOf(a) || a.initiative.name.localeCompare(b.initiative.name))
}
const told: readonly MoveKind[] = ['worse', 'costUp', 'slipped', 'better', 'costDown', 'joined', 'left', 'notComparable']

/** How much a movement weighs among those of its kind: a rating by how low it is now, the rest by money or days. */
function sizeOf({ kind, change, days, toRating }: Movement): number {
  if (kind === 'rating') return toRating ? healthOrder.length - healthOrder.indexOf(toRating.level) : 0
  return change.status === 'ok' ? Math.abs(Number(change.value.minor)) : Math.abs(days ?? 0)
}

function ratingKind({ fromRating, toRating }: Movement): MoveKind | undefined {
  if (fromRating && toRating && fromRating.scale !== toRating.scale) return 'notComparable'
  const move = ratingMove(fromRating, toRating)
  return move === 'same' ? undefined : move
}

const signOf = (change: ExplainedMoney['metric']): number => (change.status === 'ok' ? Math.sign(Number(change.value.minor)) : 0)
