/** So many percent of the accent on the surface, as a ground for figures in the ordinary ink. */
export const tint = (percent: number): string => `color-mix(in srgb, var(--accent) ${percent}%, var(--surface))`

/** The ground of what is above its limit: hatched, so that it does not depend on colour. */
export const overLimit = `repeating-linear-gradient(135deg, ${tint(38)} 0 3px, ${tint(16)} 3px 8px)`
