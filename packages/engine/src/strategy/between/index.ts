export * from './findings.ts'
export { likeness, rarity, wordsOf } from './likeness.ts'
