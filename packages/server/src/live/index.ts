export { startLive, type Live, type LiveOptions } from './live.ts'
export { serveEvents } from './serve-events.ts'
