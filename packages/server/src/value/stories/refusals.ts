import type { Refusal } from '@throughline/contract/wire'
import { refuse } from '@throughline/engine/kernel'
import { figureMissing, typedNumber } from '@throughline/engine/value'
import type { StoredStory } from './store.ts'

type Refused<Code extends string> = { readonly ok: false; readonly refusal: Refusal<Code> }

export const noStory = (id: string): Refused<'not_found'> => refuse({ code: 'not_found', values: { what: 'success story', id } } as const)

/** Refused where a story is published: what everybody has read is not changed under their eyes. */
export const whyPublished = ({ state, title, published_at }: StoredStory): Refused<'story_published'> | undefined => (state === 'published' ? refuse({ code: 'story_published', values: { title, at: (published_at ?? '').slice(0, 10) } } as const) : undefined)

/** Refused where a title states a number, or a text speaks of a figure that is not there. */
export function whyUnsound({ title, words, figures }: { readonly title: string; readonly words: string; readonly figures: number }): Refused<'story_title_number' | 'story_figure_missing'> | undefined {
  const typed = typedNumber(title) ?? /\[\d{1,2}\]/.exec(title)?.[0]
  if (typed !== undefined) return refuse({ code: 'story_title_number', values: { found: typed } } as const)
  const missing = figureMissing(words, figures)
  return missing === undefined ? undefined : refuse({ code: 'story_figure_missing', values: { found: `[${missing}]`, figures } } as const)
}
