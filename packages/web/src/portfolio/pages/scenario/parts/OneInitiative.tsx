import type { ScenarioRow, ScenarioRows } from '@throughline/contract/portfolio'
import { Ellipsis } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Menu } from '../../../../ui/overlays/Menu.tsx'
import { useToast } from '../../../../ui/overlays/Toast.tsx'
import type { OverlayActs } from './overlay-acts.ts'

const YearsDialog = lazy(() => import('./YearsDialog.tsx').then(({ YearsDialog }) => ({ default: YearsDialog })))
const Serves = lazy(() => import('./InitiativeDialogs.tsx').then(({ Serves }) => ({ default: Serves })))
const Description = lazy(() => import('./InitiativeDialogs.tsx').then(({ Description }) => ({ default: Description })))

type Asking = 'years' | 'serves' | 'description'
type OneProps = { readonly row: ScenarioRow | undefined; readonly read: ScenarioRows; readonly acts: OverlayActs }

/** What no cell of the grid holds, of the initiative in the chosen row: its years, its objectives, its description, whether it is in at all. */
export function OneInitiative({ row, read, acts }: OneProps) {
  const [asking, setAsking] = useState<Asking>()
  const toast = useToast()
  const onClose = () => setAsking(undefined)
  const exists = async (of: ScenarioRow) => {
    const ref = { kind: 'initiative', id: of.id, field: 'exists' } as const
    const sent = await (of.standing === 'removed' || of.standing === 'added' ? acts.onReset([ref]) : acts.onSet([{ ...ref, value: false }]))
    if (!sent.ok) toast({ message: sent.refusal.detail, tone: 'bad' })
  }
  const gone = row?.standing === 'removed'
  return (
    <>
      <Menu
        label={row ? `More of ${row.name}` : 'More of the chosen row'}
        items={row === undefined ? [{ key: 'none', label: 'Choose a row first', disabled: true, onSelect: () => undefined }] : [
          { key: 'years', label: 'Years of cost and benefits…', disabled: gone, onSelect: () => setAsking('years') },
          { key: 'serves', label: 'Objectives it serves…', disabled: gone || read.objectives.length === 0, onSelect: () => setAsking('serves') },
          { key: 'description', label: 'Description…', disabled: gone, onSelect: () => setAsking('description') },
          { key: 'exists', label: gone ? 'Put it back' : 'Take it out of the scenario', ...(gone ? {} : { tone: 'bad' as const }), onSelect: () => void exists(row) },
        ]}
        trigger={(props) => <Button {...props} icon={<Ellipsis aria-hidden="true" />}>Of the chosen row</Button>}
      />
      <Suspense>
        {row && asking === 'years' && <YearsDialog row={row} read={read} onSet={acts.onSet} onClose={onClose} />}
        {row && asking === 'serves' && <Serves row={row} read={read} onSet={acts.onSet} onClose={onClose} />}
        {row && asking === 'description' && <Description row={row} onSet={acts.onSet} onClose={onClose} />}
      </Suspense>
    </>
  )
}
