import type { MeasureCandidate } from '@throughline/contract/strategy'

export const fittingWords = {
  title: 'Measures that fit',
  note: 'What measures this objective, and what may. Measures in use come first, so that units can be compared; what words suggest is a suggestion.',
  none: 'Nothing in use and no definition of the library fits by words or by place. Choose one from the library all the same, or define it there.',
} as const

export const actWords: Readonly<Record<MeasureCandidate['act'], { readonly act: string; readonly what: string }>> = {
  link: { act: 'Link', what: 'The same measure: its figures count here as well.' },
  repeat: { act: 'Repeat', what: 'The same definition, with baseline, target and figures of its own.' },
  define: { act: 'Use', what: 'Used nowhere yet.' },
}
