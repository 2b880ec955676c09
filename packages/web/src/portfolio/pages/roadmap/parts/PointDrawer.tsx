import { compareRoadmaps, type FrontierOf, type RoadmapFrontierPoint } from '@throughline/engine/portfolio'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { againstWords } from '../words.ts'
import { Compared } from './Compared.tsx'
import type { FrontierProps } from './Frontier.tsx'

type PointDrawerProps = { readonly point: RoadmapFrontierPoint; readonly plan: NonNullable<RoadmapFrontierPoint['plan']>; readonly against: FrontierOf; onTake(): void; onClose(): void } & Pick<FrontierProps, 'of' | 'answer' | 'words' | 'stand'>

/** One point of the frontier beside the roadmap that is shown: what it is worth, and what comes, goes and moves. */
export function PointDrawer({ point, plan, of, answer, words, against, stand, onTake, onClose }: PointDrawerProps) {
  return (
    <Drawer
      open size="wide" title={`At ${point.percent} % of ${againstWords(against, words)}`} subtitle={`${words.value(point.value ?? 0)}; none is worth more than ${words.value(point.bound)}`} onClose={onClose}
      foot={<Button kind="primary" onClick={onTake}>Set the levers to this</Button>}
    >
      <Compared found={compareRoadmaps({ case: of, plan: answer.plan }, { case: of, plan })} names={['Shown', `At ${point.percent} %`]} {...{ words, stand }} />
    </Drawer>
  )
}
