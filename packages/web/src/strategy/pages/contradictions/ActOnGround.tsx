import { strategyRoutes as routes, type Grounds } from '@throughline/contract/strategy'
import { useFindInitiatives } from '../../../demand/index.ts'
import { useAct, useRead } from '../../../wire/index.ts'
import { GroundDialog, RemoveGround } from './parts/ground-forms.tsx'
import type { GroundAsked } from './parts/Grounds.tsx'

/** The dialog of an act on a policy, a reward or an asset, with what its form chooses from; the register is then asked anew. */
export default function ActOnGround({ asked, grounds, onClose }: { readonly asked: GroundAsked; readonly grounds: Grounds; onClose(): void }) {
  const answers = { answers: routes.readGrounds }
  const [add, change, remove] = [useAct(routes.addGround, answers), useAct(routes.changeGround, answers), useAct(routes.removeGround, answers)]
  const enabled = asked.act !== 'remove'
  const initiatives = useFindInitiatives({ current: true, enabled })
  const strategy = useRead(routes.readStrategy, {}, { enabled })
  if (asked.act === 'remove') return <RemoveGround ground={asked.ground} onSubmit={() => remove.run({ params: { id: asked.ground.id }, query: { version: asked.ground.version } })} onClose={onClose} />
  const ground = asked.act === 'change' ? asked.ground : undefined
  return (
    <GroundDialog
      {...grounds} {...{ ground, initiatives, onClose }} measures={strategy.state === 'full' ? strategy.value.measures : []}
      onSubmit={(given) => (ground ? change.run({ params: { id: ground.id }, body: { version: ground.version, ground: given } }) : add.run({ body: given }))}
    />
  )
}
