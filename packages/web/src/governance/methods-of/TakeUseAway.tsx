import type { MethodUse } from '@throughline/contract/governance'
import { FormDialog } from '../../wire/index.ts'
import type { Outcome } from '../outcome.ts'

/** Takes a use away that was recorded by mistake. */
export const TakeUseAway = ({ use, onTake, onClose }: { readonly use: MethodUse; onTake(use: MethodUse): Outcome; onClose(): void }) => (
  <FormDialog title="Take a use away" subtitle={`${use.item.name}: ${use.initiative.name}`} act="Take away" tone="danger" onSubmit={() => onTake(use)} onClose={onClose}>
    <p>It was recorded by mistake and counts no more. It stays in the history.</p>
  </FormDialog>
)
