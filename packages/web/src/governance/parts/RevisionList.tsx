import type { Revision } from '@throughline/contract/demand'
import { ArrowRight } from 'lucide-react'
import { useFormat } from '../../format/index.ts'
import { fieldWords, isNothing, namedWith, valueWords } from '../fields.ts'
import { actWords } from '../words.ts'

export type RevisionListProps = {
  readonly revisions: readonly Revision[]
  /** The currency in which amounts are kept; without it they are shown in minor units. */
  readonly currency?: string
  /** What a thing is called that a change names by its id; ids are never shown. */
  nameOf?(id: string): string | undefined
  /** Where the changed thing is shown, or undefined where it has no page. */
  placeOf?(revision: Revision): string | undefined
}

/** Who changed what, when and why: each field with what it held before and after. */
export function RevisionList({ revisions, currency = '', nameOf = () => undefined, placeOf }: RevisionListProps) {
  return (
    <ol className="divide-y divide-border">
      {revisions.map((revision) => (
        <RevisionItem key={revision.id} revision={revision} currency={currency} nameOf={nameOf} place={placeOf?.(revision)} />
      ))}
    </ol>
  )
}

function RevisionItem({ revision, currency, nameOf, place }: { readonly revision: Revision; readonly currency: string; nameOf(id: string): string | undefined; readonly place: string | undefined }) {
  const format = useFormat()
  const told = (value: unknown, field: string): string => valueWords(namedWith(nameOf, value), field, currency, format)
  const { act, by, at, why, changes } = revision
  return (
    <li className="grid gap-1 py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <strong className="font-semibold">{place ? <a href={place}>{actWords(act)}</a> : actWords(act)}</strong>
        <span className="text-ink-2">{by}</span>
        <time dateTime={at} className="quiet figures">{format.instant(at)}</time>
      </div>
      {why && <p className="text-ink-2">“{why}”</p>}
      {changes.length > 0 && (
        <dl className="grid gap-x-4 gap-y-1 text-body sm:grid-cols-[minmax(8rem,14rem)_1fr]">
          {changes.map(({ field, before, after }) => (
            <div key={field} className="contents">
              <dt className="text-ink-3">{fieldWords(field)}{currency === '' && /minor$/i.test(field) && ', minor units'}</dt>
              <dd className="flex min-w-0 flex-wrap items-baseline gap-x-2 break-words">
                {!isNothing(before) && <del className="line-clamp-2 text-ink-3" title={longWords(told(before, field))}>{told(before, field)}</del>}
                {!isNothing(before) && <ArrowRight className="size-3.5 shrink-0 self-center" aria-label="became" />}
                <ins className="line-clamp-2 no-underline" title={longWords(told(after, field))}>{told(after, field)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}

/** Long texts are cut to two lines; what is cut can be read by pointing at it. */
const longWords = (words: string): string | undefined => (words.length > 120 ? words : undefined)
