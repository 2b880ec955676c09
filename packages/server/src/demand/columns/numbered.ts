import { numberIds, type Ids } from './ids.ts'
import type { Lines, Listed, Seen } from './shape.ts'
import { codeTexts, type Texts } from './texts.ts'

/** What all moments of an organisation share: the numbers of its initiatives and units, the codes of its texts, and what was published. */
export type Shared = {
  readonly ids: Ids
  readonly unitIds: Ids
  readonly texts: Texts
  /** By publication, as far as they were asked for: what was published never changes. */
  readonly listed: Map<string, Promise<Listed>>
  readonly lines: Map<string, Promise<Lines>>
  /** By the publications that are known, and which of them count. */
  readonly seen: Map<string, Seen>
}

export const shareNothing = (): Shared => ({ ids: numberIds(), unitIds: numberIds(), texts: codeTexts(), listed: new Map(), lines: new Map(), seen: new Map() })

/** Lets others have their turn: between two parts of a long work. */
export const pause = (): Promise<void> => new Promise((resume) => void setImmediate(resume))

/** A result that many wait for; a failure is not kept. */
export async function once<T>(kept: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const before = kept.get(name)
  if (before) return before
  const making = make()
  kept.set(name, making)
  making.catch(() => kept.delete(name))
  return making
}
