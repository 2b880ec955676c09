import type { Answer, People } from '../../database/index.ts'

/** An act on whatever an organisation holds by now; undefined where there is nothing to act on. */
export type DrawnAct = () => Promise<Answer | undefined>

/** Who acts: the owner approves and settles, the editor does the rest. */
export type Writers = Pick<People, 'owner' | 'editor'>

/** What acts draw: one of several things, an act on what was found, an initiative, a name, an amount, a number below a limit. */
export type Drawing = {
  readonly one: <T>(from: readonly T[]) => T | undefined
  readonly on: <T>(found: Promise<T | undefined>, act: (thing: T) => Promise<Answer | undefined>) => Promise<Answer | undefined>
  readonly row: () => Promise<{ readonly id: string; readonly version: number; readonly state: string } | undefined>
  readonly word: () => string
  readonly minor: () => string
  readonly below: (limit: number) => number
}

/** The days on which lists are published and actuals recorded. */
export const days = ['2025-09-30', '2026-03-31', '2026-06-30'] as const

/** Several acts as one, each on what those before it left: what the first that was refused was answered, else what the last was. Where what they write is shown by no dated read, there is nothing to look at between them. */
export const inTurn = (acts: Readonly<Record<string, DrawnAct>>): DrawnAct => async () => {
  let last: Answer | undefined
  for (const act of Object.values(acts)) {
    const answer = await act()
    if (answer && answer.status >= 300) return answer
    last = answer ?? last
  }
  return last
}
