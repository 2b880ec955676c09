import type { Judgement, Workshop } from '@throughline/contract/strategy'
import { judgedWeights, weightUnits, type JudgedWeights } from '@throughline/engine/strategy'

/** What is entered while somebody judges: by key, and by pair; null where nothing is said yet. */
export type Entered = { readonly values: Readonly<Record<string, number | null>>; readonly pairs: Readonly<Record<string, number | null>> }

/** Pairs of objectives, each once, in the order of the list; `key` names the pair in what is entered. */
export const pairsOf = ({ objectives }: Pick<Workshop, 'objectives'>): readonly { readonly key: string; readonly a: Workshop['objectives'][number]; readonly b: Workshop['objectives'][number] }[] =>
  objectives.flatMap((a, at) => objectives.slice(at + 1).map((b) => ({ key: `${a.key} ${b.key}`, a, b })))

/** What somebody begins with: what they handed in, in this round or the one before, else nothing; an order begins as the list stands. */
export function firstEntered(workshop: Pick<Workshop, 'objectives' | 'judgement' | 'earlier' | 'method'>): Entered {
  const { objectives, method } = workshop
  const judgement = workshop.judgement ?? workshop.earlier
  const given = new Map(judgement?.values.map(({ key, value }) => [key, value]))
  const compared = new Map<string, number>(judgement?.pairs.flatMap(({ a, b, ratio }): readonly (readonly [string, number])[] => [[`${a} ${b}`, ratio], [`${b} ${a}`, 1 / ratio]]))
  return {
    values: Object.fromEntries(objectives.map(({ key }, at) => [key, given.get(key) ?? (method === 'rank' ? at + 1 : null)])),
    pairs: Object.fromEntries(pairsOf(workshop).map(({ key }) => [key, compared.get(key) ?? null])),
  }
}

/** What is entered as it is handed in. */
export function judgementOf(workshop: Pick<Workshop, 'objectives' | 'method'>, { values, pairs }: Entered): Judgement {
  if (workshop.method === 'pairwise') return { values: [], pairs: pairsOf(workshop).flatMap(({ key, a, b }) => (typeof pairs[key] === 'number' ? [{ a: a.key, b: b.key, ratio: pairs[key] }] : [])) }
  return { values: workshop.objectives.flatMap(({ key }) => (typeof values[key] === 'number' ? [{ key, value: values[key] }] : [])), pairs: [] }
}

/** What it comes to so far, or what is still missing, in words. */
export function outcomeOf(workshop: Pick<Workshop, 'objectives' | 'method' | 'randomIndex'>, entered: Entered): { readonly judged: JudgedWeights | undefined; readonly missing: string | undefined } {
  const { values, pairs } = judgementOf(workshop, entered)
  const found = judgedWeights(workshop.method, workshop.objectives.map(({ key }) => key), { values: values.map(({ key, value }) => ({ id: key, value })), pairs }, workshop.randomIndex)
  if (found.ok) return { judged: found.value, missing: undefined }
  const name = (key: string): string => workshop.objectives.find((one) => one.key === key)?.statement ?? key
  const { refusal } = found
  if (refusal.code === 'judgement_incomplete') return { judged: undefined, missing: workshop.method === 'pairwise' ? `Not connected by comparisons yet: ${refusal.missing.map(name).join(', ')}.` : `Still to judge: ${refusal.missing.map(name).join(', ')}.` }
  if (refusal.code === 'no_full_swing') return { judged: undefined, missing: 'The most valued swing has 100.' }
  if (refusal.code === 'points_all_zero') return { judged: undefined, missing: 'At least one objective counts for something.' }
  return { judged: undefined, missing: 'This leads to no weights yet.' }
}

/** Weights by key, shares of 1. */
export const sharesOf = (judged: JudgedWeights | undefined): ReadonlyMap<string, number> => new Map(judged?.weights.map(({ id, units }) => [id, units / weightUnits]))
