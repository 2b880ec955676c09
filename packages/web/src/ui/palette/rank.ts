import { fuzzyMatch } from './fuzzy.ts'
import type { ReactNode } from 'react'

/** Something a person can do or go to by typing. */
export type Command = {
  readonly key: string
  readonly label: string
  /** Heading under which it stands: `Go to`, `Initiatives`. */
  readonly group: string
  readonly icon?: ReactNode
  /** Small print at the right: a shortcut or where the thing belongs. */
  readonly note?: string
  /** Other words that find it. */
  readonly keywords?: string
  run(): void
}

export type Ranked = { readonly command: Command; readonly at: readonly number[] }

/** Commands that match, best first, at most `limit`; without a query, all in their order. */
export function rankCommands(query: string, commands: readonly Command[], limit = 40): readonly Ranked[] {
  if (query.trim() === '') return commands.slice(0, limit).map((command) => ({ command, at: [] }))
  const found = commands.flatMap((command) => {
    const inLabel = fuzzyMatch(query, command.label)
    const inKeywords = command.keywords ? fuzzyMatch(query, command.keywords) : undefined
    const best = inLabel ?? (inKeywords && { score: inKeywords.score - 5, at: [] })
    return best ? [{ command, at: best.at, score: best.score }] : []
  })
  return found.sort((a, b) => b.score - a.score).slice(0, limit)
}

/** Ranked commands under their headings; the heading of the best match comes first. */
export function groupRanked(ranked: readonly Ranked[]): readonly { readonly group: string; readonly items: readonly Ranked[] }[] {
  const groups = new Map<string, Ranked[]>()
  for (const item of ranked) {
    const items = groups.get(item.command.group) ?? []
    items.push(item)
    groups.set(item.command.group, items)
  }
  return [...groups].map(([group, items]) => ({ group, items }))
}
