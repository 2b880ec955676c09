import { governanceRoutes, type ElementChange, type Framework, type FrameworkAdoption, type FrameworkMigration } from '@throughline/contract/governance'
import { UsageError, type Command } from '../terminal/command.ts'
import { explanationLines, metricText, percent } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'frameworks',
  summary: 'Frameworks with the edition in force, and how many running initiatives follow it',
  options: { why: { about: 'Explain the shares' } },
  run: async (typed, { call, print }) => {
    const { frameworks } = await call(governanceRoutes.readFrameworks, {})
    print.answer(frameworks, () => (frameworks.length === 0 ? ['No framework is written down.'] : [
      ...tableLines(frameworks, [
        { head: 'Framework', of: (one: Framework) => nameOf(one), widest: 40 }, { head: 'State', of: ({ state }) => state }, { head: 'In force', of: ({ inForce }) => (inForce === null ? 'none' : `edition ${inForce}`) }, { head: 'Lifecycle models', of: ({ lifecycles }) => lifecycles.join(', '), widest: 50 },
        { head: 'Running', of: ({ running }) => String(running), right: true }, { head: 'On it', of: ({ current }) => metricText(current.metric, (share) => percent(share, 0)), right: true },
      ]),
      ...(typed.on('why') ? frameworks.flatMap(({ current }) => ['', ...explanationLines(current.why)]) : []),
    ]))
  },
}
const nameOf = ({ text, editions: [last] }: Framework): string => (last ?? text).name

const changes: Command = {
  name: 'frameworks changes',
  usage: '<name>',
  summary: 'Every element in which the editions of a framework differ, and what stands in writing and was not published',
  run: async (typed, { call, print }) => {
    const framework = theOne((await call(governanceRoutes.readFrameworks, {})).frameworks, typed.words.join(' '))
    print.answer(framework, () => [
      ...(framework.pending.length > 0 ? ['Not published:', ...framework.pending.flatMap(changeLines)] : []),
      ...framework.editions.flatMap(({ no, effectiveOn, reason, changes: own }) => [`Edition ${no}, from ${effectiveOn}: ${reason}`, ...own.flatMap(changeLines)]),
    ])
  },
}
const changeLines = ({ change, kind, key, name, fields }: ElementChange): readonly string[] => [`  ${change} ${kind} ${key}: ${name}`, ...fields.map(({ field, before, after }) => `    ${field}: ${before ?? 'none'} -> ${after ?? 'none'}`)]

const use: Command = {
  name: 'frameworks use',
  summary: 'Which edition of which framework each initiative follows, running ones first',
  run: async (_, { call, print }) => {
    const { frameworks, adoptions } = await call(governanceRoutes.readFrameworks, {})
    const of = ({ frameworkId }: FrameworkAdoption) => frameworks.find(({ id }) => id === frameworkId)
    print.answer(adoptions, () => (adoptions.length === 0 ? ['No initiative follows a framework.'] : tableLines(adoptions, [
      { head: 'Initiative', of: (one: FrameworkAdoption) => one.initiative.name, widest: 50 }, { head: 'State', of: ({ initiative }) => initiative.state }, { head: 'Framework', of: (one) => { const found = of(one); return found ? nameOf(found) : '' }, widest: 40 }, { head: 'Lifecycle model', of: ({ lifecycle }) => lifecycle, widest: 30 },
      { head: 'Edition', of: ({ edition }) => String(edition), right: true }, { head: 'In force', of: (one) => String(of(one)?.inForce ?? 'none'), right: true },
    ])))
  },
}

const migration: Command = {
  name: 'frameworks migration',
  usage: '<name>',
  summary: 'What running initiatives would come to under the newest edition of a framework; nothing is changed',
  run: async (typed, { call, print }) => {
    const framework = theOne((await call(governanceRoutes.readFrameworks, {})).frameworks, typed.words.join(' '))
    const found = await call(governanceRoutes.previewMigration, { params: { id: framework.id } })
    print.answer(found, () => (found.adoptions.length === 0 ? [`All running initiatives follow edition ${found.edition}.`] : tableLines(found.adoptions, [
      { head: 'Initiative', of: (one: FrameworkMigration['adoptions'][number]) => one.adoption.initiative.name, widest: 50 }, { head: 'From', of: ({ adoption }) => String(adoption.edition), right: true }, { head: 'Changes', of: ({ changes: own }) => String(own.length), right: true },
      { head: 'To be shown as well', of: ({ newlyNeeded }) => newlyNeeded.join(', ') || 'nothing', widest: 50 }, { head: 'Lifecycle model', of: ({ lifecycleThere, adoption }) => (lifecycleThere ? adoption.lifecycle : `${adoption.lifecycle} (gone)`), widest: 40 },
    ])))
  },
}

/** The framework of a name. @throws UsageError where there is none of it. */
function theOne(frameworks: readonly Framework[], name: string): Framework {
  const found = frameworks.find((one) => nameOf(one).toLowerCase() === name.trim().toLowerCase())
  if (!found) throw new UsageError(`Found ${name.trim() || 'no name'}; expected a framework: ${frameworks.map(nameOf).join(', ') || 'there is none'}.`)
  return found
}

export const frameworkCommands: readonly Command[] = [show, changes, use, migration]
