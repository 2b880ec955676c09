import { strategyRoutes, type Ground, type Grounds, type NewGround } from '@throughline/contract/strategy'
import { policyAttributes, type PolicyAttribute, type PolicyRule } from '@throughline/engine/strategy'
import { findInitiative } from '../demand/index.ts'
import { required, UsageError, wordAt, type Command, type Context, type Typed } from '../terminal/command.ts'
import { minorText, readAmount } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'
import { findMeasure } from './find.ts'

const show: Command = {
  name: 'strategy grounds',
  summary: 'Policies, rewards and assets that the register of contradictions looks at',
  run: async (_, { call, print }) => {
    const all = await call(strategyRoutes.readGrounds, {})
    print.answer(all, () => lines(all))
  },
}

const period = { from: { about: 'The first day, YYYY-MM-DD', takes: 'date' }, to: { about: 'The day from which on no more, YYYY-MM-DD', takes: 'date' } } as const

const addPolicy: Command = {
  name: 'strategy add-policy',
  usage: '<name>',
  summary: 'Add a policy that initiatives must keep',
  options: {
    of: { about: `What of an initiative: ${policyAttributes.join(', ')}`, takes: 'word' },
    'at-most': { about: 'The most that a cost or benefits may be', takes: 'amount' }, 'at-least': { about: 'The least that a cost or benefits may be', takes: 'amount' },
    equals: { about: 'What anything else must be', takes: 'text' }, differs: { about: 'What anything else must not be', takes: 'text' }, ...period,
  },
  run: async (typed, context) => {
    const [name, attribute, [rule, text]] = [wordAt(typed, 0, 'name'), attributeOf(typed), ruleOf(typed)]
    // An amount is written as people write it; whatever else is said goes as it is, so that the server tells what does not fit.
    const value = isAmount(attribute) && (rule === 'at_most' || rule === 'at_least') ? String(readAmount(text, (await context.call(strategyRoutes.readGrounds, {})).currency)) : text
    await add(context, { kind: 'policy', name, attribute, rule, value, from: typed.one('from') ?? null, to: typed.one('to') ?? null })
  },
}

const addReward: Command = {
  name: 'strategy add-reward',
  usage: '<role> <measure>',
  summary: 'Say that somebody is rewarded for moving a measure',
  options: { for: { about: 'What is rewarded: higher or lower', takes: 'word' } },
  run: async (typed, context) => {
    const [role, direction] = [wordAt(typed, 0, 'role'), required(typed, 'for').toLowerCase()]
    if (direction !== 'higher' && direction !== 'lower') throw new UsageError(`Found --for ${direction}; expected higher or lower.`)
    const { id: measureId } = await findMeasure(context.call, wordAt(typed, 1, 'measure'))
    await add(context, { kind: 'reward', role, direction, measureId })
  },
}

const addNeed: Command = {
  name: 'strategy add-asset-need',
  usage: '<initiative> <asset> <state>',
  summary: 'Say in which state an initiative needs an asset, from when until when',
  options: period,
  run: async (typed, context) => add(context, { kind: 'asset_need', ...(await assetOf(typed, context)), from: required(typed, 'from'), to: required(typed, 'to') }),
}

const addChange: Command = {
  name: 'strategy add-asset-change',
  usage: '<initiative> <asset> <state>',
  summary: 'Say to which state an initiative brings an asset, and when',
  options: { on: { about: 'The day, YYYY-MM-DD', takes: 'date' } },
  run: async (typed, context) => add(context, { kind: 'asset_change', ...(await assetOf(typed, context)), on: required(typed, 'on') }),
}

