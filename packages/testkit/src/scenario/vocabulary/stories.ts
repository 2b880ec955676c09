import { valueRoutes, type StoryFigure, type SuccessStory } from '@throughline/contract/value'
import { checkTable, theOne, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { accountOf, act, present, type World } from '../world.ts'
import { nobodysId } from './find.ts'

/** Sentences about success stories: which figures they tell, who reads them, and who is named. */
export const storySentences: readonly Sentence[] = [
  does('{person} tells the story {text} as {text} by', async ({ world, table }, person, title, said) => {
    const { benefits } = await world.home.viewer.read(valueRoutes.readRegister, {})
    const figures = present(table, 'table of figures').map(({ benefit = '', period = '', label = '' }) => ({ benefitId: benefits.find(({ name }) => name === benefit)?.id ?? nobodysId, period, ...(label === 'unverified' ? { unverified: true } : {}) }))
    await act(world, person, valueRoutes.addStory, { body: { title, words: said, figures } })
  }),
  does('{person} tells the story {text} as {text}', ({ world }, person, title, said) => act(world, person, valueRoutes.addStory, { body: { title, words: said, figures: [] } })),
  does('{person} rewrites the story {text} as {text}', async ({ world }, person, title, said) => {
    const { id, version } = await findStory(world, title)
    await act(world, person, valueRoutes.changeStory, { params: { id }, body: { version, words: said } })
  }),
  does('{person} publishes the story {text}', async ({ world }, person, title) => {
    const { id, version } = await findStory(world, title)
    await act(world, person, valueRoutes.publishStory, { params: { id }, body: { version } })
  }),
  does('{person} takes back the story {text} because {text}', async ({ world }, person, title, reason) => {
    const { id, version } = await findStory(world, title)
    await act(world, person, valueRoutes.takeBackStory, { params: { id }, body: { version, reason } })
  }),
  does('{person} names {person} in the story {text}', async ({ world }, person, named, title) => act(world, person, valueRoutes.nameContributor, { params: { id: (await findStory(world, title)).id }, body: { accountId: accountOf(world, named), part: 'Did it' } })),
  does('{person} says that {person} may be named in the story {text}', async ({ world }, person, named, title) => {
    const { id, version } = present((await findStory(world, title)).contributors.find((one) => one.person.id === accountOf(world, named)), `${named} among the contributors`)
    await act(world, person, valueRoutes.answerNaming, { params: { id }, body: { version, answer: 'agreed' } })
  }),
  checks('the viewer reads the stories', async ({ world, table }) => checkTable('stories', table, (await world.home.viewer.read(valueRoutes.readStories, {})).stories, storyColumns)),
  checks('the figures of the story {text} read', async ({ world, table }, title) => checkTable('figures', table, (await findStory(world, title)).figures, figureColumns)),
]

/** The story of a title, as who writes them sees it. */
const findStory = async ({ home }: World, title: string): Promise<SuccessStory> => theOne('story', (await home.owner.read(valueRoutes.readStories, {})).stories, (one) => one.title, title)

const euros = (minor: string | null): string => (minor === null ? 'withheld' : String(Number(minor) / 100))
const figureColumns = {
  figure: words<StoryFigure>(({ no }) => no), benefit: words<StoryFigure>(({ benefit }) => benefit), label: words<StoryFigure>(({ label }) => label), stated: words<StoryFigure>(({ statedMinor }) => euros(statedMinor)), now: words<StoryFigure>(({ nowMinor }) => euros(nowMinor)),
  standing: words<StoryFigure>(({ standing }) => standing),
}
const told = ({ parts, figures }: SuccessStory): string => parts.map((part) => (part.kind === 'figure' ? `${euros(figures[part.no - 1]?.nowMinor ?? null)} (${figures[part.no - 1]?.label})` : part.kind === 'typed' ? `${part.text} (unverified)` : part.text)).join('')
const storyColumns = {
  story: words<SuccessStory>(({ title }) => title), says: words<SuccessStory>(told), objectives: words<SuccessStory>(({ objectives }) => objectives.map(({ statement }) => statement).join(', ')), named: words<SuccessStory>(({ contributors }) => contributors.length), asked: words<SuccessStory>(({ unanswered }) => unanswered),
}
