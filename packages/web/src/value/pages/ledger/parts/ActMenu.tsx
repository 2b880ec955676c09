import { ChevronDown } from 'lucide-react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Menu } from '../../../../ui/overlays/Menu.tsx'
import type { ActForm } from '../../../acts/form.ts'

/** The acts that somebody may do with a thing of the ledger; nothing where there is none. */
export function ActMenu({ name, label = 'Acts', forms, onOpen }: { readonly name: string; /** What the button says. */ readonly label?: string; readonly forms: readonly ActForm[]; onOpen(form: ActForm): void }) {
  if (forms.length === 0) return null
  const items = forms.map((form) => ({ key: form.key, label: form.label, ...(form.tone ? { tone: 'bad' as const } : {}), onSelect: () => onOpen(form) }))
  return <Menu label={`Acts on ${name}`} items={items} trigger={(trigger) => <Button kind="quiet" aria-label={`${label} on ${name}`} icon={<ChevronDown aria-hidden="true" />} {...trigger}>{label}</Button>} />
}
