import type { RecalibrationAsk } from './recalibration-protocol.ts'
import { recalibrationWork } from './recalibration-perform.ts'

const work = recalibrationWork((reply) => postMessage(reply), () => performance.now())
onmessage = ({ data }: MessageEvent<RecalibrationAsk>) => work(data)
