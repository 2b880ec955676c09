import type { LoadedMethods, MethodPreview, MethodSheet, MethodUse, MethodUseEnd, NewMethodItem, NewMethodRating, NewMethodUse } from '@throughline/contract/governance'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import type { Outcome } from '../../outcome.ts'

/** What people do with the library. */
export type MethodActs = {
  add(item: NewMethodItem): Outcome
  change(item: MethodSheet, given: NewMethodItem): Outcome
  publish(item: MethodSheet, reason: string): Outcome
  retire(item: MethodSheet, given: { readonly reason: string; readonly successorId: string | null }): Outcome
  follow(item: MethodSheet, successorId: string | null): Outcome
  rate(item: MethodSheet, given: NewMethodRating): Outcome
  takeRatingBack(item: MethodSheet): Outcome
  use(initiativeId: string, given: NewMethodUse): Outcome
  end(use: MethodUse, given: Omit<MethodUseEnd, 'version'>): Outcome
  load(items: readonly NewMethodItem[]): Promise<Result<LoadedMethods, Problem>>
  preview(bytes: Uint8Array, fileName: string): Promise<Result<MethodPreview, Problem>>
}
/** Items to choose from, of all that are offered those that fit what was typed, and how many do. */
export type ItemChoices = { readonly found: readonly Named[]; readonly total: number; find(text: string): void }
export type Named = { readonly id: string; readonly name: string }
/** An element of a framework to choose. */
export type ElementChoice = { readonly frameworkId: string; readonly key: string; readonly label: string }
export type Form = { readonly acts: MethodActs; onClose(): void }
