export { MomentGate } from './moment/MomentGate.tsx'
export { PaletteFinder } from './PaletteFinder.tsx'
export { Differences, type DifferencesProps } from './parts/plans/Differences.tsx'
