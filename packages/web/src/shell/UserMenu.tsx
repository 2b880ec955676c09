import { CircleHelp, LogOut } from 'lucide-react'
import { useDensity, useTheme } from '../ui/appearance.ts'
import type { Density, ThemeChoice } from '../ui/appearance.ts'
import { Menu } from '../ui/overlays/Menu.tsx'
import type { MenuItem } from '../ui/overlays/Menu.tsx'
import { useToast } from '../ui/overlays/Toast.tsx'
import type { GateState } from './session.ts'

/** Who is signed in, how things look, help, and the way out. */
export function UserMenu({ session, onHelp }: { readonly session: Extract<GateState, { state: 'signed_in' }>; onHelp(): void }) {
  const theme = useTheme()
  const density = useDensity()
  const toast = useToast()
  const items: readonly MenuItem[] = [
    { kind: 'heading', key: 'who', label: session.email },
    { kind: 'line', key: 'line-1' },
    { kind: 'heading', key: 'theme', label: 'Theme' },
    ...themes.map(({ key, label }): MenuItem => ({ key: `theme ${key}`, label, checked: theme.choice === key, onSelect: () => theme.choose(key) })),
    { kind: 'heading', key: 'rows', label: 'Rows' },
    ...densities.map(({ key, label }): MenuItem => ({ key: `rows ${key}`, label, checked: density.density === key, onSelect: () => density.choose(key) })),
    { kind: 'line', key: 'line-2' },
    { key: 'help', label: 'Keyboard', icon: <CircleHelp aria-hidden="true" />, shortcut: '?', onSelect: onHelp },
    { key: 'out', label: 'Sign out', icon: <LogOut aria-hidden="true" />, onSelect: () => void session.signOut().catch(() => toast({ tone: 'bad', message: 'You are still signed in: the server did not answer.' })) },
  ]
  return (
    <Menu
      label="Your account and appearance"
      items={items}
      trigger={(trigger) => (
        <button type="button" className="user" {...trigger}>
          <span className="visually-hidden">{session.name}, account and appearance</span>
          <span className="avatar" aria-hidden="true">
            {initials(session.name)}
          </span>
          <span className="sidebar-words user-name" aria-hidden="true">{session.name}</span>
        </button>
      )}
    />
  )
}

const themes: readonly { readonly key: ThemeChoice; readonly label: string }[] = [
  { key: 'system', label: 'As the system' },
  { key: 'light', label: 'Light' },
  { key: 'dark', label: 'Dark' },
]
const densities: readonly { readonly key: Density; readonly label: string }[] = [
  { key: 'compact', label: 'Compact' },
  { key: 'default', label: 'Default' },
  { key: 'comfortable', label: 'Comfortable' },
]

/** First letters of the first and the last name. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/)
  return [parts[0], parts.length > 1 ? parts[parts.length - 1] : ''].map((part) => [...(part ?? '')][0] ?? '').join('').toUpperCase()
}
