import type { Component } from '@throughline/contract/delivery'
import { deliverableLooks } from '../../../../governance/index.ts'
import { places } from '../../../../format/index.ts'
import { StatusMark } from '../../../../ui/display/Status.tsx'

/** The deliverable that a component is, with how far its newest edition is; a component that was accepted once may be opened again. */
export const DeliverableMark = ({ deliverable: { id, name, state, edition } }: { readonly deliverable: NonNullable<Component['deliverable']> }) => (
  <span className="block">
    <a href={places.deliverable(id)}>{name}</a>
    <span className="block"><StatusMark quiet tone={deliverableLooks[state].tone} word={deliverableLooks[state].words} /></span>
    {edition > 1 && <span className="quiet block">opened again, edition {edition}</span>}
  </span>
)
