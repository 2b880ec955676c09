import { strategyRoutes, type OrganisationValue, type UnitValues, type ValuedDecision, type ValuesRegister } from '@throughline/contract/strategy'
import { required, UsageError, wordAt, type Command, type Context } from '../terminal/command.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'strategy values',
  summary: 'Values of the organisation, what units say they stand for, and where they part',
  run: async (_, { call, print }) => {
    const register = await call(strategyRoutes.readValues, {})
    print.answer(register, () => lines(register))
  },
}

const add: Command = {
  name: 'strategy add-value',
  usage: '<name>',
  summary: 'Add a value of the organisation',
  options: { meaning: { about: 'What is meant by it', takes: 'text' }, behaviours: { about: 'What anybody could see where it is lived, separated by semicolons', takes: 'text' } },
  run: async (typed, context) => {
    const [name, meaning, behaviours] = [wordAt(typed, 0, 'name'), typed.one('meaning') ?? '', (typed.one('behaviours') ?? '').split(';').map((one) => one.trim()).filter((one) => one !== '')]
    done(context, await context.call(strategyRoutes.addValue, { body: { name, meaning, behaviours } }), `Added ${name}.`)
  },
}

const retire: Command = {
  name: 'strategy retire-value',
  usage: '<value>',
  summary: 'Retire a value of the organisation; what is mapped to it diverges again',
  options: { because: { about: 'Why', takes: 'text' } },
  run: async (typed, context) => {
    const { id, name, version } = findValue(await context.call(strategyRoutes.readValues, {}), wordAt(typed, 0, 'value'))
    done(context, await context.call(strategyRoutes.retireValue, { params: { id }, body: { version, reason: required(typed, 'because') } }), `Retired ${name}.`)
  },
}

const unitValue: Command = {
  name: 'strategy unit-value',
  usage: '<unit> <words>',
  summary: 'Say what a unit stands for, and map or justify it; words that were said already are only mapped',
  options: { value: { about: 'The value of the organisation that it is', takes: 'value' }, 'own-because': { about: 'Why it is the unit’s own', takes: 'text' } },
  run: async (typed, context) => {
    const [value, because, said] = [typed.one('value'), typed.one('own-because'), wordAt(typed, 1, 'words')]
    if (value !== undefined && because !== undefined) throw new UsageError('Found --value and --own-because; expected one of them.')
    const before = await context.call(strategyRoutes.readValues, {})
    const unit = oneOf('strategy of a unit', before.units, wordAt(typed, 0, 'unit'), ({ name }) => [name])
    // What is looked for is looked for first: words are not kept where they cannot be mapped.
    const mapping = value !== undefined ? { kind: 'value' as const, valueId: findValue(before, value).id } : because !== undefined ? { kind: 'own' as const, reason: because } : undefined
    const stated = statementOf(before, unit.id, said) && mapping ? before : await context.call(strategyRoutes.stateUnitValue, { body: { unitId: unit.id, words: said } })
    const statement = statementOf(stated, unit.id, said)
    if (!mapping || !statement) return done(context, stated, `${unit.name} says: ${said}. It diverges until it is mapped or justified.`)
    done(context, await context.call(strategyRoutes.mapUnitValue, { params: { id: statement.id }, body: { version: statement.version, mapping } }), `${unit.name} says: ${said}. ${value === undefined ? 'It is its own.' : 'It is mapped.'}`)
  },
}

const decisionValue: Command = {
  name: 'strategy decision-value',
  usage: '<decision> <value>',
  summary: 'Say which value a decision served, and which it went against',
  options: { against: { about: 'The value that it went against', takes: 'value' }, because: { about: 'Why it did all the same', takes: 'text' } },
  run: async (typed, context) => {
    const register = await context.call(strategyRoutes.readValues, {})
    const decision = oneOf('decision', register.decisions, wordAt(typed, 0, 'decision'), ({ question }) => [question])
    const [served, against] = [findValue(register, wordAt(typed, 1, 'value')), typed.one('against')]
    const opposed = against === undefined ? {} : { against: { valueId: findValue(register, against).id, reason: required(typed, 'because') } }
    done(context, await context.call(strategyRoutes.tagDecision, { body: { decisionId: decision.id, servedId: served.id, ...opposed } }), `“${decision.question}” served ${served.name}.`)
  },
}

const findValue = ({ values }: ValuesRegister, word: string): OrganisationValue => oneOf('value', values.filter(({ retired }) => retired === null), word, ({ name }) => [name])
const statementOf = ({ units }: ValuesRegister, unitId: string, said: string) => units.find(({ id }) => id === unitId)?.statements.find(({ words }) => words.toLowerCase() === said.trim().toLowerCase())
const done = ({ print }: Context, register: ValuesRegister, words: string): void => print.answer(register, () => [words, summary(register)])
const summary = ({ statements, diverging, notTakenUp, conflicts }: ValuesRegister): string =>
  `${diverging} of ${statements} statements diverge; ${notTakenUp === null ? 'no unit has said what it stands for' : `${notTakenUp.length} values are taken up by nobody`}; ${conflicts} declared conflicts.`

const lines = (register: ValuesRegister): readonly string[] => [
  ...tableLines(register.values, [
    { head: 'Value', of: ({ name, retired }: OrganisationValue) => (retired ? `${name} (retired)` : name), widest: 40 }, { head: 'Seen in', of: ({ behaviours }: OrganisationValue) => behaviours.join('; '), widest: 60 }, { head: 'Taken up by', of: ({ takenUpBy }: OrganisationValue) => takenUpBy.join(', ') || '(nobody)', widest: 40 },
    { head: 'Served', of: ({ served }: OrganisationValue) => String(served), right: true }, { head: 'Against', of: ({ against }: OrganisationValue) => String(against), right: true },
  ]),
  ...register.units.flatMap(({ name, statements }: UnitValues) => (statements.length === 0 ? [] : ['', name, ...statements.map(({ words, standing, value, reason }) => `  ${words}: ${standing === 'mapped' ? value : standing === 'own' ? `its own, ${reason}` : standing === 'lapsed' ? `diverges, ${value} was retired` : 'diverges'}`)])),
  ...conflictLines(register.decisions),
  '', summary(register),
]
const conflictLines = (decisions: readonly ValuedDecision[]): readonly string[] => {
  const conflicts = decisions.flatMap(({ question, tags }) => tags.flatMap(({ served, against }) => (against ? [`  ${question}: ${served.name} before ${against.name}, ${against.reason}`] : [])))
  return conflicts.length === 0 ? [] : ['', 'Declared conflicts', ...conflicts]
}

export const valueCommands: readonly Command[] = [show, add, retire, unitValue, decisionValue]
