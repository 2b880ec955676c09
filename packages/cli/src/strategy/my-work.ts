import { strategyRoutes, type MyWork, type OwnThing } from '@throughline/contract/strategy'
import type { Command } from '../terminal/command.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'strategy my-work',
  summary: 'What you own or work on, which objectives it contributes to, and what was recorded on its line',
  run: async (_, { call, print }) => {
    const work = await call(strategyRoutes.readMyWork, {})
    print.answer(work, () => (work.things.length === 0 ? ['Nothing is in your hands yet.'] : workLines(work)))
  },
}

function workLines({ things, objectives, omitted }: MyWork): readonly string[] {
  const statements = new Map(objectives.map(({ id, name }) => [id, name]))
  return [
    ...tableLines(objectives, [{ head: 'Contributes to', of: ({ name }) => name, widest: 70 }, { head: 'Of', of: ({ note }) => note, widest: 40 }, { head: 'Things', of: ({ ownIds }) => String(ownIds.length), right: true }]), '',
    ...tableLines<OwnThing>(things, [
      { head: 'What', of: ({ name }) => name, widest: 50 }, { head: 'Kind', of: ({ kind }) => kind.replaceAll('_', ' ') }, { head: 'As', of: ({ ties }) => ties.join(', ') },
      { head: 'Objectives', of: ({ objectiveIds }) => (objectiveIds.length === 0 ? '(on no line)' : objectiveIds.map((id) => statements.get(id) ?? '').join('; ')), widest: 70 }, { head: 'Records', of: ({ records }) => String(records), right: true },
    ]),
    ...(omitted > 0 ? [`… and ${omitted} more`] : []),
  ]
}

export const myWorkCommands: readonly Command[] = [show]
