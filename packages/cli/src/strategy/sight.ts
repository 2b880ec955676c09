import { strategyRoutes, type Sight, type SightGap, type SightLine, type SightLines, type SightThing } from '@throughline/contract/strategy'
import { valueRoutes } from '@throughline/contract/value'
import { findTaskOf } from '../delivery/index.ts'
import { findInitiative } from '../demand/index.ts'
import type { Caller } from '../terminal/call.ts'
import { UsageError, type Command, type Typed } from '../terminal/command.ts'
import { percent } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'
import { findMeasure, findObjective, readStrategy } from './find.ts'

const show: Command = {
  name: 'strategy sight',
  summary: 'How far the line from each objective reaches and what hangs on none; or the line through one thing, up and down',
  options: {
    objective: { about: 'Through an objective', takes: 'objective' }, initiative: { about: 'Through an initiative', takes: 'initiative' }, task: { about: 'Through a task of that initiative, by its key or name', takes: 'task' }, benefit: { about: 'Through a benefit of the ledger', takes: 'benefit' }, measure: { about: 'Through a measure', takes: 'measure' },
    entry: { about: 'Through an entry of the ledger, such as a claim, by its id', takes: 'id' },
  },
  run: async (typed, { call, print }) => {
    const subject = await subjectOf(typed, call)
    if (subject) {
      const sight = await call(strategyRoutes.readSight, { query: subject })
      return print.answer(sight, () => sightLines(sight))
    }
    const lines = await call(strategyRoutes.readSightLines, {})
    print.answer(lines, () => overviewLines(lines))
  },
}

async function subjectOf(typed: Typed, call: Caller): Promise<{ readonly kind: SightThing['kind']; readonly id: string } | undefined> {
  const [objective, initiative, benefit, measure, entry] = (['objective', 'initiative', 'benefit', 'measure', 'entry'] as const).map((name) => typed.one(name))
  if (objective) return { kind: 'objective', id: findObjective(await readStrategy(call), objective).id }
  const task = typed.one('task')
  if (task && !initiative) throw new UsageError(`Found --task ${task} without an initiative; expected --initiative as well.`)
  if (task && initiative) return { kind: 'task', id: (await findTaskOf(call, (await findInitiative(call, initiative)).id, task)).task.id }
  if (initiative) return { kind: 'initiative', id: (await findInitiative(call, initiative)).id }
  if (benefit) return { kind: 'benefit', id: oneOf('benefit', (await call(valueRoutes.readRegister, {})).benefits, benefit, ({ name }) => [name]).id }
  if (measure) return { kind: 'measure', id: (await findMeasure(call, measure)).id }
  return entry ? { kind: 'entry', id: entry } : undefined
}

const columnWords: Readonly<Record<Sight['columns'][number]['column'], string>> = { objectives: 'Objectives', unit_objectives: 'Objectives of units', initiatives: 'Initiatives', tasks: 'Tasks', changes: 'Changes', benefits: 'Benefits', measures: 'Measures', evidence: 'Evidence' }

/** The columns one below the other, each with what stands in it. */
function sightLines({ subject, columns, commonLinks }: Sight): readonly string[] {
  return [...columns.flatMap(({ column, things, omitted }) => [
    `${columnWords[column]}: ${things.length + omitted}`,
    ...things.map((thing) => `  ${thing.id === subject.id ? '> ' : '  '}${thing.name}${[thing.note, thing.on ?? ''].filter((part) => part !== '').map((part) => `, ${part}`).join('')}`),
    ...(omitted > 0 ? [`    and ${omitted} more`] : []),
  ]), ...(commonLinks.length > 0 ? [`Belongs together, across units: ${commonLinks.length}`, ...commonLinks.map(({ from, to, why }) => `    ${from.statement} (${from.strategy}) and ${to.statement} (${to.strategy}): ${why}`)] : [])]
}

const overviewLines = ({ lines, gaps }: SightLines): readonly string[] => [...tableLines(lines, lineColumns), '', ...gaps.flatMap(gapLines)]

const gapWords: Readonly<Record<SightGap['code'], string>> = {
  objective_unserved: 'objectives that nothing serves', objective_unmeasured: 'objectives without a measure', unit_objective_unserved: 'objectives of units that nothing serves', unit_objective_unmeasured: 'objectives of units without a measure', unit_objective_beside: 'objectives of units that serve none of the organisation', initiative_serves_nothing: 'initiatives that serve no objective', initiative_without_benefit: 'initiatives without a benefit in the ledger',
  benefit_without_measure: 'benefits without a measure', benefit_without_evidence: 'benefits of which nothing is recorded', measure_without_actual: 'measures that were never measured',
}

const gapLines = ({ code, count, of, things }: SightGap): readonly string[] => (of === 0 ? [] : [`${count} of ${of} ${gapWords[code]}${count > 0 ? ':' : '.'}`, ...things.flatMap(({ name, note, tasks }) => [`  ${name}${note ? `, ${note}` : ''}`, ...(tasks?.first.map((task) => `    ${task.name}, ${task.note}`) ?? []), ...(tasks && tasks.count > tasks.first.length ? [`    and ${tasks.count - tasks.first.length} more tasks`] : [])]), ...(count > things.length ? [`  and ${count - things.length} more`] : [])])

const lineColumns = [
  { head: 'Objective', of: ({ statement }: SightLine) => statement, widest: 60 },
  { head: 'Weight', of: ({ weight }: SightLine) => percent(weight, 1), right: true },
  { head: 'Of units', of: ({ unitObjectives }: SightLine) => String(unitObjectives), right: true },
  { head: 'Initiatives', of: ({ initiatives }: SightLine) => String(initiatives), right: true },
  { head: 'Tasks', of: ({ tasks }: SightLine) => String(tasks), right: true },
  { head: 'Benefits', of: ({ benefits }: SightLine) => String(benefits), right: true },
  { head: 'Measures', of: ({ measures }: SightLine) => String(measures), right: true },
  { head: 'Records', of: ({ evidence }: SightLine) => String(evidence), right: true },
]

export const sightCommands: readonly Command[] = [show]
