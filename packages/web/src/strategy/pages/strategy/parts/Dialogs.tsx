import type { Contribution, InitiativeRef, Measure, MeasureActual, Objective, Perspective, Strategy } from '@throughline/contract/strategy'
import type { InitiativeChoices } from '../../../../demand/index.ts'
import type { StrategyActs } from '../../../acts.ts'
import { EditContribution } from '../dialogs/EditContribution.tsx'
import { EditMeasure } from '../dialogs/EditMeasure.tsx'
import { EditObjective } from '../dialogs/EditObjective.tsx'
import { EditPerspective, EditStrategy } from '../dialogs/EditStrategy.tsx'
import { EditWeights } from '../dialogs/EditWeights.tsx'
import { RecordActual, WithdrawActual } from '../dialogs/RecordActual.tsx'

/** Which dialog is open, and what it is about. */
export type Open =
  | { readonly kind: 'strategy' }
  | { readonly kind: 'weights' }
  | { readonly kind: 'perspective'; readonly perspective?: Perspective }
  | { readonly kind: 'objective'; readonly objective?: Objective }
  | { readonly kind: 'measure'; readonly measure?: Measure; readonly objectiveId: string }
  | { readonly kind: 'record'; readonly measure: Measure }
  | { readonly kind: 'withdraw'; readonly actual: MeasureActual }
  | { readonly kind: 'link'; readonly link?: Contribution; readonly objectiveId?: string; readonly initiative?: InitiativeRef }

export type DialogsProps = {
  readonly open: Open | undefined
  readonly strategy: Strategy
  readonly initiatives: InitiativeChoices
  readonly today: string
  readonly acts: StrategyActs
  onClose(): void
  /** The selected objective is gone. */
  onDeselect(): void
}

/** The one dialog that is open. */
export function Dialogs({ open, strategy, initiatives, today, acts, onClose, onDeselect }: DialogsProps) {
  switch (open?.kind) {
    case undefined:
      return null
    case 'strategy':
      return <EditStrategy {...{ strategy, acts, onClose }} />
    case 'weights':
      return <EditWeights {...{ strategy, acts, onClose }} />
    case 'perspective':
      return <EditPerspective perspective={open.perspective} count={strategy.perspectives.length} {...{ acts, onClose }} />
    case 'objective':
      return <EditObjective objective={open.objective} perspectives={strategy.perspectives} weightLeft={1 - strategy.weightTotal} onRemoved={onDeselect} {...{ acts, onClose }} />
    case 'measure':
      return <EditMeasure measure={open.measure} objectiveId={open.objectiveId} {...{ acts, onClose }} />
    case 'record':
      return <RecordActual measure={open.measure} {...{ today, acts, onClose }} />
    case 'withdraw':
      return <WithdrawActual actual={open.actual} {...{ acts, onClose }} />
    case 'link': {
      const { kind: _, ...about } = open
      return <EditContribution {...about} objectives={strategy.objectives} {...{ initiatives, acts, onClose }} />
    }
  }
}
