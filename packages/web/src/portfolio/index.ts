export { MomentGate } from './moment/MomentGate.tsx'
export { PaletteFinder } from './PaletteFinder.tsx'
export { NamedFields, useFieldNames } from './parts/plans/field-names.tsx'
export { Differences, type DifferencesProps } from './parts/plans/Differences.tsx'
