import { useState } from 'react'

let kept: string | undefined

/** The secret behind # of the link somebody came by. It is taken out of the address at once, so that it stays in no history. */
export function useLinkSecret(): string {
  const [secret] = useState(() => {
    kept ??= location.hash.slice(1)
    if (location.hash) history.replaceState(history.state, '', location.pathname)
    return kept
  })
  return secret
}
