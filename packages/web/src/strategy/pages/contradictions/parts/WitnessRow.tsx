import type { WitnessElement } from '@throughline/contract/strategy'
import { Fragment } from 'react'
import { places } from '../../../../format/index.ts'
import { witnessWords } from '../../../words.ts'

/** The elements of a contradiction, drawn side by side: none of them can be missing. */
export function WitnessRow({ witness }: { readonly witness: readonly WitnessElement[] }) {
  return (
    <ul className="flex flex-wrap items-center gap-y-2" aria-label="What shows it">
      {witness.map((element, index) => (
        <Fragment key={`${element.kind} ${element.id}`}>
          {index > 0 && <li aria-hidden="true" className="h-px w-6 bg-border-strong" />}
          <li className="max-w-80 rounded-node border border-border bg-sunken px-3 py-1.5">
            <span className="block text-label text-ink-3">{witnessWords[element.kind]}</span>
            <a className="block truncate" title={element.name} href={placeOf(element)}>{element.name}</a>
          </li>
        </Fragment>
      ))}
    </ul>
  )
}

function placeOf({ kind, id, objectiveId }: WitnessElement): string {
  if (kind === 'initiative') return places.initiative(id)
  return objectiveId === null ? '/strategy' : places.objective(objectiveId)
}
