import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { Explanation } from '@throughline/engine/kernel'
import { Popover } from '../overlays/Popover.tsx'
import { Drawer } from '../overlays/Dialog.tsx'
import { useLocale } from '../locale.tsx'
import { formatMetric } from '../format.ts'
import { ExplanationTree } from './ExplanationTree.tsx'

/** An explanation that is worked out when it is asked for: pages with hundreds of figures draw without any of it. */
export type LateExplanation = { readonly term: string; readonly tell: () => Explanation }

export type WhyFigureProps = {
  readonly why: Explanation | LateExplanation
  /** How the figure is shown; the full figure of the explanation unless given. */
  readonly children?: ReactNode
  /** Methods open here: turns a formula's name into a link. */
  readonly methodLink?: (formula: string) => ReactNode
  /** Where what lies under the figure is shown, and what that is called. */
  readonly under?: { readonly href: string; readonly label: string } | undefined
}

/** A figure that says why: pressing it opens the tree of what it was computed from. Large trees open in a drawer. */
export function WhyFigure({ why, children, methodLink, under }: WhyFigureProps) {
  const locale = useLocale()
  const [anchor, setAnchor] = useState<Element | null>(null)
  const close = () => setAnchor(null)
  const open = anchor !== null
  const told = useMemo(() => (open ? toldBy(why) : undefined), [open, why])
  const shown = children ?? formatMetric(toldBy(why).figure, locale)
  return (
    <>
      <button type="button" className="why" aria-haspopup="dialog" aria-expanded={open} title={`Why: ${why.term}`} onClick={(event) => setAnchor(event.currentTarget)}>
        {shown}
      </button>
      {told && countTerms(told) > 8 && (
        <Drawer open onClose={close} title={told.term} subtitle="What the figure was computed from">
          <ExplanationTree why={told} {...{ methodLink }} />
          {under && <Under {...under} />}
        </Drawer>
      )}
      {told && countTerms(told) <= 8 && (
        <Popover open anchor={anchor} onClose={close} label={`Why: ${told.term}`}>
          <ExplanationTree why={told} {...{ methodLink }} />
          {under && <Under {...under} />}
        </Popover>
      )}
    </>
  )
}

const toldBy = (why: Explanation | LateExplanation): Explanation => ('tell' in why ? why.tell() : why)

const countTerms = (why: Explanation): number => (why.terms ?? []).reduce((count, term) => count + countTerms(term), 1)

const Under = ({ href, label }: NonNullable<WhyFigureProps['under']>) => <p className="mt-2 border-t border-border pt-2"><a className="inline-block leading-6" href={href}>{label}</a></p>
