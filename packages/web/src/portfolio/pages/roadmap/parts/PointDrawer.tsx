import type { Choice } from '@throughline/engine/portfolio'
import { Button } from '../../../../ui/controls/Button.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { explainPlan, explainPointBound } from '../explain-sides.ts'
import { Compared } from './Compared.tsx'
import type { FrontierProps } from './Frontier.tsx'

type PointDrawerProps = {
  readonly title: string
  /** What the point is called beside the roadmap that is shown. */
  readonly name: string
  readonly value: number
  readonly bound: number | null
  readonly plan: readonly Choice[]
  readonly take: string
  onTake(): void
  onClose(): void
} & Pick<FrontierProps, 'of' | 'answer' | 'words' | 'stand'>

/** One point of a curve beside the roadmap that is shown: what it is worth, and what comes, goes and moves. */
export function PointDrawer({ title, name, value, bound, plan, take, of, answer, words, stand, onTake, onClose }: PointDrawerProps) {
  return (
    <Drawer
      open size="wide" title={title} onClose={onClose}
      foot={<Button kind="primary" onClick={onTake}>{take}</Button>}
    >
      <p className="mb-4">
        Worth <WhyFigure why={{ term: 'Value of the roadmap', tell: () => explainPlan(of, plan, value, words) }}>{words.value(value)}</WhyFigure>
        {bound !== null && <>; none is worth more than <WhyFigure why={explainPointBound(value, bound, words)}>{words.value(bound)}</WhyFigure></>}.
      </p>
      <Compared sides={[{ case: of, plan: answer.plan, name: 'Shown' }, { case: of, plan, name }]} {...{ words, stand }} />
    </Drawer>
  )
}
