import type { NavGroup } from './page-entry.ts'

/** Opened now and then by a few: folded until somebody wants it otherwise. */
const foldedAtFirst: readonly NavGroup[] = ['Administration']
const place = (group: NavGroup): string => `navigation.${group}`

/** Whether a group of the navigation is folded in this browser. */
export function isFolded(group: NavGroup): boolean {
  try {
    const kept = localStorage.getItem(place(group))
    return kept === null ? foldedAtFirst.includes(group) : kept === 'folded'
  } catch {
    return foldedAtFirst.includes(group)
  }
}

/** Remembers it; where nothing can be kept, it holds until the page is loaded again. */
export function keepFolded(group: NavGroup, folded: boolean): void {
  try {
    localStorage.setItem(place(group), folded ? 'folded' : 'open')
  } catch {
    // a browser that keeps nothing
  }
}
