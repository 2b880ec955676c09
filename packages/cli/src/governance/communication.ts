import { governanceRoutes, type Communication, type Message, type Stakeholder } from '@throughline/contract/governance'
import type { Command } from '../terminal/command.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'communication',
  summary: 'Who is told what and how often, what is overdue longest first',
  options: { stakeholders: { about: 'Who is told, and how they want it' } },
  run: async (typed, { call, print }) => {
    const found = await call(governanceRoutes.readCommunication, {})
    if (typed.on('stakeholders')) return print.answer(found.stakeholders, () => stakeholderLines(found.stakeholders))
    print.answer({ communications: found.communications, overdue: found.overdue }, () => (found.communications.length === 0 ? ['Nothing is planned.'] : [
      ...tableLines<Communication>(found.communications, [
        { head: 'What', of: ({ about }) => about, widest: 50 }, { head: 'To', of: ({ stakeholder }) => stakeholder.name, widest: 30 }, { head: 'Every', of: ({ cadence }) => cadence }, { head: 'State', of: ({ state }) => state.replaceAll('_', ' ') }, { head: 'Due', of: ({ due }) => due?.on ?? '' },
        { head: 'Days over', of: ({ due }) => (due && due.overdueDays > 0 ? String(due.overdueDays) : ''), right: true }, { head: 'Told last', of: ({ toldOn }) => toldOn ?? 'never' }, { head: 'By', of: ({ owner }) => owner.name, widest: 30 },
      ]),
      `${found.overdue} overdue.`,
    ]))
  },
}

const stakeholderLines = (stakeholders: readonly Stakeholder[]): readonly string[] => tableLines(stakeholders, [
  { head: 'Stakeholder', of: ({ name }) => name, widest: 40 }, { head: 'Member', of: ({ account }) => account?.name ?? '', widest: 30 }, { head: 'Channel', of: ({ channel }) => channel }, { head: 'Detail', of: ({ detail }) => detail }, { head: 'Language', of: ({ language }) => language }, { head: 'Opted out', of: ({ optedOut }) => (optedOut ? 'yes' : '') },
])

const log: Command = {
  name: 'communication log',
  summary: 'What stakeholders were told, newest first, and what came back',
  run: async (_, { call, print }) => {
    const { messages, omitted } = await call(governanceRoutes.readCommunication, {})
    print.answer(messages, () => (messages.length === 0 ? ['Nothing was told yet.'] : [
      ...tableLines<Message>(messages, [
        { head: 'On', of: ({ on }) => on }, { head: 'To', of: ({ stakeholder }) => stakeholder.name, widest: 30 }, { head: 'About', of: ({ about }) => about, widest: 40 }, { head: 'By', of: ({ channel, deliveredBy, mail }) => `${channel}${mail ? `, ${mail.state === 'sending' ? 'perhaps not sent' : mail.state === 'failed' ? 'not sent' : 'sent'}` : ''}, ${deliveredBy}`, widest: 40 }, { head: 'Said', of: ({ words }) => words.split('\n')[0] ?? '', widest: 50 },
        { head: 'Answer', of: ({ answer }) => answer?.words.split('\n')[0] ?? '', widest: 50 },
      ]),
      ...(omitted > 0 ? [`… and ${omitted} more`] : []),
    ]))
  },
}

export const communicationCommands: readonly Command[] = [show, log]
