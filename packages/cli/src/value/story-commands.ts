import { valueRoutes, type StoryFigure, type SuccessStory } from '@throughline/contract/value'
import type { Command } from '../terminal/command.ts'
import { explanationLines } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'
import { amountText } from './ledger-amounts.ts'

const show: Command = {
  name: 'value stories',
  usage: '[<story>]',
  summary: 'Success stories with how their figures stand in the ledger; or one as text, each figure with its label',
  options: { why: { about: 'Explain the figures of one story' } },
  run: async (typed, { call, print }) => {
    const { stories, omitted } = await call(valueRoutes.readStories, {})
    const [word] = typed.words
    if (word !== undefined) {
      const story = oneOf('story', stories, word, ({ title }) => [title])
      return print.answer(story, () => storyLines(story, typed.on('why')))
    }
    print.answer({ stories, omitted }, () => (stories.length === 0 ? ['No success story is told yet.'] : [
      ...tableLines<SuccessStory>(stories, [
        { head: 'Story', of: ({ title }) => title, widest: 60 }, { head: 'State', of: ({ state }) => state.replaceAll('_', ' ') }, { head: 'Published', of: ({ published }) => published?.at.slice(0, 10) ?? '' }, { head: 'Figures', of: ({ figures }) => String(figures.length), right: true },
        { head: 'Unverified', of: ({ figures }) => String(figures.filter(({ label }) => label === 'unverified').length), right: true }, { head: 'Changed since', of: ({ figures }) => String(figures.filter(({ standing }) => standing !== 'stands').length), right: true },
      ]),
      ...(omitted > 0 ? [`… and ${omitted} more`] : []),
    ]))
  },
}

const figureText = ({ nowMinor, unit }: StoryFigure): string => (nowMinor === null ? 'amount withheld' : `${amountText(nowMinor, unit)} ${unit}`)

function storyLines({ title, parts, figures, objectives, contributors }: SuccessStory, why: boolean): readonly string[] {
  const byNo = new Map(figures.map((figure) => [figure.no, figure]))
  const told = parts.map((part) => {
    if (part.kind !== 'figure') return part.kind === 'typed' ? `${part.text} (unverified)` : part.text
    const figure = byNo.get(part.no)
    return figure ? `${figureText(figure)} (${figure.label})` : ''
  })
  const named = contributors.filter(({ answer }) => answer === 'agreed').map(({ person, part }) => (part ? `${person.name} (${part})` : person.name))
  return [
    title, '', ...told.join('').split('\n'), '',
    ...tableLines(figures, [{ head: '', of: ({ no }) => `[${no}]` }, { head: 'Benefit', of: ({ benefit }) => benefit, widest: 40 }, { head: 'Period', of: ({ period }) => period }, { head: 'Label', of: ({ label }) => label }, { head: 'In the ledger', of: figureText, right: true }, { head: 'Since it was written', of: ({ standing }) => standing }]),
    ...(objectives.length > 0 ? [`Contributes to: ${objectives.map(({ statement }) => statement).join('; ')}`] : []), ...(named.length > 0 ? [`With: ${named.join(', ')}`] : []),
    ...(why ? figures.flatMap((figure) => ['', ...explanationLines(figure.why)]) : []),
  ]
}

export const storyCommands: readonly Command[] = [show]
