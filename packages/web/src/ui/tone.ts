/** What a mark means. Each has its own shape (circle, triangle, diamond, ticked square, dashed ring) beside its colour. */
export type Tone = 'good' | 'warn' | 'bad' | 'done' | 'none'

/** The fixed order of tones in stacked bars and legends: what needs attention first. */
export const toneOrder: readonly Tone[] = ['bad', 'warn', 'good', 'done', 'none']

/** One letter for each tone, printed where colour and shape cannot be told apart. */
export const toneLetters: Readonly<Record<Tone, string>> = { good: 'G', warn: 'A', bad: 'R', done: 'C', none: '–' }
