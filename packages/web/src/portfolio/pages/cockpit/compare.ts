import { moneyFromWire, type ExplainedMoney, type ExplainedNumber } from '@throughline/contract/wire'
import { sameUnit, subtractMoney } from '@throughline/engine/kernel'
import type { Format } from '../../../format/index.ts'

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