const remove: Command = {
  name: 'strategy remove-ground',
  usage: '<name or words>',
  summary: 'Remove a policy, a reward, or what is needed or changed of an asset',
  run: async (typed, { call, print }) => {
    const before = await call(strategyRoutes.readGrounds, {})
    const ground = oneOf('policy, reward or asset', before.grounds, wordAt(typed, 0, 'name or words'), (one) => (one.kind === 'policy' ? [one.name, groundWords(one, before.currency)] : [groundWords(one, before.currency)]))
    const after = await call(strategyRoutes.removeGround, { params: { id: ground.id }, query: { version: ground.version } })
    print.answer(after, () => [`Removed: ${groundWords(ground, before.currency)}.`])
  },
}

async function add({ call, print }: Context, body: NewGround): Promise<void> {
  const all = await call(strategyRoutes.addGround, { body })
  const added = all.grounds.at(-1)
  print.answer(all, () => [added ? `Recorded: ${groundWords(added, all.currency)}.` : 'Recorded.'])
}

const assetOf = async (typed: Typed, { call }: Context) => ({ initiativeId: (await findInitiative(call, wordAt(typed, 0, 'initiative'))).id, asset: wordAt(typed, 1, 'asset'), state: wordAt(typed, 2, 'state') })

function attributeOf(typed: Typed): PolicyAttribute {
  const text = required(typed, 'of')
  const found = policyAttributes.find((one) => one === text.toLowerCase())
  if (!found) throw new UsageError(`Found --of ${text}; expected ${policyAttributes.join(', ')}.`)
  return found
}

/** The one rule of a policy that was given, with what it asks for. */
function ruleOf(typed: Typed): readonly [PolicyRule, string] {
  const given = (['at_most', 'at_least', 'equals', 'differs'] as const).flatMap((rule) => {
    const text = typed.one(rule.replace('_', '-'))
    return text === undefined ? [] : [[rule, text] as const]
  })
  const [only] = given
  if (!only || given.length > 1) throw new UsageError(`Found ${given.length} of --at-most, --at-least, --equals and --differs; expected one.`)
  return only
}

const isAmount = (attribute: PolicyAttribute): boolean => attribute === 'cost' || attribute === 'benefits'
const ruleWords: Readonly<Record<PolicyRule, string>> = { at_most: 'at most', at_least: 'at least', equals: 'nothing but', differs: 'anything but' }

/** What one of them says, in a sentence without its stop; an amount that may not be seen is withheld. */
export function groundWords(ground: Ground, currency: string): string {
  switch (ground.kind) {
    case 'policy': {
      const { name, attribute, rule, value, from, to } = ground
      const asked = value === null ? '(withheld)' : isAmount(attribute) ? minorText(value, currency) : value
      return `${name}: ${attribute} ${ruleWords[rule]} ${asked}${from === null ? '' : `, from ${from}`}${to === null ? '' : `, until ${to}`}`
    }
    case 'reward':
      return `${ground.role} is rewarded for a ${ground.direction} ${ground.measure?.name ?? '(measure that is gone)'}`
    case 'asset_need':
      return `${ground.initiative?.name ?? gone} needs ${ground.asset} to be ${ground.state} from ${ground.from} until ${ground.to}`
    case 'asset_change':
      return `${ground.initiative?.name ?? gone} makes ${ground.asset} ${ground.state} on ${ground.on}`
  }
}

const gone = '(initiative that is gone)'
const kinds: Readonly<Record<Ground['kind'], string>> = { policy: 'Policy', reward: 'Reward', asset_need: 'Asset needed', asset_change: 'Asset changed' }

const lines = ({ grounds, currency }: Grounds): readonly string[] =>
  grounds.length === 0
    ? ['No policy, reward or asset has been recorded yet; `throughline strategy add-policy` adds a policy.']
    : tableLines(grounds, [{ head: 'Kind', of: ({ kind }: Ground) => kinds[kind] }, { head: 'What', of: (one: Ground) => groundWords(one, currency), widest: 100 }])

/** Policies, rewards and assets that contradictions are looked for in. */
export const groundCommands: readonly Command[] = [show, addPolicy, addReward, addNeed, addChange, remove]
