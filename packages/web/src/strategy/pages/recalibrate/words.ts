import type { RecalibratedRoadmapOutcome, RecalibrationList } from '@throughline/contract/strategy'
import type { ActionKind, FewMoves, RecalibrationRefusal } from '@throughline/engine/portfolio'
import { weightUnits, type MeasureChange, type MeasureField, type TreeChange, type TreeObjectiveChange, type VersionChange } from '@throughline/engine/strategy'
import type { Format } from '../../../format/index.ts'
import type { Tone } from '../../../ui/tone.ts'
import { valueText } from '../../measure-words.ts'

export const actionLooks: Readonly<Record<ActionKind, { readonly name: string; readonly tone: Tone }>> = {
  stop: { name: 'Stop', tone: 'bad' }, pause: { name: 'Pause', tone: 'warn' }, start: { name: 'Start', tone: 'good' }, reshape: { name: 'Reshape', tone: 'warn' }, accelerate: { name: 'Accelerate', tone: 'good' }, continue: { name: 'Continue', tone: 'none' },
}

export const standingLooks: Readonly<Record<'core' | 'borderline' | 'never', { readonly name: string; readonly tone: Tone }>> = {
  core: { name: 'Core', tone: 'done' }, borderline: { name: 'Borderline', tone: 'warn' }, never: { name: 'Never', tone: 'none' },
}

export const stepWords = { signal: 'Signal', recognised: 'Draft begun', sent: 'Sent', approved: 'Approved', moved: 'First move', effect: 'First effect' } as const

/** How long steps take in general; those that came fewer than five times tell nothing and are not listed. */
export function typicalWords(percentiles: RecalibrationList['percentiles'], format: Format): string {
  const known = percentiles.flatMap(({ step, p50, p85, p95 }) => (p50.status === 'ok' && p85.status === 'ok' && p95.status === 'ok' ? [`${stepWords[step]} ${[p50, p85, p95].map(({ value }) => format.number(value, 0)).join(' / ')}`] : []))
  return known.length === 0 ? 'Fewer than five changes so far: no typical times yet.' : `Days within which half / 85 of 100 / 95 of 100 came: ${known.join(' · ')}.${known.length < percentiles.length ? ' The other steps came fewer than five times.' : ''}`
}

/** How many proposals are ticked, and what becomes of them. */
export function tickedWords(count: number, format: Format): string {
  if (count === 0) return 'None is ticked; what is ticked goes with the version when it is sent.'
  return count === 1 ? '1 is ticked and goes with the version when it is sent.' : `${format.number(count, 0)} are ticked and go with the version when it is sent.`
}

/** An interval of ranks: `3` or `3 to 7`. */
export const intervalOf = ({ low, high }: { readonly low: number; readonly high: number }, format: Format): string => (low === high ? format.number(low, 0) : `${format.number(low, 0)} to ${format.number(high, 0)}`)

/** One change of the strategy in a sentence; `name` gives the statement of a key. */
export function changeWords(change: VersionChange, name: (key: string) => string, format: Format): string {
  const weight = (units: number): string => format.percent(units / weightUnits, 1)
  const or = (value: string | null): string => value ?? 'nobody'
  const day = (value: string | null): string => (value === null ? 'no date' : format.date(value))
  switch (change.kind) {
    case 'added':
      return `${name(change.key)} is new, with ${weight(change.units)}.`
    case 'retired':
      return `${name(change.key)} is retired; its ${weight(change.units)} ${change.weight.length > 0 ? `go to ${change.weight.map(({ key }) => name(key)).join(', ')}` : 'are given to others'}.`
    case 'merged':
      return `${change.from.map(name).join(' and ')} become ${name(change.to)}.`
    case 'split':
      return `${name(change.from)} becomes ${change.to.map(name).join(' and ')}.`
    case 'reworded':
      return `“${change.from}” now reads “${change.to}”${change.confirmed ? ', and means the same' : ''}.`
    case 'reweighted':
      return `${name(change.key)}: ${weight(change.from)} become ${weight(change.to)}.`
    case 'deadline_moved':
      return `${name(change.key)}: due ${day(change.to)}, before ${day(change.from)}.`
    case 'owner_changed':
      return `${name(change.key)}: owned by ${or(change.to)}, before by ${or(change.from)}.`
    case 'parent_changed':
      return `${name(change.key)} serves ${change.to === null ? 'no other objective' : name(change.to)} now.`
    case 'target_changed':
    case 'measure_changed':
    case 'measure_replaced':
      return `${name(change.key)}: ${measureWords(change, format)}.`
  }
}

const fieldWords: Readonly<Record<MeasureField, string>> = { name: 'name', definition: 'definition', baseline: 'baseline', baselineOn: 'day of the baseline', dueOn: 'due date', tolerance: 'tolerance', low: 'lower end of the band', high: 'upper end of the band' }

