import type { StoryFeed, storyRoutes, valueProblems } from '@throughline/contract/value'
import { ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor } from '../../database/index.ts'
import { afterAct, type Handlers, type RequestContext } from '../../http/index.ts'
import { may } from '../../people/index.ts'
import { addStory, changeStory, removeStory } from './acts/keep-story.ts'
import { answerNaming, nameContributor, removeContributor } from './acts/name-contributor.ts'
import { publishStory, takeBackStory } from './acts/publish-story.ts'
import { presentStories, seenBy } from './present.ts'
import { readAmounts, readBenefitsNamed, readContributors, readServed, readStoredStories, readTellable } from './store.ts'

/** Figures that one answer lists. */
const mostFigures = 200

const feed = ({ db }: RequestContext, actor: Actor): Promise<StoryFeed> =>
  withOrg(db, actor, async (tx) => {
    const writes = may(actor, 'edit_strategy')
    const all = await readStoredStories(tx)
    const contributors = await readContributors(tx, all.map(({ id }) => id))
    const stories = seenBy(all, contributors, actor, writes)
    const benefits = await readBenefitsNamed(tx, stories.flatMap(({ figures }) => figures.map(({ benefitId }) => benefitId)))
    const initiatives = [...benefits.values()].map(({ initiativeId }) => initiativeId)
    return presentStories({ stories, contributors, benefits, amountsOf: await readAmounts(tx, [...benefits.keys()]), served: await readServed(tx, initiatives) }, actor, { writes, told: may(actor, 'see_money') })
  })

const then = <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor): Promise<Result<StoryFeed, R>> => afterAct(outcome, () => feed(context, actor))

/** Success stories; each act answers with all that the reader sees. */
export const storyHandlers: Handlers<typeof storyRoutes, keyof typeof valueProblems> = {
  readStories: async ({ actor, context }) => ok(await feed(context, actor)),
  readStoryFigures: ({ actor, query, context }) =>
    withOrg(context.db, actor, async (tx) => {
      const { rows, all } = await readTellable(tx, (query.search ?? '').trim(), mostFigures)
      return ok({ figures: [...rows], omitted: all - rows.length })
    }),
  addStory: ({ actor, body, context }) => then(addStory(context.db, actor, body, context.now), context, actor),
  changeStory: ({ actor, params, body, context }) => then(changeStory(context.db, actor, params.id, body, context.now), context, actor),
  publishStory: ({ actor, params, body, context }) => then(publishStory(context.db, actor, params.id, body.version, context.now), context, actor),
  takeBackStory: ({ actor, params, body, context }) => then(takeBackStory(context.db, actor, params.id, body, context.now), context, actor),
  removeStory: ({ actor, params, context }) => then(removeStory(context.db, actor, params.id, context.now), context, actor),
  nameContributor: ({ actor, params, body, context }) => then(nameContributor(context.db, actor, params.id, body), context, actor),
  removeContributor: ({ actor, params, context }) => then(removeContributor(context.db, actor, params.id, context.now), context, actor),
  answerNaming: ({ actor, params, body, context }) => then(answerNaming(context.db, actor, params.id, body, context.now), context, actor),
}
