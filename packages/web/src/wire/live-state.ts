/** Whether this browser has lately heard from the server on its stream of events; then nobody need ask often. */
let heardAt = -Infinity
export const heardNow = (): void => void (heardAt = performance.now())
export const isLive = (): boolean => performance.now() - heardAt < 45_000
