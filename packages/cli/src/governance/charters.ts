import { governanceRoutes, type Charter, type CharterOverlap } from '@throughline/contract/governance'
import type { Command } from '../terminal/command.ts'
import { explanationLines } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'

const charters: Command = {
  name: 'charters',
  summary: 'Role charters of the PMO and of other bodies, until when they stand, and where they overlap',
  options: { why: { about: 'Explain each overlap' } },
  run: async (typed, { call, print }) => {
    const found = await call(governanceRoutes.readCharters, {})
    print.answer(found, () => (found.charters.length === 0 ? ['No role is written down.'] : [
      ...tableLines(found.charters, [
        { head: 'Body', of: (one: Charter) => one.text.body, widest: 40 }, { head: 'Role', of: ({ text }) => text.role ?? '' }, { head: 'State', of: ({ state }) => state }, { head: 'Expires on', of: ({ editions: [last] }) => last?.expiresOn ?? '' }, { head: 'Signed by', of: ({ editions: [last] }) => last?.by ?? '', widest: 30 },
        { head: 'Subjects', of: ({ text }) => String(text.rows.length), right: true }, { head: 'Not sound', of: ({ faults }) => faults.map(({ subject, kind }) => `${subject}: ${kind.replaceAll('_', ' ')}`).join('; '), widest: 60 },
      ]),
      ...(found.overlaps.length === 0 ? ['No two bodies have the same subject in writing.'] : ['', ...tableLines(found.overlaps, [{ head: 'Overlap', of: (one: CharterOverlap) => one.subject, widest: 40 }, { head: 'Bodies', of: ({ bodies }) => bodies.join(' and '), widest: 60 }, { head: 'Accountable', of: ({ conflict }) => (conflict ? 'two are named' : 'the same') }])]),
      ...(typed.on('why') ? found.overlaps.flatMap(({ why }) => ['', ...explanationLines(why)]) : []),
    ]))
  },
}

export const charterCommands: readonly Command[] = [charters]
