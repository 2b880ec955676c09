import { useSyncExternalStore } from 'react'

const query = '(min-width: 1100px)'

/** Whether there is room for the objective beside the bands; where there is not, it opens as a sheet. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches, () => true)
}

function subscribe(listener: () => void): () => void {
  const media = matchMedia(query)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}
