import { activityRoutes, commentRoutes, notificationRoutes, type Subject } from '@throughline/contract/governance'
import { useState } from 'react'
import { useSignedIn } from '../../people/index.ts'
import { Drawer } from '../../ui/overlays/Dialog.tsx'
import { call, useAct, type Reading } from '../../wire/index.ts'
import { usePages } from '../use-pages.ts'
import { discussionWords as say } from '../words.ts'
import { DiscussionPanel } from './Panel.tsx'
import type { DiscussionActs } from './Threads.tsx'

const ofThisRoom = { staleRoom: 'governance' } as const
const findPeople: DiscussionActs['findPeople'] = (find, signal) => call(commentRoutes.findPeople, { query: { find } }, { signal })

/** The discussion of one thing, at the side of its page. */
export default function DiscussionDrawer({ subject, onClose }: { readonly subject: Subject; onClose(): void }) {
  const session = useSignedIn()
  const [tab, setTab] = useState<'comments' | 'activity'>('comments')
  const said = usePages(commentRoutes.listComments, subject)
  const happened = usePages(activityRoutes.readActivity, subject, tab === 'activity')
  const follow = useAct(notificationRoutes.follow, ofThisRoom)
  const acts = useDiscussionActs(subject)
  const first = said.pages.state === 'full' ? said.pages.value[0] : undefined
  return (
    <Drawer open title={say.title} {...(first?.subject.name ? { subtitle: first.subject.name } : {})} onClose={onClose}>
      <DiscussionPanel
        tab={tab} onTab={setTab} acts={acts} about={subject.id} currency={session?.organisation.currency ?? ''}
        threads={all(said.pages, ({ threads }) => threads)} moreThreads={said.more} entries={all(happened.pages, ({ entries }) => entries)} moreEntries={happened.more}
        following={first?.following ?? false} onFollow={(following) => void follow.run({ body: { subject, following } })}
      />
    </Drawer>
  )
}

function useDiscussionActs(subject: Subject): DiscussionActs {
  const add = useAct(commentRoutes.addComment, ofThisRoom)
  const change = useAct(commentRoutes.changeComment, ofThisRoom)
  const remove = useAct(commentRoutes.removeComment, ofThisRoom)
  const settle = useAct(commentRoutes.resolveThread, ofThisRoom)
  return {
    findPeople,
    onSay: (text, mentions, threadId) => add.run({ body: { subject, text, mentions: [...mentions], ...(threadId === undefined ? {} : { threadId }) } }),
    onChange: ({ id, version }, text, mentions) => change.run({ params: { id }, body: { version, text, mentions: [...mentions] } }),
    onTakeBack: ({ id }) => remove.run({ params: { id } }),
    onSettle: ({ id, version }, resolved) => settle.run({ params: { id }, body: { version, resolved } }),
  }
}

const all = <Page, Item>(pages: Reading<readonly Page[]>, itemsOf: (page: Page) => readonly Item[]): Reading<readonly Item[]> => (pages.state === 'full' ? { ...pages, value: pages.value.flatMap(itemsOf) } : pages)
