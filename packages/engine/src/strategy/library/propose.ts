import { likeness, rarity, wordsOf } from '../between/likeness.ts'
import { leastLikeness } from '../between/findings.ts'
import type { LibraryDefinition, TellsOf } from './facts.ts'
import { definitionText } from './calculation.ts'

/** An objective in its place: whose it is, and which objective above it serves. */
export type PlacedObjective = { readonly id: string; readonly statement: string; readonly perspective: string | null; readonly strategyId: string; readonly strategy: string; readonly serves: string | null }
/** A measure in use, with what it is known by; `text` is that of its definition, undefined where nobody wrote one. */
export type UsedMeasure = { readonly id: string; readonly name: string; readonly text: string | undefined; readonly tellsOf: TellsOf | null; readonly leading: boolean; /** The objectives that it measures, its own first. */ readonly objectives: readonly PlacedObjective[] }

/**
 * A measure for an objective, with why it is proposed. To `link` is to be measured by the very measure of the same strategy; to `repeat`,
 * by one of the same definition as another unit’s, with figures of one’s own; to `define`, by a definition that nobody uses yet.
 */
export type MeasureCandidate = {
  readonly act: 'link' | 'repeat' | 'define'
  readonly from: { readonly kind: 'measure' | 'definition'; readonly id: string }
  readonly name: string
  readonly tellsOf: TellsOf | null
  readonly leading: boolean
  readonly definitionId: string | null
  readonly usedBy: readonly { readonly measureId: string; readonly objective: string; readonly strategy: string }[]
  readonly reasons: readonly string[]
}

export type Proposing = { readonly goal: PlacedObjective; readonly library: readonly LibraryDefinition[]; readonly used: readonly UsedMeasure[] }

/** Most candidates of one objective. */
export const mostCandidates = 12

type Grounds = { readonly related: number; readonly patterns: readonly string[]; readonly alike: number; readonly reasons: readonly string[] }
type Ranked = { readonly candidate: MeasureCandidate; readonly grounds: Grounds }

/**
 * Measures that may suit an objective, the best first: what is in use stands before what nobody uses, for comparability; then what measures
 * objectives that belong to it, what its words suggest, outcomes, and names. Words only suggest; the order of what is given changes nothing.
 */
export function proposeMeasures({ goal, library, used }: Proposing): readonly MeasureCandidate[] {
  const wordsOfGoal = wordsOf(goal.statement)
  const entries = new Map(library.flatMap((one) => { const text = definitionText(one); return text === undefined ? [] : [[text, one] as const] }))
  const taken = new Set(used.filter(({ objectives }) => objectives.some(({ id }) => id === goal.id)).flatMap(({ id, text }) => [id, text]))
  const measuresOutcome = used.some(({ tellsOf, objectives }) => tellsOf === 'outcome' && objectives.some(({ id }) => id === goal.id))
  const weightOf = rarity([goal, ...used.flatMap(({ objectives }) => objectives)].map(({ statement }) => wordsOf(statement)))
  const patternsOf = (entry: LibraryDefinition | undefined): readonly string[] => (entry?.patterns ?? []).filter((pattern) => fits(pattern, wordsOfGoal))
  const free = used.filter(({ id, text }) => !taken.has(id) && (text === undefined || !taken.has(text)))
  const reused = [...Map.groupBy(free, ({ id, text }) => text ?? id).values()].flatMap((alike): readonly Ranked[] => {
    const ordered = alike.toSorted((a, b) => Number(isHere(b, goal)) - Number(isHere(a, goal)) || byName(a, b))
    const [first] = ordered
    // Without a definition nobody can say that figures of two units are comparable.
    if (!first || (first.text === undefined && !isHere(first, goal))) return []
    const entry = first.text === undefined ? undefined : entries.get(first.text)
    const grounds = groundsOf(goal, ordered, patternsOf(entry), wordsOfGoal, weightOf)
    if (grounds.related === 0 && grounds.patterns.length === 0 && grounds.alike === 0) return []
    return [{ grounds, candidate: {
      act: isHere(first, goal) ? 'link' : 'repeat', from: { kind: 'measure', id: first.id }, name: first.name, tellsOf: first.tellsOf ?? entry?.tellsOf ?? null, leading: first.leading, definitionId: entry?.id ?? null,
      usedBy: ordered.flatMap(({ id, objectives }) => objectives.map(({ statement, strategy }) => ({ measureId: id, objective: statement, strategy }))), reasons: grounds.reasons,
    } }]
  })
  const inUse = new Set(used.map(({ text }) => text))
  const fresh = [...entries].flatMap(([text, entry]): readonly Ranked[] => {
    const patterns = inUse.has(text) ? [] : patternsOf(entry)
    const same = entry.perspective !== null && entry.perspective === goal.perspective
    if (patterns.length === 0) return []
    const reasons = [saidBy(patterns), ...(same ? [`It belongs to the same perspective, ${entry.perspective}.`] : [])]
    return [{ grounds: { related: 0, patterns, alike: 0, reasons }, candidate: { act: 'define', from: { kind: 'definition', id: entry.id }, name: entry.name, tellsOf: entry.tellsOf, leading: entry.leading, definitionId: entry.id, usedBy: [], reasons } }]
  })
  return [...reused, ...fresh].sort(better).slice(0, mostCandidates).map(({ candidate }) => (candidate.tellsOf === 'outcome' && !measuresOutcome ? { ...candidate, reasons: [...candidate.reasons, 'It tells of an outcome, which nothing does here yet.'] } : candidate))
}

