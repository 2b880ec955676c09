export { callerWith, type Answer, type Caller } from './caller.ts'
export type { Cluster } from './clusters.ts'
export { cheapServices, testApp, type People, type Person, type TestApp, type TestAppOptions } from './test-app.ts'
export { describeOnce, onEachDatabase, testDatabase, type TestDatabase } from './test-database.ts'
