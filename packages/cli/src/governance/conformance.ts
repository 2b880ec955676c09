import { governanceRoutes, type ConformanceFinding, type FollowedInitiative } from '@throughline/contract/governance'
import type { Command } from '../terminal/command.ts'
import { explanationLines, metricText, percent } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'conformance',
  summary: 'Whether running initiatives do what their framework asks for by a day; justified deviations are counted apart',
  options: { on: { about: 'A day; today unless said', takes: 'date' }, why: { about: 'Explain the share' } },
  run: async (typed, { call, print }) => {
    const on = typed.one('on')
    const found = await call(governanceRoutes.readConformance, { query: on === undefined ? {} : { on } })
    print.answer(found, () => (found.initiatives.length === 0 ? ['No running initiative follows a framework.'] : [
      ...tableLines(found.initiatives, [
        { head: 'Initiative', of: (one: FollowedInitiative) => one.initiative.name, widest: 50 }, { head: 'Framework', of: ({ framework, edition }) => `${framework.name}, edition ${edition}`, widest: 40 }, { head: 'Tier', of: ({ tier }) => tier },
        { head: 'Kept', of: ({ counts }) => String(counts.kept), right: true }, { head: 'Missing', of: ({ counts }) => String(counts.missing), right: true }, { head: 'Out of order', of: ({ counts }) => String(counts.out_of_order), right: true }, { head: 'Justified', of: ({ counts }) => String(counts.deviation), right: true },
        { head: 'Conformance', of: ({ share }) => metricText(share.metric, (one) => percent(one, 0)), right: true },
      ]),
      `All together by ${found.on}: ${metricText(found.share.metric, (one) => percent(one, 0))}; ${found.counts.deviation} justified deviations beside it, ${found.waiting.length} wait for an answer.`,
      ...(typed.on('why') ? ['', ...explanationLines(found.share.why)] : []),
    ]))
  },
}

const checks: Command = {
  name: 'conformance checks',
  summary: 'What the last check found, with who helps, and the checks before it',
  run: async (_, { call, print }) => {
    const { checks: found } = await call(governanceRoutes.readConformance, {})
    const [last] = found
    print.answer(found, () => (last === undefined ? ['No check was made.'] : [
      ...(last.findings.length === 0 ? ['Nothing was missing or out of order.'] : tableLines(last.findings, [
        { head: 'Initiative', of: (one: ConformanceFinding) => one.initiative.name, widest: 50 }, { head: 'Element', of: ({ kind, key, name }) => `${kind} ${key}: ${name}`, widest: 50 }, { head: 'Finding', of: ({ outcome, overtakenBy }) => `${outcome.replaceAll('_', ' ')}${overtakenBy ? ` (${overtakenBy} before it)` : ''}` }, { head: 'Who helps', of: ({ coaching }) => coaching?.name ?? '', widest: 40 },
      ])),
      ...(last.counts.missing + last.counts.out_of_order > last.findings.length ? [`${last.counts.missing + last.counts.out_of_order - last.findings.length} further findings are not listed.`] : []),
      ...found.map(({ on, share, seed, full, sampled, low, counts }) => `As of ${on}: ${metricText(share.metric, (one) => percent(one, 0))}, ${counts.missing + counts.out_of_order} findings, ${counts.deviation} justified deviations; ${full} of the full tier, ${sampled.length} of ${low} of the low one by the seed ${seed}.`),
    ]))
  },
}

export const conformanceCommands: readonly Command[] = [show, checks]
