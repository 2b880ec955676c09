import { describe, expect, it } from 'vitest'
import { unreachable, Refused } from './refused.ts'
import { sendOnce } from './once.ts'

const codeOf = async (reply: Response): Promise<string> => ((await reply.json()) as { code: string }).code
const problem = (code: string, status: number) => new Response(JSON.stringify({ code }), { status })
const now = async () => undefined

/** Answers in turn, and remembers the keys; the last answer is given for ever. */
function server(...answers: readonly (Response | 'lost')[]) {
  const keys: string[] = []
  const send = async (key: string): Promise<Response> => {
    const answer = answers[Math.min(keys.push(key), answers.length) - 1]
    if (answer === undefined || answer === 'lost') throw new Refused(unreachable)
    return answer.clone()
  }
  return { keys, send }
}

describe('an act', () => {
  it('is sent again under its key until it is heard of', async () => {
    const { keys, send } = server('lost', problem('outcome_unknown', 503), new Response('{}', { status: 201 }))
    expect((await sendOnce('POST /a {}', send, codeOf, now)).status).toBe(201)
    expect([keys.length, new Set(keys).size]).toEqual([3, 1])
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
  })
  it('is another act the next time, though it says the same', async () => {
    const { keys, send } = server(new Response('{}'))
    await sendOnce('POST /b {}', send, codeOf, now)
    await sendOnce('POST /b {}', send, codeOf, now)
    expect(new Set(keys).size).toBe(2)
  })
  it('keeps its key where it was not heard of at all, for when the person sends it again', async () => {
    const { keys, send } = server('lost', 'lost', 'lost', 'lost', new Response('{}'))
    await expect(sendOnce('POST /c {}', send, codeOf, now)).rejects.toMatchObject({ problem: { code: 'unreachable' } })
    expect((await sendOnce('POST /c {}', send, codeOf, now)).status).toBe(200)
    expect([keys.length, new Set(keys).size]).toEqual([5, 1])
  })
  it('is not sent again where it was refused', async () => {
    const { keys, send } = server(problem('version_moved', 409))
    expect((await sendOnce('POST /d {}', send, codeOf, now)).status).toBe(409)
    expect(keys).toHaveLength(1)
  })
  it('is sent again where a gateway did not wait for its end', async () => {
    const { keys, send } = server(new Response('<html>', { status: 504 }), new Response('{}'))
    expect((await sendOnce('POST /e {}', send, codeOf, now)).status).toBe(200)
    expect(keys).toHaveLength(2)
  })
})
