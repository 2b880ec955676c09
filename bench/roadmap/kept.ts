import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** What is measured of an instance: the engine, the others, what page and worker carry, value against budgets, how soon prices settle, what holds the page's own thread, and proofs by the engine and by HiGHS. */
export type Part = 'ours' | 'peers' | 'carried' | 'frontier' | 'settling' | 'thread' | 'exact' | 'exactHighs'

/** Measures by name; with a file, what it holds already is not measured again (null: nor is anything else), so that a long run can be taken up where it ended. */
export type Keeping = <T>(name: string, part: Part, measure: (() => T) | null) => T | null

type Line = { readonly name: string; readonly part: string; readonly figures: unknown }

/** Keeps figures as one JSON line each; without a file nothing is kept. */
export function keepingIn(file: string | undefined): Keeping {
  const known = new Map<string, unknown>()
  const lines = file !== undefined && existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((line) => line !== '') : []
  for (const line of lines) {
    const { name, part, figures } = JSON.parse(line) as Line
    known.set(`${part} ${name}`, figures)
  }
  return <T>(name: string, part: Part, measure: (() => T) | null): T | null => {
    const before = known.get(`${part} ${name}`)
    if (before !== undefined) return before as T
    if (measure === null) return null
    const figures = measure()
    if (file !== undefined) appendFileSync(file, `${JSON.stringify({ name, part, figures })}\n`)
    console.log(JSON.stringify({ name, part, figures }))
    return figures
  }
}
