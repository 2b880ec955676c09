import fc from 'fast-check'
import { ok, refuse } from '@throughline/engine/kernel'
import { brotliDecompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { openAnswers } from './answers.ts'

const told = async (answering: ReturnType<ReturnType<typeof openAnswers>['answer']>) => {
  const { packed } = await answering
  const answer = await packed
  return answer.ok ? (JSON.parse(brotliDecompressSync(answer.value).toString('utf8')) as unknown) : answer.refusal
}

it('each name has its own answer, whatever was held, asked for again or let go before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(9), { minLength: 1, maxLength: 30 }), fc.nat(1500), async (names, bytes) => {
      const answers = openAnswers(bytes)
      for (const name of names) {
        expect(await told(answers.answer(`name ${name}`, async () => ok({ name })))).toEqual({ name })
        expect(answers.holds().bytes).toBeLessThanOrEqual(bytes)
      }
    }),
    { numRuns: 30 },
  )
})

it('is made once for all who ask at the same time, and not again while it is held', async () => {
  const answers = openAnswers(10_000)
  let made = 0
  const ask = () => told(answers.answer('one', async () => ok({ made: (made += 1) })))
  expect([await Promise.all([ask(), ask(), ask()]), await ask()]).toEqual([[{ made: 1 }, { made: 1 }, { made: 1 }], { made: 1 }])
  answers.holdAtMost(0)
  expect([answers.holds(), await ask()]).toEqual([{ bytes: 0, answers: 0 }, { made: 2 }])
})

it('the one that was used longest ago goes first', async () => {
  const answers = openAnswers(600)
  const made: string[] = []
  const ask = (name: string) => told(answers.answer(name, async () => (made.push(name), ok({ name }))))
  for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(name)
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})

it('a refusal is not held, and a failure is that of who asked first alone', async () => {
  const answers = openAnswers(10_000)
  const refusal = { code: 'not_found' as const, values: {} }
  expect([await told(answers.answer('one', async () => refuse(refusal))), await told(answers.answer('one', async () => ok(1)))]).toEqual([refusal, 1])
  const first = answers.answer('two', async () => Promise.reject(new Error('lost')))
  const second = answers.answer('two', async () => ok(2))
  await expect(first).rejects.toThrow('lost')
  expect(await told(second)).toBe(2)
})
