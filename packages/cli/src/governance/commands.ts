import { governanceRoutes } from '@throughline/contract/governance'
import { countOf, type Command } from '../terminal/command.ts'
import { tableLines } from '../terminal/print.ts'

const history: Command = {
  name: 'history',
  summary: 'Who changed what, when and why, newest first',
  options: { first: { about: 'How many; 50 unless said', takes: 'number' } },
  run: async (typed, { call, print }) => {
    const found = await call(governanceRoutes.listRevisions, { query: { limit: countOf(typed, 'first') ?? 50 } })
    print.answer(found, () =>
      tableLines(found, [
        { head: 'At', of: ({ at }) => at.slice(0, 19).replace('T', ' ') },
        { head: 'By', of: ({ by }) => by },
        { head: 'Act', of: ({ act }) => act },
        { head: 'What', of: ({ kind }) => kind },
        { head: 'Changes', of: ({ changes }) => changes.map(({ field, before, after }) => `${field}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`).join('; '), widest: 100 },
        { head: 'Why', of: ({ why }) => why ?? '' },
      ]),
    )
  },
}

export const governanceCommands: readonly Command[] = [history]
