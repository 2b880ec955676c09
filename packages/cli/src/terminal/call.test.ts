import { describe, expect, it } from 'vitest'
import { Refused, sendOnce } from './call.ts'

const problem = (code: string, status: number) => new Response(JSON.stringify({ code }), { status })
const unreachable = new Refused({ type: '', title: '', status: 503, code: 'server_unreachable', detail: '' })
const now = async () => undefined

describe('an act that is sent', () => {
  it('goes out again under its key until it is heard of', async () => {
    const keys: string[] = []
    const answers = [unreachable, problem('outcome_unknown', 503), problem('act_under_way', 409), new Response('{}', { status: 201 })]
    const reply = await sendOnce(async (key) => {
      const answer = answers[keys.push(key) - 1]
      if (!(answer instanceof Response)) throw answer
      return answer
    }, now)
    expect([reply.status, keys.length, new Set(keys).size]).toEqual([201, 4, 1])
  })
  it('is given up at last with the answer there is, and a refusal is final at once', async () => {
    let times = 0
    const counted = (answer: () => Response) => async () => (times++, answer())
    expect((await sendOnce(counted(() => problem('overloaded', 503)), now)).status).toBe(503)
    expect(times).toBe(4)
    expect((await sendOnce(counted(() => problem('name_taken', 409)), now)).status).toBe(409)
    expect(times).toBe(5)
    await expect(sendOnce(() => Promise.reject(unreachable), now)).rejects.toBe(unreachable)
  })
})
