export { builtIn, postgresServer, serverPrograms, type Place } from './place.ts'
export { serverProcess, type ServerProcess } from './process.ts'
export { tryKills, type Kill, type Trial, type TrialOptions } from './trial.ts'
