import { useSyncExternalStore } from 'react'

export type ThemeChoice = 'light' | 'dark' | 'system'
export type Density = 'compact' | 'default' | 'comfortable'

/** Row heights in px by density; the same values as --row in style/tokens.css. */
export const rowHeights: Readonly<Record<Density, number>> = { compact: 28, default: 32, comfortable: 40 }

/** The theme chosen, and what it comes to on this screen. Remembered in this browser. */
export function useTheme(): { readonly choice: ThemeChoice; readonly shown: 'light' | 'dark'; choose(choice: ThemeChoice): void } {
  const shown = useSyncExternalStore(subscribe, shownTheme, () => 'light' as const)
  const choice = useSyncExternalStore(subscribe, themeChoice, () => 'system' as const)
  return { choice, shown, choose: chooseTheme }
}

/** The density chosen. Remembered in this browser. */
export function useDensity(): { readonly density: Density; choose(density: Density): void } {
  return { density: useSyncExternalStore(subscribe, densityChoice, () => 'default' as const), choose: chooseDensity }
}

function chooseTheme(choice: ThemeChoice): void {
  remember('theme', choice)
  applyTheme()
  announce()
}

function chooseDensity(density: Density): void {
  remember('density', density)
  document.documentElement.dataset['density'] = density
  announce()
}

const listeners = new Set<() => void>()
const announce = (): void => listeners.forEach((listener) => listener())
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  const system = matchMedia('(prefers-color-scheme: dark)')
  const follow = () => {
    applyTheme()
    listener()
  }
  system.addEventListener('change', follow)
  return () => {
    listeners.delete(listener)
    system.removeEventListener('change', follow)
  }
}

function applyTheme(): void {
  const choice = themeChoice()
  const dark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
}

const shownTheme = (): 'light' | 'dark' => (document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light')
function themeChoice(): ThemeChoice {
  const kept = recall('theme')
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}
function densityChoice(): Density {
  const kept = document.documentElement.dataset['density']
  return kept === 'compact' || kept === 'comfortable' ? kept : 'default'
}

/** Storage may be switched off; the choice then lasts as long as the page. */
function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`throughline.${name}`, value)
  } catch {
    session.set(name, value)
  }
}
function recall(name: string): string | null {
  try {
    return localStorage.getItem(`throughline.${name}`) ?? session.get(name) ?? null
  } catch {
    return session.get(name) ?? null
  }
}
const session = new Map<string, string>()
