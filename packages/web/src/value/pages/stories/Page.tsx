import type { StoryFeed, SuccessStory } from '@throughline/contract/value'
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { Confirm, EditStory, NameContributor, TakeBack, type FigureChoices, type StoryActs } from './parts/forms.tsx'
import { Story } from './parts/Story.tsx'
import { storyWords as words } from './words.ts'

export type StoriesProps = {
  readonly reading: Reading<StoryFeed>; readonly me: string | undefined; readonly may: { readonly take: boolean; readonly write: boolean }
  readonly members: readonly { readonly id: string; readonly name: string }[]; readonly choices: FigureChoices; readonly acts: StoryActs
  /** The one story that the address names. */
  readonly shown: string | undefined
  readonly discuss: (story: SuccessStory) => ReactNode
}
type Open = { readonly form: 'edit'; readonly story?: SuccessStory } | { readonly form: 'publish' | 'remove' | 'take_back' | 'name'; readonly story: SuccessStory }

/** Success stories, newest first; drafts before them for who writes them. */
export function StoriesPage({ reading, me, may, members, choices, acts, shown, discuss }: StoriesProps) {
  const format = useFormat()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const write = may.write ? <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ form: 'edit' })}>Write a story</Button> : undefined
  const actions = <>{shown && <a className="button" data-kind="secondary" href="/value/stories">All stories</a>}<a className="button" data-kind="secondary" href="/strategy/my-work">My work</a>{write}</>
  const actsOn = (story: SuccessStory) => <>
    {discuss(story)}
    {may.write && (story.state === 'published' ? <Button onClick={() => setOpen({ form: 'take_back', story })}>Take back</Button> : <>
      <Button kind="quiet" onClick={() => setOpen({ form: 'remove', story })}>Remove</Button>
      <Button onClick={() => setOpen({ form: 'edit', story })}>Change</Button>
      <Button onClick={() => setOpen({ form: 'publish', story })}>Publish</Button>
    </>)}
    {may.write && <Button onClick={() => setOpen({ form: 'name', story })}>Name a contributor</Button>}
  </>
  const naming = (one: SuccessStory['contributors'][number]) => one.person.id === me && may.take
    ? <>{one.answer !== 'agreed' && <Button onClick={() => void acts.answer(one, 'agreed')}>I may be named</Button>}{one.answer !== 'declined' && <Button kind="quiet" onClick={() => void acts.answer(one, 'declined')}>Do not name me</Button>}</>
    : may.write && <Button kind="quiet" aria-label={`Name ${one.person.name} no longer`} onClick={() => void acts.unname(one)}>Take out</Button>
  return (
    <PageFrame title={words.title} note={words.note} actions={actions}>
      <Shown reading={reading} what="success stories" lines={8}>
        {({ stories, omitted }) => {
          const listed = shown ? stories.filter(({ id }) => id === shown) : stories
          if (listed.length === 0) return <EmptyState title={shown ? 'This story is not there any more' : words.emptyTitle} actions={<>{write}<a className="button" data-kind="secondary" href="/value/verify">To verify</a></>}>{shown ? 'It was taken back or removed.' : words.emptyWhy}</EmptyState>
          return <>{listed.map((story) => <Story key={story.id} {...{ story, me, naming }} acts={actsOn(story)} />)}{omitted > 0 && <p className="quiet">{format.count(omitted, 'older story is', 'older stories are')} not listed.</p>}</>
        }}
      </Shown>
      {open?.form === 'edit' && <EditStory story={open.story} choices={choices} acts={acts} onClose={close} />}
      {(open?.form === 'publish' || open?.form === 'remove') && <Confirm kind={open.form} story={open.story} acts={acts} onClose={close} />}
      {open?.form === 'take_back' && <TakeBack story={open.story} acts={acts} onClose={close} />}
      {open?.form === 'name' && <NameContributor story={open.story} members={members} acts={acts} onClose={close} />}
    </PageFrame>
  )
}