/** What changes among the measures of an objective, without its name; of the organisation or of a unit alike. */
function measureWords(change: MeasureChange, format: Format): string {
  const names = (measures: readonly { readonly name: string }[]): string => measures.map(({ name }) => `“${name}”`).join(', ')
  switch (change.kind) {
    case 'target_changed':
      return `the target of “${change.measure.name}” goes from ${amount(change.from, change.measure.unit, format)} to ${amount(change.to, change.measure.unit, format)}`
    case 'measure_changed': {
      const value = (of: string | number | null): string => (typeof of === 'number' ? amount(of, change.measure.unit, format) : of === null || of === '' ? 'none' : change.field === 'baselineOn' || change.field === 'dueOn' ? format.date(of) : `“${of}”`)
      return `the ${fieldWords[change.field]} of “${change.measure.name}” goes from ${value(change.from)} to ${value(change.to)}`
    }
    case 'measure_replaced':
      return [change.to.length > 0 ? `${names(change.to)} measures it now` : '', change.from.length > 0 ? `${names(change.from)} no longer does` : ''].filter(Boolean).join(', ')
  }
}
const amount = (value: number | null, unit: string, format: Format): string => (value === null ? 'none' : valueText(format, unit, value))

const kindWords: Readonly<Record<Exclude<TreeObjectiveChange['kinds'][number], 'measures_changed'>, string>> = {
  added: 'is new', retired: 'is retired', reworded: 'reads another way', reweighted: 'has another weight', parent_changed: 'serves something else', owner_changed: 'has another owner', deadline_moved: 'has another deadline', contributions_changed: 'is served by other initiatives',
}

/** What changes of a strategy below the organisation’s, in sentences: of itself, then of each objective and what measures it. */
export function treeChangeWords({ name, kind, objectives }: TreeChange, format: Format): readonly string[] {
  if (kind === 'added' || kind === 'removed') return [`The strategy ${name} ${kind === 'added' ? 'is new' : 'ends'}, with ${format.count(objectives.length, 'objective', 'objectives')}.`]
  return [
    ...(kind === 'replaced' ? [`The strategy ${name} has another name, unit, place or way of weighing.`] : []),
    ...objectives.flatMap(({ statement, kinds, measures }) => [
      ...kinds.flatMap((one) => (one === 'measures_changed' ? [] : [`${name}: ${statement} ${kindWords[one]}.`])),
      ...measures.map((change) => `${name}, ${statement}: ${measureWords(change, format)}.`),
    ]),
  ]
}

/** What becomes of an initiative in the roadmap. */
export const shiftLooks: Readonly<Record<RecalibratedRoadmapOutcome['shifts'][number]['what'], { readonly words: string; readonly tone: Tone; readonly counted: readonly [one: string, many: string] }>> = {
  comes: { words: 'Comes in', tone: 'good', counted: ['comes in', 'come in'] }, goes: { words: 'Stays out', tone: 'none', counted: ['stays out', 'stay out'] }, exit: { words: 'Is left while it runs', tone: 'bad', counted: ['is left while it runs', 'are left while they run'] },
  earlier: { words: 'Starts earlier', tone: 'good', counted: ['starts earlier', 'start earlier'] }, later: { words: 'Starts later', tone: 'warn', counted: ['starts later', 'start later'] }, variant: { words: 'Another variant', tone: 'none', counted: ['goes ahead in another variant', 'go ahead in another variant'] },
}

/** The few moves in the sentence that is said of them. */
export function fewWords(moves: FewMoves, format: Format): string {
  switch (moves.kind) {
    case 'nothing':
      return 'What runs is already the best there is under the new version.'
    case 'gain':
      return `Do ${moves.least.moves === 1 ? 'this one' : `these ${format.number(moves.least.moves, 0)}`} and ${format.percent(moves.share, 0)} of the gain is had.`
    case 'repair':
      return `What runs breaks a limit: ${moves.broken} ${moves.least.moves === 1 ? 'This one change repairs it.' : `These ${format.number(moves.least.moves, 0)} changes repair it, the fewest there are.`}`
  }
}

/** Why nothing can be computed yet, for the person who has to do something about it. */
export function refusalWords(refusal: RecalibrationRefusal, name: (key: string) => string): { readonly title: string; readonly words: string } {
  switch (refusal.code) {
    case 'objectives_unmatched':
      return { title: 'Say what becomes of some objectives', words: [...(refusal.before.length > 0 ? [`Only in the version in force: ${refusal.before.map(name).join(', ')}.`] : []), ...(refusal.after.length > 0 ? [`Only in the next: ${refusal.after.map(name).join(', ')}.`] : [])].join(' ') }
    case 'weights_not_one':
      return { title: 'The weights do not sum to 100%', words: `They sum to ${Math.round(refusal.found * 10_000) / 100}%.` }
    case 'weight_not_released':
      return { title: 'A retired objective keeps weight', words: `${name(refusal.key)} gives ${Math.round((refusal.found / weightUnits) * 1000) / 10}% on, and had ${Math.round((refusal.expected / weightUnits) * 1000) / 10}%.` }
    case 'key_twice':
    case 'mapping_unknown':
    case 'mapped_twice':
      return { title: 'What becomes of an objective is said twice, or of one that is not there', words: name(refusal.key) }
    case 'constraints_conflict':
      return { title: 'No portfolio keeps every limit', words: refusal.conflict.words }
    case 'no_plan_found':
      return { title: 'No plan was found yet', words: 'It is worked out further when the levers rest.' }
    case 'candidate_twice':
    case 'candidate_unknown':
    case 'amount_not_whole':
    case 'amount_negative':
    case 'amounts_too_large':
    case 'percent_out_of_range':
      return { title: 'The portfolio cannot be weighed', words: `A figure of it is not sound (${refusal.code.replaceAll('_', ' ')}).` }
  }
}
