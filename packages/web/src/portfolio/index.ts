export { MomentGate } from './moment/MomentGate.tsx'
export { PaletteFinder } from './PaletteFinder.tsx'
