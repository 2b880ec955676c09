import { strategyRoutes, type Ground, type Grounds, type PolicyAttribute, type PolicyRule } from '@throughline/contract/strategy'
import { checkTable, theOne, words } from '../check.ts'
import { readAmount } from '../pattern.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findInitiative, readStrategy } from './find.ts'

/** Sentences about policies, rewards, and what initiatives need and change of assets. */
export const groundSentences: readonly Sentence[] = [
  does('{person} adds the policy {text}', async ({ world, table }, person, name) => {
    const [{ of = '', rule = '', value = '', from, to } = {}] = present(table, 'table of the policy')
    await act(world, person, strategyRoutes.addGround, { body: { kind: 'policy', name, attribute: of as PolicyAttribute, rule: rule.replace(' ', '_') as PolicyRule, value: of === 'cost' || of === 'benefits' ? String(readAmount(value)) : value, from: from || null, to: to || null } })
  }),
  does('{person} removes the policy {text}', async ({ world }, person, name) => {
    const { id, version } = theOne('policy', (await readGrounds(world)).grounds.filter((one) => one.kind === 'policy'), (one) => one.name, name)
    await act(world, person, strategyRoutes.removeGround, { params: { id }, query: { version } })
  }),
  does('{person} rewards {text} for a {word} {text}', async ({ world }, person, role, direction, measure) => {
    const { id: measureId } = theOne('measure', (await readStrategy(world)).measures, (one) => one.name, measure)
    await act(world, person, strategyRoutes.addGround, { body: { kind: 'reward', role, direction: direction as 'higher', measureId } })
  }),
  does('{person} says that {text} needs {text} to be {word} from {date} to {date}', async ({ world }, person, initiative, asset, state, from, to) =>
    act(world, person, strategyRoutes.addGround, { body: { kind: 'asset_need', asset, state, from, to, initiativeId: (await findInitiative(world, initiative)).id } })),
  does('{person} says that {text} makes {text} {word} on {date}', async ({ world }, person, initiative, asset, state, on) =>
    act(world, person, strategyRoutes.addGround, { body: { kind: 'asset_change', asset, state, on, initiativeId: (await findInitiative(world, initiative)).id } })),
  checks('policies, rewards and assets read', async ({ world, table }) => checkTable('policies, rewards and assets', table, (await readGrounds(world)).grounds, groundColumns)),
]

const groundColumns = { kind: words<Ground>(({ kind }) => kind.replace('_', ' ')), about: words<Ground>((one) => (one.kind === 'policy' ? one.name : one.kind === 'reward' ? one.measure?.name : one.initiative?.name)) }

const readGrounds = ({ home }: World): Promise<Grounds> => home.viewer.read(strategyRoutes.readGrounds, {})
