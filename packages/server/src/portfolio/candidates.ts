import { mostCandidates, type PortfolioRefusal } from '@throughline/contract/portfolio'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { ValueChoice } from '@throughline/engine/portfolio'
import type { Tx } from '../database/index.ts'
import { columnsOf, idsAsked, type Columns } from '../demand/index.ts'

/**
 * Who may be a candidate under an ask of the list: undefined where nothing narrows it. Refused, before anything more is read, where
 * more have a cost and a value than a solver can weigh against each other.
 */
export async function candidatesAsked(tx: Tx, value: ValueChoice, ask: string | undefined): Promise<Result<readonly string[] | undefined, PortfolioRefusal>> {
  const columns = await columnsOf(tx)
  const asked = ask === undefined ? undefined : await idsAsked(tx, ask)
  if (asked && !asked.ok) {
    const { place, found, expected } = asked.refusal.values ?? {}
    return refuse({ code: 'selection_invalid', values: { reason: `The filter of candidates cannot be asked: ${String(place)}: found ${String(found)}; expected ${String(expected)}.` } })
  }
  const rows = asked ? asked.value.flatMap((id) => columns.ids.find(id) ?? []) : Array.from({ length: columns.size }, (_, row) => row)
  const found = rows.filter((row) => isCandidate(columns, row, value)).length
  return found > mostCandidates ? refuse({ code: 'selection_too_large', values: { found, limit: mostCandidates } }) : ok(asked?.value)
}

/** Whether an initiative is listed now and has a cost and what is maximised: a few that cost nothing may be counted with them. */
function isCandidate({ there, seen, cost, benefits, links }: Columns, row: number, value: ValueChoice): boolean {
  if (!there[row] || !seen.current[row] || cost.because[row] !== 0) return false
  return value === 'strategic' ? (links.start[row + 1] ?? 0) > (links.start[row] ?? 0) : benefits.because[row] === 0
}

/** What is left of a plan or of facts where only some initiatives may be candidates. */
export function narrowedTo<T extends { readonly initiatives: readonly { readonly id: string }[] }>(facts: T, ids: readonly string[] | null | undefined): T {
  if (!ids) return facts
  const asked = new Set(ids)
  return { ...facts, initiatives: facts.initiatives.filter(({ id }) => asked.has(id)) }
}
