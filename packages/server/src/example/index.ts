export { playActsOf } from './play-acts.ts'
