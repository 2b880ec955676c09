import type { LoadReason } from '@throughline/contract/capacity'
import { explanationFromWire, places } from '../../../../format/index.ts'
import { ExplanationTree } from '../../../../ui/display/ExplanationTree.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { Shown, type Reading } from '../../../../wire/index.ts'

/** Why a pool is as full as it is in a period: the figures, and the way to each initiative that takes it. */
export function LoadReasonDrawer({ title, unit, reading, onClose }: { readonly title: string; readonly unit: string; readonly reading: Reading<LoadReason>; onClose(): void }) {
  return (
    <Drawer open title={title} subtitle="Demand of the plan of record over capacity" onClose={onClose}>
      <Shown reading={reading} what="who takes it">
        {({ why, parts }) => (
          <div className="grid gap-4">
            <ExplanationTree why={explanationFromWire(why)} />
            <ul className="grid gap-1" aria-label="Initiatives that take it">
              {parts.map(({ initiative, demand }) => <li key={initiative.id} className="flex justify-between gap-4"><a href={places.initiative(initiative.id)}>{initiative.name}</a><span className="figures">{demand} {unit}</span></li>)}
            </ul>
            {parts.length === 0 && <p className="quiet">No initiative of the plan needs it in this period.</p>}
          </div>
        )}
      </Shown>
    </Drawer>
  )
}
