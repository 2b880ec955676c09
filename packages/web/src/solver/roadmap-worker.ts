import type { DeepAsk, RoadmapAsk } from './roadmap-protocol.ts'
import { answerDeep } from './roadmap-perform.ts'
import { roadmapWork } from './roadmap-work.ts'

/** A turn of the event loop, so that messages are heard: a timer would wait four milliseconds each time. */
const { port1, port2 } = new MessageChannel()
const resting: (() => void)[] = []
port1.onmessage = () => resting.shift()?.()
const rest = (): Promise<void> =>
  new Promise((resume) => {
    resting.push(resume)
    port2.postMessage(0)
  })

const work = roadmapWork((reply) => postMessage(reply), () => performance.now(), rest)
onmessage = ({ data }: MessageEvent<RoadmapAsk | DeepAsk>) => ('task' in data ? postMessage(answerDeep(data.task)) : work.ask(data))
