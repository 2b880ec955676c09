import { strategyRoutes, type Contradiction, type Contradictions } from '@throughline/contract/strategy'
import { required, wordAt, type Command } from '../terminal/command.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const list: Command = {
  name: 'strategy contradictions',
  summary: 'What contradicts itself, what somebody manages, and what could not be checked',
  run: async (_, { call, print }) => {
    const register = await call(strategyRoutes.readContradictions, {})
    print.answer(register, () => registerLines(register))
  },
}

function registerLines({ entries, unchecked, checked }: Contradictions): readonly string[] {
  return [
    `Checked ${checked.objectives} objectives, ${checked.measures} measures and ${checked.initiatives} initiatives.`,
    ...(entries.length === 0 ? ['Nothing contradicts itself.'] : tableLines(entries, columns)),
    '',
    'Nothing is recorded yet for:',
    ...unchecked.map(({ rule, title, needs }) => `  ${rule} ${title}. It needs: ${needs}`),
  ]
}

const columns = [
  { head: 'Rule', of: ({ rule }: Contradiction) => rule },
  { head: 'Severity', of: ({ severity }: Contradiction) => severity ?? '' },
  { head: 'State', of: ({ state }: Contradiction) => state },
  { head: 'Managed by', of: ({ accepted }: Contradiction) => (accepted ? `${accepted.owner} until ${accepted.reviewOn}` : '') },
  { head: 'What', of: ({ words }: Contradiction) => words },
]

const accept: Command = {
  name: 'strategy accept-tension',
  usage: '<words of the contradiction>',
  summary: 'Live with a tension: who, by which rule, and until when',
  options: { owner: { about: 'Who manages it', takes: 'name' }, rule: { about: 'How the trade-off is made', takes: 'text' }, review: { about: 'When it is looked at again, YYYY-MM-DD', takes: 'date' } },
  run: async (typed, { call, print }) => {
    const { entries } = await call(strategyRoutes.readContradictions, {})
    const { id: key } = oneOf('contradiction', entries.map((one) => ({ id: one.key, words: one.words })), wordAt(typed, 0, 'words of the contradiction'), ({ words }) => [words])
    const register = await call(strategyRoutes.acceptTension, { body: { key, owner: required(typed, 'owner'), tradeOff: required(typed, 'rule'), reviewOn: required(typed, 'review') } })
    print.answer(register, () => [`${required(typed, 'owner')} manages it until ${required(typed, 'review')}.`])
  },
}

const reopen: Command = {
  name: 'strategy reopen-tension',
  usage: '<words of the contradiction>',
  summary: 'Live with a tension no longer',
  run: async (typed, { call, print }) => {
    const { entries } = await call(strategyRoutes.readContradictions, {})
    const managed = entries.flatMap(({ words, accepted }) => (accepted ? [{ words, ...accepted }] : []))
    const { id, version } = oneOf('managed tension', managed, wordAt(typed, 0, 'words of the contradiction'), ({ words }) => [words])
    const register = await call(strategyRoutes.reopenTension, { params: { id }, query: { version } })
    print.answer(register, () => ['It is managed no longer.'])
  },
}

export const contradictionCommands: readonly Command[] = [list, accept, reopen]
