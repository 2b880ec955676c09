import type { Comment } from '@throughline/contract/governance'
import { partsOf } from './text-parts.ts'

/** What somebody said, in its own direction of writing. Everything is text: what looks like markup is shown as it was written. */
export function CommentText({ comment }: { readonly comment: Pick<Comment, 'text' | 'mentions'> }) {
  return (
    <p dir="auto" className="whitespace-pre-line break-words">
      {partsOf(comment.text, comment.mentions).map((part, index) => {
        switch (part.kind) {
          case 'words':
            return <bdi key={index}>{part.text}</bdi>
          case 'mention':
            return <strong key={index} className="font-semibold"><bdi>{part.text}</bdi></strong>
          case 'link':
            return <a key={index} href={part.address} target="_blank" rel="noopener noreferrer nofollow"><bdi>{part.text}</bdi></a>
        }
      })}
    </p>
  )
}
