import { strategyRoutes, type OrganisationValue, type ValuesRegister } from '@throughline/contract/strategy'
import { checkTable, set, theOne, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'

/** Sentences about values of the organisation, what units say of theirs, and decisions that named one. */
export const valuesSentences: readonly Sentence[] = [
  does('{person} adds the value {text}', ({ world }, person, name) => act(world, person, strategyRoutes.addValue, { body: { name, meaning: '', behaviours: [] } })),
  does('{person} retires the value {text} because {text}', async ({ world }, person, name, reason) => {
    const { id, version } = valueIn(await registerOf(world), name)
    await act(world, person, strategyRoutes.retireValue, { params: { id }, body: { version, reason } })
  }),
  does('{person} says that {text} stands for {text}', async ({ world }, person, unit, said) => act(world, person, strategyRoutes.stateUnitValue, { body: { unitId: theOne('unit', (await registerOf(world)).units, ({ name }) => name, unit).id, words: said } })),
  does('{person} maps {text} to the value {text}', async ({ world }, person, said, name) => {
    const register = await registerOf(world)
    const { id, version } = theOne('statement', register.units.flatMap(({ statements }) => statements), (one) => one.words, said)
    await act(world, person, strategyRoutes.mapUnitValue, { params: { id }, body: { version, mapping: { kind: 'value', valueId: valueIn(register, name).id } } })
  }),
  does('{person} justifies {text} because {text}', async ({ world }, person, said, reason) => {
    const { id, version } = theOne('statement', (await registerOf(world)).units.flatMap(({ statements }) => statements), (one) => one.words, said)
    await act(world, person, strategyRoutes.mapUnitValue, { params: { id }, body: { version, mapping: { kind: 'own', reason } } })
  }),
  does('{person} says that the last decision served {text}', async ({ world }, person, name) => {
    const register = await registerOf(world)
    await act(world, person, strategyRoutes.tagDecision, { body: { decisionId: lastDecision(register), servedId: valueIn(register, name).id } })
  }),
  does('{person} says that the last decision served {text} against {text} because {text}', async ({ world }, person, name, against, reason) => {
    const register = await registerOf(world)
    await act(world, person, strategyRoutes.tagDecision, { body: { decisionId: lastDecision(register), servedId: valueIn(register, name).id, against: { valueId: valueIn(register, against).id, reason } } })
  }),
  checks('the values read', async ({ world, table }) => checkTable('values', table, (await registerOf(world)).values, valueColumns)),
  checks('what units stand for reads', async ({ world, table }) => {
    const { units } = await registerOf(world)
    checkTable('statements', table, units.flatMap(({ name, statements }) => statements.map((one) => ({ ...one, unit: name }))), statementColumns)
  }),
]

type Said = ValuesRegister['units'][number]['statements'][number] & { readonly unit: string }
const valueColumns = {
  value: words<OrganisationValue>((one) => one.name), 'taken up by': set<OrganisationValue>((one) => one.takenUpBy), served: words<OrganisationValue>((one) => one.served), against: words<OrganisationValue>((one) => one.against),
}
const statementColumns = { unit: words<Said>((one) => one.unit), statement: words<Said>((one) => one.words), standing: words<Said>((one) => one.standing), reason: words<Said>((one) => one.reason || 'none') }

const registerOf = ({ home }: World): Promise<ValuesRegister> => home.viewer.read(strategyRoutes.readValues, {})
const valueIn = ({ values }: ValuesRegister, name: string): OrganisationValue => theOne('value', values, (one) => one.name, name)
const lastDecision = ({ decisions }: ValuesRegister): string => present(decisions[0], 'decision').id
