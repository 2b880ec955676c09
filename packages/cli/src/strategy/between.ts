import { strategyRoutes, type CommonFinding, type CommonLink, type CommonLinks } from '@throughline/contract/strategy'
import type { Caller } from '../terminal/call.ts'
import { required, wordAt, type Command } from '../terminal/command.ts'
import { percent } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'

const strategiesOfUnits = async (call: Caller) => (await call(strategyRoutes.readTree, {})).strategies.filter(({ parentId }) => parentId !== null)

const show: Command = {
  name: 'strategy common-links',
  usage: '<strategy> <strategy>',
  summary: 'What the objectives of two units have in common: measures, initiatives, and words that only suggest it',
  options: {},
  run: async (typed, { call, print }) => {
    const strategies = await strategiesOfUnits(call)
    const [a, b] = [0, 1].map((at) => oneOf('strategy', strategies, wordAt(typed, at, 'strategy'), ({ name, unit }) => [name, ...(unit === null ? [] : [unit])]).id)
    const found = await call(strategyRoutes.readCommonLinks, { query: { a, b } })
    print.answer(found, () => linesOf(found, new Set([a, b].flatMap((id) => strategies.find((one) => one.id === id)?.name ?? []))))
  },
}

const decide: Command = {
  name: 'strategy join-objectives',
  usage: '<objective> <objective>',
  summary: 'Accept a link between objectives of two units, or set it aside, with the reason',
  options: { because: { about: 'Why', takes: 'text' }, 'set-aside': { about: 'They do not belong together, and it is not suggested again' } },
  run: async (typed, { call, print }) => {
    const objectives = (await strategiesOfUnits(call)).flatMap((one) => one.objectives)
    const [from = '', to = ''] = [0, 1].map((at) => oneOf('objective', objectives, wordAt(typed, at, 'objective'), ({ statement }) => [statement]).id)
    const link = await call(strategyRoutes.decideCommonLink, { body: { from, to, state: typed.on('set-aside') ? 'set_aside' : 'accepted', why: required(typed, 'because') } })
    print.answer(link, () => [linkLine(link)])
  },
}

const linesOf = ({ findings, links }: CommonLinks, names: ReadonlySet<string>): readonly string[] => [
  ...(findings.length === 0 ? ['Nothing more is found.'] : findings.flatMap(findingLines)),
  ...links.filter(({ from, to }) => names.has(from.strategy) && names.has(to.strategy)).map(linkLine),
]
const findingLines = ({ from, to, reasons }: CommonFinding): readonly string[] => [`“${from.statement}” (${from.strategy}) and “${to.statement}” (${to.strategy})`, ...reasons.map(({ kind, names, likeness }) => `  ${kind === 'measure' ? 'one measure' : kind === 'initiative' ? 'served by both' : `a suggestion, words ${percent(likeness ?? 0)} alike`}: ${names.join(', ')}`)]
const linkLine = ({ from, to, state, why, decidedBy, decidedAt }: CommonLink): string => `${state === 'accepted' ? 'Linked' : 'Set aside'} by ${decidedBy} on ${decidedAt.slice(0, 10)}: “${from.statement}” and “${to.statement}”. ${why}`

export const betweenCommands: readonly Command[] = [show, decide]
