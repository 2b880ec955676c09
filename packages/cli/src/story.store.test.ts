import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { rooms } from '@throughline/server/rooms'
import { startWorker } from '@throughline/server/jobs'
import { run } from './main.ts'

type Ran = { readonly exit: number; readonly out: string; readonly err: string }

/** The whole line of sight in a terminal, over the network, with the UK example: from the strategy to proven value. */
onEachDatabase('the story in a terminal', (t) => {
  const app = testApp(t)
  const folder = mkdtempSync(join(tmpdir(), 'throughline-cli-'))
  const env: NodeJS.ProcessEnv = { THROUGHLINE_CLI_FILE: join(folder, 'cli.json') }
  const type = async (...argv: string[]): Promise<Ran> => {
    const said = { out: '', err: '' }
    const exit = await run({ argv, env, out: (text) => void (said.out += text), err: (text) => void (said.err += text) })
    return { exit, ...said }
  }
  /** What the command answers; a refusal fails the test and is shown. */
  const answer = async (...argv: string[]): Promise<string> => {
    const { exit, out, err } = await type(...argv)
    expect([argv.join(' '), exit, exit === 0 ? '' : err]).toEqual([argv.join(' '), 0, ''])
    return out
  }
  const json = async (...argv: string[]): Promise<unknown> => JSON.parse(await answer(...argv, '--json'))

  let worker: ReturnType<typeof startWorker> | undefined
  beforeAll(async () => {
    worker = startWorker({ db: t.db, kinds: rooms.flatMap(({ jobs = [] }) => jobs), pollMs: 100, onError: () => undefined })
    env['THROUGHLINE_URL'] = await app.app.listen({ port: 0, host: '127.0.0.1' })
    const { email, password } = app.owner
    env['THROUGHLINE_PASSWORD'] = password
    expect(await answer('sign-in', '--email', email)).toContain('(owner)')
  })
  afterAll(async () => {
    await worker?.stop(0)
    rmSync(folder, { recursive: true, force: true })
  })

  it('signs in, keeps the token for this user alone, and loads the example', { timeout: 300_000 }, async () => {
    expect(readFileSync(join(folder, 'cli.json'), 'utf8')).not.toContain(app.owner.password)
    expect(await answer('who-am-i')).toContain('owner in Acme')
    expect(await answer('examples')).toContain('uk-gmpp')
    expect(await answer('examples', 'load', 'uk-gmpp')).toContain('227 initiatives in the latest position')
    expect((await type('examples', 'load', 'uk-gmpp')).exit).toBe(73)
    expect(await answer('cockpit', '--why')).toMatch(/227 initiatives[^]*Whole-life cost: [^]*published in Annual report 2023-24/)
  })

  it('sets an objective, measures it and links work to it', { timeout: 300_000 }, async () => {
    const perspective = ((await json('strategy')) as { perspectives: { name: string }[] }).perspectives[0]?.name ?? ''
    await answer('strategy', 'add-objective', 'Learn from what was proven', '--perspective', perspective, '--weight', '0')
    await answer('strategy', 'set-objective', 'Learn from what', '--owner', 'PMO')
    await answer('strategy', 'add-measure', 'Learn from what', 'Reviews held', '--unit', 'count', '--baseline', '0', '--baseline-on', '2024-04-01', '--target', '10', '--due', '2026-04-01')
    await answer('strategy', 'record-actual', 'Reviews held', '4', '--on', '2025-04-01')
    expect(await answer('strategy', 'measures')).toMatch(/Reviews held .* 4 +40 %/)
    await answer('initiative', 'add', 'Proof of value', '--cost', '2.5m', '--benefits', '10m', '--start', '2026-04-01', '--end', '2028-03-31')
    await answer('strategy', 'link', 'Proof of value', 'Learn from what', '0.5', '--because', 'Shows what works')
    await answer('initiative', 'set', 'Proof of value', 'cost=3m', 'mandatory=yes', '--because', 'Tender came in')
    expect(await answer('initiative', 'Proof of value', '--why')).toMatch(/cost GBP 3.00m[^]*\+0.5 {2}Learn from what was proven: Shows what works/)
    expect(await answer('initiative', 'Universal Credit Programme', '--story')).toContain('Annual report 2023-24')
    expect(await json('initiatives', '--sort', '-benefits', '--where', 'rating=red', '--first', '3')).toHaveLength(3)
  })

  it('looks at the next strategy of the example, takes over what was changed since, and weighs what it asks', { timeout: 300_000 }, async () => {
    expect(await answer('strategy', 'versions')).toMatch(/2 .* draft/)
    expect(await answer('strategy', 'draft')).toContain('The strategy in force was changed since: rebase the draft.')
    expect(await answer('strategy', 'draft', '--rebase')).toMatch(/Learn from what was proven[^]*Nothing keeps it from being sent/)
    expect(await answer('strategy', 'diff')).toMatch(/From version 1 to version 2:[^]*weight/)
    expect(await answer('strategy', 'recalibrate', '--few', '--choose')).toMatch(/Initiative[^]*actions are chosen; the draft is a draft/)
    expect(await answer('strategy', 'ranks', '--samples', '50', '--order', '--why')).toMatch(/In 90 of 100[^]*Over 50 samples; 50 of them are selected anew\.[^]*Mandatory, outside the ranking: .*Proof of value[^]*Rank by what is stated/)
    expect((await type('strategy', 'ranks', '--doubt', '130')).exit).toBe(64)
    expect(await answer('strategy', 'approve')).toMatch(/things in the plan of record:[^]*It was not sent for approval/)
    expect((await type('strategy', 'approve', '--because', 'Too early')).exit).toBe(73)
  })

  it('previews a file, applies it, and writes all to a file', { timeout: 300_000 }, async () => {
    const file = join(folder, 'position.csv')
    writeFileSync(file, 'Project name,Whole life cost (£m)\nFrom a file,5\nOdd,five\n')
    expect(await answer('import', file)).toMatch(/error position: Nothing in the file says at which date[^]*warning position B3: The text is not an amount/)
    expect((await type('import', file, '--apply')).exit).toBe(65)
    expect(await answer('import', file, '--apply', '--as-of', '2024-01-31')).toContain('2 new')
    await answer('export', join(folder, 'out.csv'))
    await answer('export', join(folder, 'out.xlsx'))
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toContain('From a file')
    expect(readFileSync(join(folder, 'out.xlsx')).subarray(0, 2).toString()).toBe('PK')
  })

  it('selects with proof, saves a scenario, prices a pin and draws the frontier', { timeout: 300_000 }, async () => {
    const options = ['--budget', '100bn', '--cap', 'DfT=20bn', '--year', '2025=5bn', '--in', 'Universal Credit Programme', '--out', 'HMCTS Reform']
    const chosen = await answer('select', ...options, '--save', 'Board', '--why')
    expect(chosen).toMatch(/proved: no better portfolio exists[^]*binding: Department DfT costs at most[^]*out {2}HMCTS Reform[^]*Saved as scenario “Board”/)
    expect((await type('select', ...options, '--save', 'Board')).exit).toBe(73)
    expect(await answer('scenarios')).toContain('Board')
    expect(await answer('scenario', 'Board')).toContain('Universal Credit Programme')
    expect(await answer('pins', ...options)).toMatch(/Forcing HMCTS Reform out gives up GBP/)
    expect(await json('frontier', '--points', '4')).toHaveLength(4)
    const refused = await type('select', '--budget', '10', '--in', 'Universal Credit Programme')
    expect([refused.exit, refused.err]).toEqual([65, expect.stringMatching(/These cannot be kept together: .*The total cost is at most GBP 10/)])
    expect(await type('select', '--budget', '-5')).toMatchObject({ exit: 65, err: expect.stringContaining('expected zero or more') })
  })

  it('decides from when what goes ahead, and anybody can check it again', { timeout: 300_000 }, async () => {
    const path = join(folder, 'roadmap.json')
    expect(await answer('roadmap', '--money', '60', '--out', 'HMCTS Reform', '--why', 'HMCTS Reform', '--most-moves', '200', '--effort', '30000', '--keep', path)).toMatch(/go ahead, value GBP[^]*No pot of money is recorded[^]*HMCTS Reform stays out[^]*(Held in|It would come in)[^]*Kept in/)
    expect(await answer('check-roadmap', path)).toMatch(/keeps every demand[^]*as the file says[^]*no roadmap is worth more than/)
    const kept = JSON.parse(readFileSync(path, 'utf8'))
    writeFileSync(path, JSON.stringify({ ...kept, answer: { ...kept.answer, value: kept.answer.value + 1 } }))
    expect(await type('check-roadmap', path)).toMatchObject({ exit: 64, err: expect.stringContaining('does not hold what it says') })
  })

  it('proposes a scenario, withdraws it and rejects it with a reason that is kept', { timeout: 300_000 }, async () => {
    expect(await answer('scenarios', 'propose', 'Board', '--why', 'Within the budget')).toContain('is proposed')
    expect(await answer('scenarios', 'withdraw', 'Board')).toContain('“Board” is withdrawn')
    await answer('scenarios', 'propose', 'Board')
    expect(await answer('scenarios', 'reject', 'Board', '--why', 'Too little for rail')).toMatch(/“Board” is rejected; the plan stays as it is. Decision [0-9a-f-]{36}/)
    expect((await type('scenarios', 'withdraw', 'Board')).exit).toBe(73)
  })

  it('records what was realised, reverses it, and tells who did what', { timeout: 300_000 }, async () => {
    const recorded = (await json('value', 'record', 'Proof of value', 'realised', '2025-26', '1m', '--evidence', 'Audit')) as { id: string }
    expect(await answer('value', '--by', 'objective', '--why')).toContain('Closes to the minor unit.')
    expect(await answer('value', 'reverse', recorded.id, '--because', 'Counted twice')).toContain('Reversed: GBP -1.00m')
    expect((await type('value', 'reverse', recorded.id, '--because', 'Again')).exit).toBe(73)
    expect(await answer('value', 'entries')).toContain(`reverses ${recorded.id}: Counted twice`)
    expect(await answer('history', '--first', '100')).toMatch(/value.reverse-entry[^]*portfolio.save-scenario[^]*Tender came in/)
  })

  it.each(['who-am-i', 'units', 'strategy', 'strategy measures', 'initiatives', 'initiative I-0001', 'examples', 'cockpit', 'scenarios', 'scenario Board', 'value', 'value entries', 'history'])('%s answers programs in JSON', async (words) => {
    expect(await json(...words.split(' '))).toEqual(expect.anything())
  })

  it.each([
    ['nonsense'], ['cockpit --bogus'], ['initiative'], ['initiatives --sort nope'], ['initiatives --first few'], ['initiatives --where nope=1'], ['initiative set I-0001 mandatory=maybe'], ['initiative set I-0001 nope'], ['initiative add X --cost much'],
    ['strategy add-objective X'], ['strategy link I-0001 nope 1'], ['export out.pdf'], ['select --value nope'], ['select --cap nope=1bn'], ['frontier --points few'], ['scenario Nope'], ['scenarios reject Board'], ['value --by nope'], ['value record I-0001 hoped 2025 1m'],
    ['value record I-0001 realised soon 1m --evidence x'], ['history --first few'], ['sign-in --email a@example.org --days few'],
  ])('%s is wrong usage: 64, with what was found and what is expected', async (words) => {
    const { exit, err } = await type(...words.split(' '))
    expect([exit, err]).toEqual([64, expect.stringMatching(/Found |Unknown option/)])
  })

  it('refuses with the exit code of the refusal', { timeout: 300_000 }, async () => {
    expect((await type('cockpit', '--token', 'wrong')).exit).toBe(77)
    expect((await type('cockpit', '--url', 'http://127.0.0.1:9')).exit).toBe(69)
    expect((await type('initiative', 'set', 'I-0001', 'start=2026-13-01')).exit).toBe(65)
    expect((await type('value', 'record', 'I-0001', 'realised', '2090', '1m', '--evidence', 'x')).exit).toBe(65)
    expect((await type('import', join(folder, 'none.csv'))).exit).toBe(66)
    await answer('sign-out')
    expect((await type('cockpit')).exit).toBe(77)
  })
})
