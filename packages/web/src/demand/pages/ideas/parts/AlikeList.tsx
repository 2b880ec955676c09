import type { IdeaAlike } from '@throughline/contract/demand'
import { explanationFromWire, places, useFormat } from '../../../../format/index.ts'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { alikeWords } from '../../../idea-words.ts'
import { ideasWords as words } from '../words.ts'

const placeOf = ({ kind, id }: Pick<IdeaAlike, 'kind' | 'id'>): string => (kind === 'idea' ? places.idea(id) : kind === 'initiative' ? places.initiative(id) : `/governance/services?service=${encodeURIComponent(id)}`)

/** What there is already, with how alike it is and by which words; `beside` a form it opens elsewhere, so that what was typed stays. */
export function AlikeList({ found, beside = false }: { readonly found: readonly IdeaAlike[] | undefined; readonly beside?: boolean }) {
  const format = useFormat()
  if (!found) return <p className="quiet">{words.looking}</p>
  if (found.length === 0) return <p className="quiet">Nothing reads like it.</p>
  return (
    <>
      <ul className="grid gap-1">
        {found.map((one) => <li key={one.id}>{alikeWords[one.kind]}: <a href={placeOf(one)} {...(beside ? { target: '_blank' } : {})}>{one.name}</a>, likeness <WhyFigure why={explanationFromWire(one.likeness.why)}>{one.likeness.metric.status === 'ok' ? format.number(one.likeness.metric.value, 2) : 'none'}</WhyFigure></li>)}
      </ul>
      <p className="quiet">{words.alike}</p>
    </>
  )
}