/** Whether a goal has all words of a pattern; endings do not count, and a pattern of small words fits nothing. */
function fits(pattern: string, goal: ReadonlySet<string>): boolean {
  const words = [...wordsOf(pattern)]
  return words.length > 0 && words.every((word) => goal.has(word))
}

const isHere = ({ objectives }: UsedMeasure, { strategyId }: PlacedObjective): boolean => objectives.some((one) => one.strategyId === strategyId)
const byName = (a: { readonly name: string; readonly id: string }, b: { readonly name: string; readonly id: string }): number => order(a.name, b.name) || order(a.id, b.id)
const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
const saidBy = (patterns: readonly string[]): string => `It fits goals that say ${patterns.map((one) => `“${one}”`).join(' or ')}: a suggestion by words.`

function groundsOf(goal: PlacedObjective, measures: readonly UsedMeasure[], patterns: readonly string[], words: ReadonlySet<string>, weightOf: (word: string) => number): Grounds {
  const measured = measures.flatMap(({ objectives }) => objectives).toSorted((a, b) => order(a.strategy, b.strategy) || order(a.statement, b.statement) || order(a.id, b.id))
  const related = measured.flatMap((one) => relationOf(goal, one) ?? [])
  const likes = measured.filter((one) => relationOf(goal, one) === undefined).map((one) => ({ one, like: likeness(words, wordsOf(one.statement), weightOf) })).filter(({ like }) => like.value >= leastLikeness).sort((a, b) => b.like.value - a.like.value)
  const [closest] = likes
  const reasons = [...related, ...(closest ? [`“${closest.one.statement}” of ${closest.one.strategy} reads alike and is measured by it: a suggestion by words.`] : []), ...(patterns.length > 0 ? [saidBy(patterns)] : [])]
  return { related: related.length, patterns, alike: closest?.like.value ?? 0, reasons }
}

/** How an objective that is measured belongs to the goal by what serves what, in a sentence; undefined where it does not. */
function relationOf(goal: PlacedObjective, one: PlacedObjective): string | undefined {
  if (one.id === goal.serves) return `“${one.statement}”, which this one serves, is measured by it.`
  if (one.serves === goal.id) return `“${one.statement}” of ${one.strategy}, which serves this one, is measured by it.`
  return goal.serves !== null && one.serves === goal.serves ? `“${one.statement}” of ${one.strategy} serves the same objective and is measured by it.` : undefined
}

const looks: Readonly<Record<TellsOf, number>> = { outcome: 0, output: 1, activity: 2 }
const better = ({ candidate: a, grounds: f }: Ranked, { candidate: b, grounds: g }: Ranked): number =>
  Number(a.act === 'define') - Number(b.act === 'define') || g.related - f.related || g.patterns.length - f.patterns.length || g.alike - f.alike || rank(a) - rank(b) || order(a.name, b.name) || order(a.from.id, b.from.id)
const rank = ({ tellsOf }: MeasureCandidate): number => (tellsOf === null ? 3 : looks[tellsOf])
