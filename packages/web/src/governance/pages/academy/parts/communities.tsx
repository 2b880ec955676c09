import type { Community, CommunityAnswer, CommunityQuestion, CommunitySheet } from '@throughline/contract/governance'
import { useState, type ReactNode } from 'react'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { Shown, type Reading } from '../../../../wire/index.ts'

/** Communities of practice with how much was asked. */
export function Communities({ communities, onOpen, onJoin }: { readonly communities: readonly Community[]; onOpen(community: Community): void; onJoin(community: Community): void }) {
  const format = useFormat()
  return (
    <Card title="Communities of practice" flush>
      <Table<Community>
        caption="Communities of practice" rows={communities} rowKey={({ id }) => id} maxHeight={600}
        columns={[
          { key: 'name', label: 'Community', cell: (one) => <span className="block min-w-56 py-1"><Button kind="link" onClick={() => onOpen(one)}>{one.name}</Button><span className="quiet block">{one.ended ? `Ended: ${one.ended.words}` : one.theme}</span></span> },
          { key: 'steward', label: 'Steward', cell: ({ steward }) => steward.name },
          { key: 'members', label: 'Members', numeric: true, cell: ({ members }) => format.number(members, 0) },
          { key: 'questions', label: 'Questions', numeric: true, cell: ({ questions }) => format.number(questions, 0) },
          { key: 'open', label: 'Without an accepted answer', numeric: true, cell: ({ open }) => format.number(open, 0) },
          { key: 'act', label: '', cell: (one) => one.may.join && <Button aria-label={`${one.isMember ? 'Leave' : 'Join'} ${one.name}`} onClick={() => onJoin(one)}>{one.isMember ? 'Leave' : 'Join'}</Button> },
        ]}
      />
    </Card>
  )
}

export type CommunityAct = 'ask' | 'change' | 'end'
type SheetProps = {
  readonly reading: Reading<CommunitySheet>; readonly find: string; readonly discuss: ReactNode
  onFind(words: string): void; onPage(page: number): void; onAct(act: CommunityAct, community: Community): void; onJoin(community: Community): void
  onAnswer(question: CommunityQuestion): void; onAccept(question: CommunityQuestion, answerId: string | null): void; onMark(answer: CommunityAnswer, useful: boolean): void; onClose(): void
}

/** A community: who is in it, what was asked and answered, found again by its words. */
export function CommunityDrawer(props: SheetProps) {
  const { reading, discuss, onAct, onJoin, onClose } = props
  const community = reading.state === 'full' ? reading.value.community : undefined
  const foot = community && <>
    {discuss}
    {community.may.change && <><Button onClick={() => onAct('end', community)}>End it</Button><Button onClick={() => onAct('change', community)}>Change</Button></>}
    {community.may.join && <Button onClick={() => onJoin(community)}>{community.isMember ? 'Leave' : 'Join'}</Button>}
    {community.isMember && community.ended === null && <Button kind="primary" onClick={() => onAct('ask', community)}>Ask</Button>}
  </>
  return <Drawer open title={community?.name ?? 'Community'} onClose={onClose} foot={foot}><Shown reading={reading} what="the community" lines={6}>{(value) => <Sheet {...props} sheet={value} />}</Shown></Drawer>
}

function Sheet({ sheet: { community, people, questions, found, page, pages }, find, onFind, onPage, onAnswer, onAccept, onMark }: SheetProps & { readonly sheet: CommunitySheet }) {
  const format = useFormat()
  const [words, setWords] = useState(find)
  return (
    <div className="grid gap-5">
      {community.ended && <p><StatusMark tone="none" word="Ended" /> <span className="quiet">{community.ended.by}: {community.ended.words}</span></p>}
      <p className="max-w-[70ch] whitespace-pre-line">{community.theme}</p>
      <details><summary>{format.count(community.members, 'member', 'members')}; steward {community.steward.name}</summary><p>{people.join(', ')}{community.members > people.length && `, and ${format.number(community.members - people.length, 0)} more`}</p></details>
      <form className="flex items-end gap-2" role="search" onSubmit={(event) => { event.preventDefault(); onFind(words.trim()) }}>
        <TextField label="Find in questions and answers" type="search" maxLength={200} value={words} onChange={setWords} /><Button type="submit">Find</Button>
      </form>
      {questions.length === 0 && <p className="quiet">{find === '' ? (community.isMember ? 'Nothing was asked yet: ask first.' : 'Nothing was asked yet. Join, and ask first.') : `Nothing has the words “${find}”.`}</p>}
      {questions.map((one) => <Question key={one.id} question={one} {...{ onAnswer, onAccept, onMark }} />)}
      {pages > 1 && <nav aria-label="Pages of questions" className="flex items-center gap-2"><Button disabled={page <= 1} onClick={() => onPage(page - 1)}>Newer</Button><span className="quiet">Page {page} of {pages}, {format.count(found, 'question', 'questions')}</span><Button disabled={page >= pages} onClick={() => onPage(page + 1)}>Older</Button></nav>}
    </div>
  )
}

function Question({ question, onAnswer, onAccept, onMark }: Pick<SheetProps, 'onAnswer' | 'onAccept' | 'onMark'> & { readonly question: CommunityQuestion }) {
  const format = useFormat()
  const { title, text, by, at, initiative, acceptedId, answers, may } = question
  return (
    <section aria-label={title} className="grid gap-2 border-t border-border pt-3">
      <h3>{title}</h3>
      <p className="quiet">{by.name}, {format.instant(at)}{initiative && <>, about <a href={places.initiative(initiative.id)}>{initiative.name}</a></>}{acceptedId === null && answers.length > 0 && '; no answer is accepted yet'}</p>
      {text && <p className="max-w-[70ch] whitespace-pre-line">{text}</p>}
      <ol className="grid gap-2">
        {answers.map((one) => (
          <li key={one.id} className="grid gap-1 pl-3">
            {one.id === acceptedId && <span><StatusMark quiet tone="good" word="This helped" /></span>}
            <p className="max-w-[70ch] whitespace-pre-line">{one.text}</p>
            <span className="flex flex-wrap items-center gap-2"><span className="quiet">{one.by.name}, {format.instant(one.at)}; useful to {format.number(one.useful, 0)}</span>
              {one.may.mark && <Button aria-label={`${one.marked ? 'No longer useful to me' : 'Useful to me'}: answer of ${one.by.name}`} onClick={() => onMark(one, !one.marked)}>{one.marked ? 'No longer useful to me' : 'Useful to me'}</Button>}
              {may.accept && <Button aria-label={`${one.id === acceptedId ? 'It did not help' : 'This helped'}: answer of ${one.by.name}`} onClick={() => onAccept(question, one.id === acceptedId ? null : one.id)}>{one.id === acceptedId ? 'It did not help' : 'This helped'}</Button>}
            </span>
          </li>
        ))}
      </ol>
      {answers.length === 0 && <p className="quiet">Nobody has answered yet.</p>}
      {may.answer && <div><Button aria-label={`Answer ${title}`} onClick={() => onAnswer(question)}>Answer</Button></div>}
    </section>
  )
}
