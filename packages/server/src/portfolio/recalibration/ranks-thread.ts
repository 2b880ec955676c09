import { ok } from '@throughline/engine/kernel'
import { serveThread } from '../../jobs/thread.ts'
import { rankList, type RanksInput } from './ranks.ts'

serveThread<RanksInput>((input, context) => ok(rankList(input, context)))
