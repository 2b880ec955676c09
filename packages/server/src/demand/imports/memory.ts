import { headerFingerprint, type MappingMemory } from '@throughline/exchange/portfolio'
import type { MemoryRow } from '../store/import-memory.ts'

/** What counts of what was learnt: of every heading the newest choice that was not forgotten. */
export function memoryInForce(lessons: readonly MemoryRow[]): MappingMemory {
  return Object.assign({}, ...lessons.filter(({ forgotten_at }) => forgotten_at === null).toReversed().map(({ choices }) => choices)) as MappingMemory
}

/** The newest lesson that taught one of the headings, with how many it taught. */
export function lessonOf(lessons: readonly MemoryRow[], headings: readonly string[]): { readonly lesson: MemoryRow; readonly columns: number } | undefined {
  const prints = headings.map(headerFingerprint)
  const lesson = lessons.find(({ forgotten_at, choices }) => forgotten_at === null && prints.some((print) => Object.hasOwn(choices, print)))
  return lesson && { lesson, columns: prints.length }
}
