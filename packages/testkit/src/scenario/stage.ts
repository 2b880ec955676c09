import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import { connect } from '@throughline/server/database'
import { createApp } from '@throughline/server/http'
import { rooms } from '@throughline/server/rooms'
import { callerWith, testApp, type TestDatabase } from '../database/index.ts'
import type { Stage } from './world.ts'

/** When every scenario takes place. From here the clock goes on a millisecond each time it is read, so that what comes later is later. */
export const scenarioStart = '2026-11-21T12:00:00Z'

/** The whole application for all scenarios of a suite; call inside the suite, after its database. */
export function openStage(t: TestDatabase): Stage {
  let clock = Date.parse(scenarioStart)
  const app = testApp(t, { now: () => new Date(clock++) })
  let cutOff: Promise<FastifyInstance> | undefined
  // The port of nobody: every connection is refused at once.
  const openCutOff = () => createApp({ db: connect({ ...t.login, host: '127.0.0.1', port: 1 }), rooms, logger: pino({ level: 'silent' }) })
  afterAll(async () => void (await (await cutOff)?.close()))
  return {
    stranger: app.stranger,
    now: () => new Date(clock),
    pass: (minutes) => void (clock += minutes * 60_000),
    newOrganisation: () => app.secondOrganisation(),
    withToken: (secret) => app.withToken(secret),
    withoutDatabase: async ({ cookie, csrf }) => {
      const instance = await (cutOff ??= openCutOff())
      return callerWith(() => instance, { cookie, 'x-csrf-token': csrf })
    },
  }
}
