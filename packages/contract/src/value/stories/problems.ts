import type { ProblemKind, Refusal } from '../../wire/index.ts'

export type StoryRefusal = Refusal<'figure_unverified' | 'figure_absent' | 'story_figure_missing' | 'story_title_number' | 'story_published' | 'story_unpublished' | 'story_without_figure' | 'contributor_named' | 'naming_not_yours'>

const wrong = (title: string, words: string): ProblemKind => ({ status: 422, title, words, exit: 65 })
const against = (title: string, words: string): ProblemKind => ({ status: 409, title, words, exit: 73 })

/** Each refusal of success stories, with the names involved. */
export const storyProblems = {
  figure_unverified: wrong('Nobody has verified it', 'What was claimed of {benefit} in {period} waits for verification. Have it verified first, or take it as unverified: then the story says so beside it.'),
  figure_absent: wrong('The ledger has no such figure', 'Found nothing of {benefit} in {period}; expected {expected}.'),
  story_figure_missing: wrong('The text speaks of a figure that is not there', 'Found {found} in the text; the story has {figures} figures. Add the figure, or take the mark out.'),
  story_title_number: wrong('A title states no number', 'Found {found} in the title. Numbers come from the ledger and stand in the text, where they say whether they are verified.'),
  story_published: against('The story is published', '{title} is published since {at}. Take it back first, with the reason.'),
  story_unpublished: against('The story is not published', '{title} is not published, so there is nothing to take back.'),
  story_without_figure: wrong('A success story tells a figure', '{title} has no figure of the ledger. Add one that is verified, or one that waits, as unverified.'),
  contributor_named: against('They are named already', '{name} is named in {title} already, and can agree or decline.'),
  naming_not_yours: { status: 403, title: 'This is not yours to answer', words: 'Whether {name} is named is answered by nobody else.', exit: 77 },
} as const satisfies Record<StoryRefusal['code'], ProblemKind>
