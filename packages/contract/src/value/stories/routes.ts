import { Type } from 'typebox'
import { IdParams, route, Seen } from '../../wire/index.ts'
import { NamingAnswer, NewContributor, NewSuccessStory, StoryFeed, StoryFigures, StoryVersion, StoryWithdrawal, SuccessStoryChange } from './schemas.ts'

const feed = { reply: StoryFeed } as const
const taking = ['benefit_unknown', 'figure_unverified', 'figure_absent', 'story_figure_missing', 'story_title_number'] as const

/** Success stories: what was achieved, by figures of the ledger. */
export const storyRoutes = {
  readStories: route({ method: 'GET', path: '/api/value/stories', summary: 'Success stories, newest first, with their figures as the ledger has them now; drafts for who writes them', access: 'read', ...feed }),
  readStoryFigures: route({ method: 'GET', path: '/api/value/story-figures', summary: 'What the ledger has of benefits by period that a story can tell, verified and waiting', access: 'read', money: 'refused', query: Type.Object({ search: Type.Optional(Type.String({ maxLength: 200 })) }), reply: StoryFigures }),
  addStory: route({ method: 'POST', path: '/api/value/stories', summary: 'Write a success story as a draft; figures are taken from the ledger by reference, and one that is not verified only as unverified', access: 'edit_strategy', body: NewSuccessStory, ...feed, status: 201, refusals: taking }),
  changeStory: route({ method: 'PATCH', path: '/api/value/stories/:id', summary: 'Change a story that is not published; figures that are given are taken from the ledger anew', access: 'edit_strategy', params: IdParams, body: SuccessStoryChange, ...feed, refusals: [...taking, 'story_published'] }),
  publishStory: route({ method: 'POST', path: '/api/value/stories/:id/publication', summary: 'Publish a story to everybody in the organisation; it tells at least one figure of the ledger', access: 'edit_strategy', params: IdParams, body: StoryVersion, ...feed, refusals: ['story_published', 'story_without_figure'] }),
  takeBackStory: route({ method: 'POST', path: '/api/value/stories/:id/withdrawal', summary: 'Take a published story back, with the reason; it can be changed and published again', access: 'edit_strategy', params: IdParams, body: StoryWithdrawal, ...feed, refusals: ['story_unpublished'] }),
  removeStory: route({ method: 'DELETE', path: '/api/value/stories/:id', summary: 'Remove a story that is not published; it stays in the history', access: 'edit_strategy', params: IdParams, query: Seen, ...feed, seen: 'success_story', refusals: ['story_published'] }),
  nameContributor: route({ method: 'POST', path: '/api/value/stories/:id/contributors', summary: 'Name somebody who had a part in it; they are asked, and named once they agree', access: 'edit_strategy', params: IdParams, body: NewContributor, ...feed, status: 201, refusals: ['contributor_named'] }),
  removeContributor: route({ method: 'DELETE', path: '/api/value/story-contributors/:id', summary: 'Name somebody no longer', access: 'edit_strategy', params: IdParams, query: Seen, ...feed, seen: 'story_contributor' }),
  answerNaming: route({ method: 'POST', path: '/api/value/story-contributors/:id/answer', summary: 'Agree to be named in a story, or decline, at any time and as often as you like', access: 'take_part', params: IdParams, body: NamingAnswer, ...feed, refusals: ['naming_not_yours'] }),
} as const
