/** Whether this browser has lately heard from the server on its stream of events; then nobody need ask often. */
let heardAt = -Infinity
export const heardNow = (): void => void (heardAt = performance.now())
export const isLive = (): boolean => performance.now() - heardAt < 45_000

let actedAt = -Infinity
/** This tab has changed something, and reads again what it shows. */
export const actedNow = (): void => void (actedAt = performance.now())
/** Whether a change that is heard of now may be this tab's own. */
export const hasJustActed = (): boolean => performance.now() - actedAt < 3_000
