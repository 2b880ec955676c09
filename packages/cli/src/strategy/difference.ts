import type { VersionDifference } from '@throughline/contract/strategy'
import type { MeasureChange, MeasureField, TreeChange, VersionChange } from '@throughline/engine/strategy'
import { percent } from '../terminal/figures.ts'

/** What differs between two versions of the strategy, a line for each change. */
export function differenceLines({ from, to, changes, unitStrategies, contributions, links, problems }: VersionDifference): readonly string[] {
  return [
    `From version ${from.no} to version ${to.no}:`,
    ...(changes.length === 0 ? ['  no objective of the organisation differs'] : changes.map((change) => `  ${changeWords(change)}`)),
    ...unitStrategies.flatMap(treeChangeLines).map((line) => `  ${line}`),
    `  ${contributions.length} contributions differ; links: ${links.added} added, ${links.changed} changed, ${links.removed} removed`,
    ...problems.map(({ words }) => `To mend: ${words}`),
  ]
}

function changeWords(change: VersionChange): string {
  const weight = (units: number): string => percent(units / 1e8, 1)
  switch (change.kind) {
    case 'added':
    case 'retired':
      return `${change.kind} ${change.key} (${weight(change.units)})`
    case 'merged':
      return `merged ${change.from.join(', ')} into ${change.to}`
    case 'split':
      return `split ${change.from} into ${change.to.join(', ')}`
    case 'reweighted':
      return `${change.key}: weight ${weight(change.from)} -> ${weight(change.to)}`
    case 'target_changed':
    case 'measure_changed':
    case 'measure_replaced':
      return `${change.key}: ${measureWords(change)}`
    case 'reworded':
    case 'deadline_moved':
    case 'owner_changed':
    case 'parent_changed':
      return `${change.key}: ${change.kind.replaceAll('_', ' ')} ${change.from ?? 'none'} -> ${change.to ?? 'none'}`
  }
}

function measureWords(change: MeasureChange): string {
  const names = (measures: readonly { readonly name: string }[]): string => measures.map(({ name }) => name).join(', ') || 'none'
  if (change.kind === 'measure_replaced') return `measures ${names(change.from)} -> ${names(change.to)}`
  return `${change.kind === 'target_changed' ? 'target' : fieldWords[change.field]} of ${change.measure.name} ${change.from ?? 'none'} -> ${change.to ?? 'none'}`
}
const fieldWords: Readonly<Record<MeasureField, string>> = { name: 'name', definition: 'definition', baseline: 'baseline', baselineOn: 'baseline date', dueOn: 'due date', tolerance: 'tolerance', low: 'low end', high: 'high end' }

/** What differs of a strategy of a unit: of itself, then of each objective and its measures. */
const treeChangeLines = ({ name, kind, objectives }: TreeChange): readonly string[] => [
  ...(kind === 'kept' ? [] : [`${kind} ${name}`]),
  ...objectives.flatMap(({ statement, kinds, measures }) => [
    ...kinds.flatMap((one) => (one === 'measures_changed' ? [] : [`${name}: ${statement}: ${one.replaceAll('_', ' ')}`])),
    ...measures.map((change) => `${name}: ${statement}: ${measureWords(change)}`),
  ]),
]
