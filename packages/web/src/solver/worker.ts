import { answer } from './perform.ts'
import type { Ask } from './protocol.ts'

/** The browser's solver: one ask at a time, off the page's thread. */
self.addEventListener('message', (event: MessageEvent<Ask>) => answer(event.data, (reply) => self.postMessage(reply), () => performance.now()))
