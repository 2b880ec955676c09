import { valueRoutes } from '@throughline/contract/value'
import type { DrawnAct, Writers } from './kinds.ts'

/** Success stories: one of what the ledger has, named, published, taken back and removed. The editor writes, the owner is named. */
export const storyActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const stories = async () => (await owner.read(valueRoutes.readStories, {})).stories
  const unpublished = async () => (await stories()).find(({ state }) => state !== 'published')
  const named = async () => (await stories()).flatMap(({ contributors }) => contributors)[0]
  return {
    'tell a story': async () => {
      const [found] = (await owner.read(valueRoutes.readStoryFigures, {})).figures
      return found && editor.call(valueRoutes.addStory, { body: { title: 'What came of it', words: `${word()}: [1]`, figures: [{ benefitId: found.benefitId, period: found.period, unverified: found.verified === '0' }] } })
    },
    'change a story': async () => {
      const story = await unpublished()
      return story && editor.call(valueRoutes.changeStory, { params: { id: story.id }, body: { version: story.version, words: `${word()}, and so: [1]` } })
    },
    'name a contributor': async () => {
      const story = (await stories()).find(({ contributors }) => contributors.length === 0)
      return story && editor.call(valueRoutes.nameContributor, { params: { id: story.id }, body: { accountId: owner.actor.accountId, part: word() } })
    },
    'agree to be named': async () => {
      const one = await named()
      return one && owner.call(valueRoutes.answerNaming, { params: { id: one.id }, body: { version: one.version, answer: 'agreed' } })
    },
    'publish a story': async () => {
      const story = await unpublished()
      return story && editor.call(valueRoutes.publishStory, { params: { id: story.id }, body: { version: story.version } })
    },
    'name somebody no longer': async () => {
      const one = await named()
      return one && editor.call(valueRoutes.removeContributor, { params: { id: one.id }, query: { version: one.version } })
    },
    'take a story back': async () => {
      const story = (await stories()).find(({ state }) => state === 'published')
      return story && editor.call(valueRoutes.takeBackStory, { params: { id: story.id }, body: { version: story.version, reason: word() } })
    },
    'remove a story': async () => {
      const story = await unpublished()
      return story && editor.call(valueRoutes.removeStory, { params: { id: story.id }, query: { version: story.version } })
    },
  }
}
