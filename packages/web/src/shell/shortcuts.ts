import { useEffect } from 'react'
import type { PageEntry } from './page-entry.ts'

export type ShortcutActs = { readonly pages: readonly PageEntry[]; go(address: string): void; palette(): void; help(): void }

/** What a key means: at once, or as the second of two. `waiting` is whether g was typed just before. */
export type Meaning = { readonly act: 'palette' | 'help' | 'wait' | 'nothing' } | { readonly act: 'go'; readonly path: string }

/** Keys of the whole app. Letters mean nothing while someone types into a field. */
export function meaningOf(key: { readonly key: string; readonly ctrl: boolean; readonly alt: boolean }, waiting: boolean, typing: boolean, pages: readonly PageEntry[]): Meaning {
  if (key.ctrl && key.key.toLowerCase() === 'k') return { act: 'palette' }
  if (typing || key.ctrl || key.alt) return { act: 'nothing' }
  if (waiting) {
    const page = pages.find((candidate) => candidate.nav?.key === key.key.toLowerCase())
    return page ? { act: 'go', path: page.path } : { act: 'nothing' }
  }
  if (key.key === '?') return { act: 'help' }
  if (key.key === '/') return { act: 'palette' }
  return { act: key.key === 'g' ? 'wait' : 'nothing' }
}

/** Listens for the keys of the whole app; g waits for its second letter for a second and a half. */
export function useShortcuts(acts: ShortcutActs): void {
  useEffect(() => {
    let waitsUntil = 0
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      const meaning = meaningOf({ key: event.key, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey }, performance.now() < waitsUntil, isTyping(event.target), acts.pages)
      waitsUntil = meaning.act === 'wait' ? performance.now() + 1_500 : 0
      if (meaning.act === 'nothing' || meaning.act === 'wait') return
      event.preventDefault()
      if (meaning.act === 'go') acts.go(meaning.path)
      else acts[meaning.act]()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [acts])
}

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=range]), textarea, select, [role=grid], [role=treegrid]'))
