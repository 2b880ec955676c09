import { commentRoutes, type Subject } from '@throughline/contract/governance'
import { MessageSquare } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useAddressQuery } from '../../shell/address.ts'
import { Button, IconButton } from '../../ui/controls/Button.tsx'
import { useRead } from '../../wire/index.ts'

const DiscussionDrawer = lazy(() => import('./DiscussionDrawer.tsx'))

/** How the address says that a discussion is open: a link to it opens it. */
export const discussMark = ({ kind, id }: Pick<Subject, 'kind' | 'id'>): string => `${kind}.${id}`

export type DiscussProps = {
  readonly subject: Subject
  /** What is discussed, in words, where an icon alone stands in a row. */
  readonly iconFor?: string
}

/** A button for any page that opens the discussion of a thing at the side; its code and its reading come when they are needed. */
export function Discuss({ subject, iconFor }: DiscussProps) {
  const [query, change] = useAddressQuery()
  const mark = discussMark(subject)
  const show = () => change({ discuss: mark })
  return (
    <>
      {iconFor === undefined ? <CountedButton subject={subject} onOpen={show} /> : <IconButton label={`Discuss ${iconFor}`} icon={<MessageSquare aria-hidden="true" />} onClick={show} />}
      {query['discuss'] === mark && (
        <Suspense fallback={null}>
          <DiscussionDrawer subject={subject} onClose={() => change({ discuss: undefined })} />
        </Suspense>
      )}
    </>
  )
}

function CountedButton({ subject, onOpen }: { readonly subject: Subject; onOpen(): void }) {
  const count = useRead(commentRoutes.countComments, { query: subject })
  const comments = count.state === 'full' ? count.value.comments : 0
  return (
    <Button icon={<MessageSquare aria-hidden="true" />} onClick={onOpen}>
      Discuss{comments > 0 && <span className="quiet figures"> {comments}<span className="visually-hidden"> comments</span></span>}
    </Button>
  )
}
