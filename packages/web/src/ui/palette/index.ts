export * from './CommandPalette.tsx'
export * from './fuzzy.ts'
export * from './rank.ts'
