export { PaletteFinder } from './PaletteFinder.tsx'
