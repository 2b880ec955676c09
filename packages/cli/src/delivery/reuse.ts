import { deliveryRoutes, type Component, type ReuseChance, type ReuseOffer } from '@throughline/contract/delivery'
import { wordAt, type Command } from '../terminal/command.ts'
import { explanationLines, metricText } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'delivery reuse',
  usage: '[words]',
  summary: 'What initiatives make that others can use, with who reuses it and what that saves',
  options: { why: { about: 'Explain what it saves' } },
  run: async (typed, { call, print }) => {
    const search = typed.words.join(' ')
    const board = await call(deliveryRoutes.readReuse, { query: search === '' ? {} : { search } })
    const { components, offers, saving } = board
    print.answer(board, () => [
      ...(components.length === 0 ? ['No component fits.'] : tableLines(components, [
        { head: 'Component', of: (one: Component) => one.name, widest: 50 }, { head: 'Kind', of: ({ kind }) => kind }, { head: 'Made by', of: ({ initiative }) => initiative.name, widest: 40 }, { head: 'State', of: ({ state }) => state.replaceAll('_', ' ') }, { head: 'Deliverable', of: ({ deliverable }) => (deliverable ? `${deliverable.name}, ${deliverable.state}${deliverable.edition > 1 ? `, edition ${deliverable.edition}` : ''}` : ''), widest: 40 }, { head: 'From', of: ({ availableOn }) => availableOn },
        { head: 'Skills', of: ({ skills }) => skills.join(', '), widest: 30 }, { head: 'Reused by', of: ({ reusedBy }) => reusedBy.map(({ name }) => name).join(', '), widest: 50 },
      ])),
      ...(board.omitted > 0 ? [`… and ${board.omitted} more`] : []),
      ...(offers.length === 0 ? [] : ['', ...tableLines(offers, [
        { head: 'Offer', of: (one: ReuseOffer) => one.component.name, widest: 40 }, { head: 'From', of: ({ from }) => from.name, widest: 30 }, { head: 'To', of: ({ to }) => to.name, widest: 30 }, { head: 'Person hours', of: ({ leastHours, mostHours }) => `${leastHours} to ${mostHours}`, right: true }, { head: 'State', of: ({ state }) => (state === 'offered' ? 'waits, unverified' : state) },
        { head: 'Confirmed', of: ({ saved }) => (saved ? String(saved.hours) : ''), right: true },
      ])]),
      ...(board.omittedOffers > 0 ? [`… and ${board.omittedOffers} more`] : []),
      `Accepted ${metricText(saving.least.metric, String)} to ${metricText(saving.most.metric, String)} person hours; ${metricText(saving.waiting.metric, String)} at most wait and are unverified; confirmed ${metricText(saving.saved.metric, String)}.`,
      ...(typed.on('why') ? [saving.most, saving.waiting, saving.saved].flatMap(({ why }) => ['', ...explanationLines(why)]) : []),
    ])
  },
}

const fits: Command = {
  name: 'delivery reuse fits',
  usage: '<component>',
  summary: 'Which initiatives read as if they could use a component',
  options: { why: { about: 'Say by which words' } },
  run: async (typed, { call, print }) => {
    const { components } = await call(deliveryRoutes.readReuse, { query: {} })
    const found = await call(deliveryRoutes.readComponentFits, { params: { id: oneOf('component', components, wordAt(typed, 0, 'component'), ({ name }) => [name]).id } })
    print.answer(found, () => (found.fits.length === 0 ? [`No initiative reads as if it could use ${found.component.name}.`] : found.fits.flatMap(({ initiative, likeness, offered }) => [`${initiative.name}: likeness ${metricText(likeness.metric, String)}${offered ? ', has an offer already' : ''}`, ...(typed.on('why') ? explanationLines(likeness.why) : [])])))
  },
}

const chances: Command = {
  name: 'delivery reuse chances',
  summary: 'Where initiatives could go together: the same people in a period, the same initiative that they wait for, the same measure, the same skill',
  run: async (_, { call, print }) => {
    const board = await call(deliveryRoutes.readReuse, { query: {} })
    print.answer(board.chances, () => [
      ...(board.chances.length === 0 ? ['No two initiatives that go on share any of this.'] : tableLines(board.chances, [
        { head: 'What they share', of: (one: ReuseChance) => one.thing, widest: 40 }, { head: 'How', of: ({ kind }) => kind }, { head: 'When', of: ({ period }) => period ?? '' }, { head: 'Initiatives', of: ({ initiatives, count }) => `${initiatives.map(({ name }) => name).join(', ')}${count > initiatives.length ? ` and ${count - initiatives.length} more` : ''}`, widest: 80 },
      ])),
      ...(board.omittedChances > 0 ? [`… and ${board.omittedChances} more`] : []),
    ])
  },
}

export const reuseCommands: readonly Command[] = [show, fits, chances]
