import type { WorkshopItem, WorkshopMethod } from '@throughline/contract/strategy'
import type { Tone } from '../../../ui/tone.ts'

/** The ways to judge, with what is asked. */
export const methodWords: Readonly<Record<WorkshopMethod, { readonly name: string; readonly ask: string }>> = {
  direct: { name: 'Points', ask: 'Give each objective points: as many as it counts beside the others. Only their proportions matter.' },
  swing: { name: 'Swing', ask: 'Think of every objective at its worst. The one you would first bring to its best has 100; say of the others how much their swing is worth beside it.' },
  rank: { name: 'Order', ask: 'Put the objectives in order, the one that counts most first. Two may share a rank.' },
  pairwise: { name: 'Pairs', ask: 'Compare two at a time: which counts more, and how many times. You may leave pairs out where the others connect all objectives.' },
}

export const stateLooks: Readonly<Record<WorkshopItem['state'], { readonly words: string; readonly tone: Tone }>> = {
  open: { words: 'People judge', tone: 'warn' },
  closed: { words: 'To be decided', tone: 'good' },
  decided: { words: 'Decided', tone: 'done' },
}

/** How many times one counts as much as another, in words. */
export function ratioWords(a: string, b: string, ratio: number): string {
  if (Math.abs(ratio - 1) < 1e-9) return `${a} and ${b} count the same`
  const [more, less, times] = ratio > 1 ? [a, b, ratio] : [b, a, 1 / ratio]
  return `${more} counts ${Number(times.toFixed(1))} times as much as ${less}`
}
