import type { AtGate, CriteriaModel, CriteriaOverlap, CriteriaVersion, CriteriaWeighing, Criterion, InitiativeScore } from '@throughline/contract/demand'
import type { DecidedOutcome, GateState } from '@throughline/engine/demand'
import { explanationFromWire } from '../../../format/index.ts'
import type { Tone } from '../../../ui/tone.ts'

export const criteriaWords = {
  title: 'Criteria',
  note: 'By what initiatives are selected, prioritised and approved: criteria with their scales and weights, gates, and whether past decisions agree.',
  emptyTitle: 'No criteria are agreed',
  emptyWhy: 'Begin a draft, say by which criteria initiatives are judged and how much each counts. Somebody else who decides approves it; until then nothing is ordered by it.',
  noScores: 'Nothing is ordered before the criteria are weighed.',
  noSensitivity: 'How far a weight can move is told once two initiatives that compete are scored in full, and no criterion has all the weight.',
  nothingYet: 'Nothing to count yet',
  noDecisions: 'No decision on record has taken an initiative up, put one off or ended one.',
  noGates: 'No gate asks anything.',
  mandatory: 'Mandatory',
} as const

/** What a version is, with how it looks. */
export const stateLooks: Readonly<Record<CriteriaVersion['state'], { readonly words: string; readonly tone: Tone }>> = { draft: { words: 'Draft', tone: 'warn' }, in_force: { words: 'In force', tone: 'good' }, superseded: { words: 'Superseded', tone: 'none' } }
export const notReadyWords: Readonly<Record<CriteriaModel['notReady'][number], string>> = { no_criteria: 'There is no criterion yet', unweighed: 'The criteria are not weighed', stale_weights: 'A scale, its unit or what is read was changed since it was weighed: weigh again', inconsistent: 'The comparisons contradict each other by more than 0.1' }
export const figureWords = { cost: 'Whole-life cost', benefits: 'Benefits', ratio: 'Benefits for each unit of cost', alignment: 'Alignment with the strategy' } as const
export const gateLooks: Readonly<Record<AtGate['standing'], { readonly words: string; readonly tone: Tone }>> = { met: { words: 'Met', tone: 'good' }, not_met: { words: 'Not met', tone: 'bad' }, unknown: { words: 'Not known', tone: 'none' } }
export const gateStateWords: Readonly<Record<GateState, string>> = { case: 'a case is made', approved: 'it is approved', active: 'it begins', closing: 'it is closing', closed: 'it is closed' }
export const outcomeWords: Readonly<Record<DecidedOutcome, string>> = { taken: 'taken up', put_off: 'put off', ended: 'ended' }

/** The ways to weigh, with what is asked. */
export const methodWords: Readonly<Record<CriteriaWeighing['method'], { readonly name: string; readonly ask: string }>> = {
  direct: { name: 'Points', ask: 'Give each criterion points: as many as it counts beside the others. Only their proportions matter.' },
  swing: { name: 'Swing', ask: 'Think of every criterion at its worst. The one you would first bring to its best has 100; say of the others how much their swing is worth beside it.' },
  rank: { name: 'Order', ask: 'Put the criteria in order, 1 for the one that counts most. Two may share a rank.' },
  pairwise: { name: 'Pairs', ask: 'How many times as much as the second does the first count? 1/9 to 9. Leave pairs out where the others connect all criteria.' },
}
export const tableWords: Readonly<Record<CriteriaWeighing['table'], string>> = { saaty_1980: 'Saaty 1980', saaty_2005: 'Saaty 2005', donegan_dodd_1991: 'Donegan and Dodd 1991' }

/** Why two criteria may count the same twice. */
export function overlapWords({ kind, correlation, pairs }: CriteriaOverlap): string {
  switch (kind) {
    case 'same_data': return 'Both read the same data'
    case 'shared_data': return 'One is computed from what the other reads'
    case 'same_measure': return 'Both are judged by the same measure'
    case 'same_objective': return 'Both stand for the same objective'
    case 'move_together': return `They rise and fall alike: Spearman’s ρ ${(correlation ?? 0).toFixed(2)} over ${pairs ?? 0} initiatives`
  }
}

/** What a criterion reads. */
export const sourceWords = ({ source }: Pick<Criterion, 'source'>, names: { readonly fields: ReadonlyMap<string, string>; readonly measures: ReadonlyMap<string, string> }): string => {
  if (source.kind === 'figure') return figureWords[source.figure]
  if (source.kind === 'field') return names.fields.get(source.fieldId) ?? 'A field that is gone'
  return source.measureId === null ? 'People judge' : `People judge, by ${names.measures.get(source.measureId) ?? 'a measure that is gone'}`
}
/** A scale in one line: from worst to best, or each level with its value. */
export const scaleWords = ({ scale }: Pick<Criterion, 'scale'>, number: (value: number) => string): string =>
  scale.kind === 'points' ? scale.points.map(({ at, value }) => `${number(at)}${scale.unit ? ` ${scale.unit}` : ''} → ${number(value)}`).join(', ') : scale.levels.map(({ name, value }) => `${name} → ${number(value)}`).join(', ')

/** How the value of a criterion comes about, as the explanation of the score tells it. */
export const whyOfPart = ({ total }: InitiativeScore, criterion: string) => explanationFromWire(total.why).terms?.find(({ term }) => term === criterion)
