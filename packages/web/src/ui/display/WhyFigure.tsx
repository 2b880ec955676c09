import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Explanation } from '@throughline/engine/kernel'
import { Popover } from '../overlays/Popover.tsx'
import { Drawer } from '../overlays/Dialog.tsx'
import { useLocale } from '../locale.tsx'
import { formatMetric } from '../format.ts'
import { ExplanationTree } from './ExplanationTree.tsx'

export type WhyFigureProps = {
  readonly why: Explanation
  /** How the figure is shown; the full figure of the explanation unless given. */
  readonly children?: ReactNode
  /** Methods open here: turns a formula's name into a link. */
  readonly methodLink?: (formula: string) => ReactNode
}

/** A figure that says why: pressing it opens the tree of what it was computed from. Large trees open in a drawer. */
export function WhyFigure({ why, children, methodLink }: WhyFigureProps) {
  const locale = useLocale()
  const [anchor, setAnchor] = useState<Element | null>(null)
  const close = () => setAnchor(null)
  const shown = children ?? formatMetric(why.figure, locale)
  const large = countTerms(why) > 8
  return (
    <>
      <button type="button" className="why" aria-haspopup="dialog" aria-expanded={anchor !== null} title={`Why: ${why.term}`} onClick={(event) => setAnchor(event.currentTarget)}>
        {shown}
      </button>
      {large ? (
        <Drawer open={anchor !== null} onClose={close} title={why.term} subtitle="What the figure was computed from">
          <ExplanationTree why={why} {...{ methodLink }} />
        </Drawer>
      ) : (
        <Popover open={anchor !== null} anchor={anchor} onClose={close} label={`Why: ${why.term}`}>
          <ExplanationTree why={why} {...{ methodLink }} />
        </Popover>
      )}
    </>
  )
}

const countTerms = (why: Explanation): number => (why.terms ?? []).reduce((count, term) => count + countTerms(term), 1)
