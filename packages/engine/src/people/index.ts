export * from './small-groups.ts'
