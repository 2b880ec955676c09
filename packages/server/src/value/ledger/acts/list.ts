import { invariant } from '@throughline/engine/kernel'
import { valueProblems, type ClaimOutcomes, type LedgerRefusal } from '@throughline/contract/value'
import { wordsOf } from '@throughline/contract/wire'
import { ledgerRules, type Entry, type LedgerCode } from '@throughline/engine/value'
import type { Actor, Tx } from '../../../database/index.ts'
import { strangeFiles } from '../../evidence/index.ts'
import { allInWords } from '../words.ts'
import { postAllInto, type Intent, type Opened } from './post.ts'

type Outcome = ClaimOutcomes['outcomes'][number]
export type RefusedOf<Asked extends Intent> = { readonly intent: Asked; readonly refusal: LedgerRefusal }
export type Decided<Asked extends Intent> = RefusedOf<Asked> | { readonly entry: Entry }

/**
 * What becomes of each act of a list, in their order and each on top of those before it. One that was held back already, or whose
 * evidence names a file that is not there, is not judged at all.
 */
export async function decideEach<Asked extends Intent>(tx: Tx, opened: Opened, actor: Actor, intents: readonly Asked[], held: readonly (LedgerRefusal | undefined)[] = []): Promise<readonly Decided<Asked>[]> {
  const strange = await strangeFiles(tx, intents)
  const stopped = intents.map((_, at) => strange[at] ?? held[at])
  const posted = postAllInto(opened, actor, intents.filter((_, at) => stopped[at] === undefined)).values()
  const judged = intents.map((intent, at) => ({ intent, stop: stopped[at], posted: stopped[at] === undefined ? posted.next().value : undefined }))
  const broken = judged.flatMap(({ intent, posted: one }) => (one && !one.ok ? [{ intent, refusal: one.refusal }] : []))
  const told = (await allInWords(tx, opened.terms, broken)).values()
  return judged.map(({ intent, stop, posted: one }): Decided<Asked> => {
    if (one?.ok) return { entry: one.value }
    const refusal = stop ?? told.next().value
    invariant(refusal, 'an act of a list is posted or refused')
    return { intent, refusal }
  })
}

export const entriesOf = (decided: readonly Decided<Intent>[]): readonly Entry[] => decided.flatMap((one) => ('entry' in one ? [one.entry] : []))
export const refusedOf = <Asked extends Intent>(decided: readonly Decided<Asked>[]): readonly RefusedOf<Asked>[] => decided.flatMap((one) => ('refusal' in one ? [one] : []))

/** Of each act its entry, or the rule and the figures that forbid it, also in words. */
export const outcomesOf = (decided: readonly Decided<Intent>[]): Outcome[] =>
  decided.map((one) => ('refusal' in one ? { code: one.refusal.code, rule: ruleOf(one.refusal), words: wordsFor(one.refusal), values: { ...one.refusal.values } } : { entryId: one.entry.id, withheld: one.entry.withheld ? String(one.entry.withheld.amount) : null }))

/** Nothing was posted since not everything could be: which rows, each by its rule and figures. */
export function noneOf(outcomes: readonly Outcome[]): LedgerRefusal {
  const rows = outcomes.flatMap((outcome, at) => ('code' in outcome ? [{ row: at + 1, ...outcome }] : []))
  return { code: 'claims_refused', values: { refused: rows.length, asked: outcomes.length, first: `row ${rows[0]?.row ?? 1}: ${rows[0]?.words ?? ''}`, rows } }
}

export const ruleOf = ({ code }: LedgerRefusal): string => ledgerRules[code as LedgerCode] ?? ''
export const wordsFor = (refusal: LedgerRefusal): string => wordsOf(valueProblems[refusal.code], refusal.values)
