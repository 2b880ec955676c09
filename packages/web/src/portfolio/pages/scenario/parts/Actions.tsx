import type { Scenario } from '@throughline/contract/portfolio'
import { Check, Columns3, Ellipsis, Send, Undo2, X } from 'lucide-react'
import { places } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Menu, type MenuItem } from '../../../../ui/overlays/Menu.tsx'

export type Asking = 'rename' | 'share' | 'fork' | 'remove' | 'propose' | 'withdraw' | 'reject' | 'approve'

/** What can be done with the scenario now; the next step on its way stands last. */
export function Actions({ scenario: { id, may, state }, mayFork, ask }: { readonly scenario: Scenario; readonly mayFork: boolean; ask(asking: Asking): void }) {
  const items: readonly MenuItem[] = [
    { key: 'fork', label: 'Fork…', onSelect: () => ask('fork') },
    { key: 'rename', label: 'Rename…', onSelect: () => ask('rename') },
    ...(may.share ? [{ key: 'share', label: 'Share…', onSelect: () => ask('share') }] : []),
    { key: 'remove', label: 'Remove…', tone: 'bad' as const, onSelect: () => ask('remove') },
  ]
  return (
    <>
      <a className="button" href={places.compare('plan', id)}><Columns3 aria-hidden="true" />Compare with the plan</a>
      {(may.edit || may.withdraw) && <Menu label="More" items={items} trigger={(props) => <Button {...props} icon={<Ellipsis aria-hidden="true" />}>More</Button>} />}
      {mayFork && !may.edit && !may.withdraw && state === 'approved' && <Button onClick={() => ask('fork')}>Fork…</Button>}
      {may.withdraw && <Button icon={<Undo2 aria-hidden="true" />} onClick={() => ask('withdraw')}>Withdraw</Button>}
      {may.decide && <Button icon={<X aria-hidden="true" />} onClick={() => ask('reject')}>Reject</Button>}
      {may.edit && <Button kind="primary" icon={<Send aria-hidden="true" />} disabled={!may.propose} title={may.propose ? undefined : 'Change something first'} onClick={() => ask('propose')}>Propose</Button>}
      {state === 'proposed' && <Button kind="primary" icon={<Check aria-hidden="true" />} disabled={!may.decide} title={may.whyNotDecide ?? undefined} onClick={() => ask('approve')}>Approve</Button>}
    </>
  )
}
