import { expect, it } from 'vitest'
import { pauseAfter, pauseSeconds } from './schedule.ts'
import { signedHeaders } from './sign.ts'

it('waits longer each time, for three days in all, then gives up', () => {
  const pauses = pauseSeconds.map((_, at) => pauseAfter(at + 1, 0.5) ?? 0)
  expect(pauses).toEqual(pauseSeconds)
  // 257,765 s are 71.6 hours.
  expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBe(257_765)
  expect([pauseAfter(1, 0), pauseAfter(1, 0.5), pauseAfter(11, 0.5)]).toEqual([4, 5, undefined])
})

it('signs as Standard Webhooks does', () => {
  // The example of the specification's reference libraries.
  const headers = signedHeaders('msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, '{"test": 2432232314}', ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})
