import type { Sight, SightGapCode, SightKind } from '@throughline/contract/strategy'

export const kindWords: Readonly<Record<SightKind, string>> = { objective: 'Objective', unit_objective: 'Objective of a unit', initiative: 'Initiative', task: 'Task', change: 'Change', benefit: 'Benefit', measure: 'Measure', entry: 'Ledger entry', amount: 'Recorded amount' }
export const columnWords: Readonly<Record<Sight['columns'][number]['column'], { readonly title: string; readonly none: string }>> = {
  objectives: { title: 'Objectives', none: 'Serves no objective' },
  unit_objectives: { title: 'Of units', none: 'No objective of a unit' },
  initiatives: { title: 'Initiatives', none: 'No initiative' },
  tasks: { title: 'Tasks', none: 'No task leads there' },
  changes: { title: 'Changes', none: 'No change in the network' },
  benefits: { title: 'Benefits', none: 'No benefit in the ledger' },
  measures: { title: 'Measures', none: 'Nothing measures it' },
  evidence: { title: 'Evidence', none: 'Nothing is recorded' },
}
export const gapWords: Readonly<Record<SightGapCode, { readonly title: string; readonly why: string; readonly none: string }>> = {
  objective_unserved: { title: 'Objectives that nothing serves', why: 'A wish until an initiative serves it.', none: 'Every objective is served.' },
  objective_unmeasured: { title: 'Objectives without a measure', why: 'They can never be said to be reached.', none: 'Every objective is measured.' },
  unit_objective_unserved: { title: 'Objectives of units that nothing serves', why: 'A unit wants it, and no initiative brings it.', none: 'Every objective of a unit is served.' },
  unit_objective_unmeasured: { title: 'Objectives of units without a measure', why: 'The unit cannot say whether it got there.', none: 'Every objective of a unit is measured.' },
  unit_objective_beside: { title: 'Objectives of units beside the strategy', why: 'They serve nothing that the organisation itself wants.', none: 'Every objective of a unit serves one of the organisation.' },
  initiative_serves_nothing: { title: 'Initiatives that serve no objective', why: 'Nobody said what they are for.', none: 'Every initiative serves an objective.' },
  initiative_without_benefit: { title: 'Initiatives without a benefit in the ledger', why: 'What they bring is at best a figure that nobody claims against.', none: 'Every initiative that serves has a benefit in the ledger.' },
  benefit_without_measure: { title: 'Benefits without a measure', why: 'Nothing would tell whether they came.', none: 'Every benefit has a measure.' },
  benefit_without_evidence: { title: 'Benefits of which nothing is recorded', why: 'Not even promised in the ledger.', none: 'Of every benefit something is recorded.' },
  measure_without_actual: { title: 'Measures that were never measured', why: 'Their line ends in a plan.', none: 'Every measure was measured.' },
}
export const sightWords = {
  title: 'Line of sight',
  note: 'From what is wanted down to what is proven, and back.',
  linesTitle: 'How far each line reaches',
  linesNote: 'The heaviest objective first. A line that breaks says where.',
  gapsTitle: 'What hangs on no line',
  emptyTitle: 'There are no lines yet',
  emptyWhy: 'A line begins at an objective, and goes over the initiatives that serve it to their benefits, measures and evidence.',
  orphans: 'Work that serves nothing with it',
  togetherTitle: 'Belongs together, across units',
  togetherNote: 'Accepted links with objectives of other units; they stand beside the line.',
  back: 'All lines',
  keys: 'Arrow keys go along the line, Enter follows it from there.',
} as const
