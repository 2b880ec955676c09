import type { Contradiction, WitnessElement } from '@throughline/contract/strategy'
import { Fragment } from 'react'
import { places } from '../../../../format/index.ts'
import { betweenWords, witnessWords } from '../../../words.ts'

/** The elements of a contradiction, drawn side by side with what stands between them: none of them can be missing. */
export function WitnessRow({ rule, witness }: { readonly rule: Contradiction['rule']; readonly witness: readonly WitnessElement[] }) {
  const between = betweenWords[rule]
  return (
    <ul className="flex flex-wrap items-center gap-y-2" aria-label="What shows it">
      {witness.map((element, index) => (
        <Fragment key={`${element.kind} ${element.id}`}>
          {index > 0 && (
            <li className="flex items-center gap-2 text-label text-ink-3">
              <span aria-hidden="true" className="h-px w-4 bg-border-strong" />
              {between}
              {between && <span aria-hidden="true" className="mr-0 h-px w-4 bg-border-strong" />}
            </li>
          )}
          <li className="max-w-80 rounded-node border border-border bg-sunken px-3 py-1.5">
            <span className="block text-label text-ink-3">{witnessWords[element.kind]}</span>
            <a className="block truncate" title={element.name} href={placeOf(element)}>{element.name}</a>
          </li>
        </Fragment>
      ))}
    </ul>
  )
}

function placeOf({ kind, id, objectiveId, ofUnit }: WitnessElement): string {
  if (kind === 'initiative') return places.initiative(id)
  if (kind === 'limit') return '/capacity'
  if (kind === 'benefit') return places.sight('benefit', id)
  // They stand on this page, in a card of their own.
  if (kind === 'policy' || kind === 'reward' || kind === 'asset') return `#ground-${id}`
  if (objectiveId === null) return '/strategy'
  return ofUnit ? `/strategy/units?objective=${objectiveId}` : places.objective(objectiveId)
}
