import type { Comment, Discussion, Thread } from '@throughline/contract/governance'
import { useState } from 'react'
import { useFormat } from '../../format/index.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { StatusMark } from '../../ui/display/Status.tsx'
import { EmptyState } from '../../ui/states/states.tsx'
import { ProblemNote, useSending } from '../../wire/index.ts'
import type { Outcome } from '../outcome.ts'
import { discussionWords as say } from '../words.ts'
import { CommentBox, type Finding } from './CommentBox.tsx'
import { CommentText } from './CommentText.tsx'

export type DiscussionActs = {
  onSay(text: string, mentions: readonly string[], threadId?: string): Outcome
  onChange(comment: Comment, text: string, mentions: readonly string[]): Outcome
  onTakeBack(comment: Comment): Outcome
  onSettle(thread: Thread, resolved: boolean): Outcome
  readonly findPeople: Finding
}

/** What was said about one thing: something to write with, then the threads, newest first. */
export function Threads({ discussion, acts, more }: { readonly discussion: Pick<Discussion, 'threads'>; readonly acts: DiscussionActs; readonly more: { readonly left: boolean; readonly busy: boolean; onMore(): void } }) {
  return (
    <div className="grid gap-5">
      <CommentBox label={say.yours} act={say.send} findPeople={acts.findPeople} onSend={(text, mentions) => acts.onSay(text, mentions)} />
      {discussion.threads.length === 0 ? <EmptyState title={say.emptyTitle}>{say.empty}</EmptyState> : <ol className="grid gap-5">{discussion.threads.map((thread) => <ThreadItem key={thread.id} {...{ thread, acts }} />)}</ol>}
      {more.left && <Button busy={more.busy} onClick={more.onMore}>{say.older}</Button>}
    </div>
  )
}

function ThreadItem({ thread, acts }: { readonly thread: Thread; readonly acts: DiscussionActs }) {
  const [replying, setReplying] = useState(false)
  const { busy, problem, send } = useSending(() => acts.onSettle(thread, thread.resolved === null))
  const [first, ...replies] = thread.comments
  if (!first) return null
  return (
    <li className="grid gap-3 border-t border-border pt-3">
      <article aria-label={say.threadBy(first.author.name)} className="grid gap-3">
        {thread.resolved && <div><StatusMark tone="good" word={say.settledBy(thread.resolved.by)} /></div>}
        <CommentItem comment={first} acts={acts} />
        {replies.length > 0 && <ul className="grid gap-3 pl-5">{replies.map((comment) => <li key={comment.id}><CommentItem comment={comment} acts={acts} /></li>)}</ul>}
        {replying ? (
          <CommentBox label={say.replyTo(first.author.name)} act={say.reply} focus findPeople={acts.findPeople} onCancel={() => setReplying(false)} onSend={(text, mentions) => acts.onSay(text, mentions, thread.id)} />
        ) : (
          <div className="flex gap-2">
            <Button kind="quiet" onClick={() => setReplying(true)}>{say.reply}</Button>
            {thread.can.resolve && <Button kind="quiet" busy={busy} onClick={() => void send()}>{thread.resolved ? say.reopen : say.settle}</Button>}
          </div>
        )}
        <ProblemNote problem={problem} />
      </article>
    </li>
  )
}

function CommentItem({ comment, acts }: { readonly comment: Comment; readonly acts: DiscussionActs }) {
  const format = useFormat()
  const [doing, setDoing] = useState<'changing' | 'taking back'>()
  const { busy, problem, send } = useSending(() => acts.onTakeBack(comment))
  const { author, createdAt, editedAt, removedAt, can } = comment
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <strong className="font-semibold"><bdi>{author.name}</bdi></strong>
        <time dateTime={createdAt} className="quiet figures">{format.instant(createdAt)}</time>
        {editedAt && !removedAt && <span className="quiet" title={format.instant(editedAt)}>{say.changed}</span>}
      </div>
      {removedAt ? <p className="quiet">{say.takenBack}</p> : doing !== 'changing' && <CommentText comment={comment} />}
      {doing === 'changing' && <CommentBox label={say.change} act={say.save} start={comment.text} focus findPeople={acts.findPeople} onCancel={() => setDoing(undefined)} onSend={(text, mentions) => acts.onChange(comment, text, mentions)} />}
      {can.change && doing === undefined && (
        <div className="flex gap-2">
          <Button kind="link" onClick={() => setDoing('changing')}>{say.changeShort}</Button>
          <Button kind="link" onClick={() => setDoing('taking back')}>{say.takeBack}</Button>
        </div>
      )}
      {can.change && doing === 'taking back' && (
        <div role="group" aria-label={say.takeBackReally} className="flex flex-wrap items-center gap-2">
          <span>{say.takeBackReally}</span>
          <Button kind="danger" busy={busy} autoFocus onClick={() => void send()}>{say.takeBack}</Button>
          <Button kind="quiet" onClick={() => setDoing(undefined)}>Keep it</Button>
        </div>
      )}
      <ProblemNote problem={problem} />
    </div>
  )
}
