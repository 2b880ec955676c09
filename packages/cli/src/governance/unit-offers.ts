import { governanceRoutes, type OfferSheet, type OutsideInitiative, type UnitOffer } from '@throughline/contract/governance'
import type { Command } from '../terminal/command.ts'
import { explanationLines, metricText, moneyText, percent } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'services units',
  usage: '[<unit>]',
  summary: 'What is in it for units: goals at risk with others, what the PMO offers, what it asks in return, and where it offers nothing',
  options: { why: { about: 'Explain what is at risk and for how much of it something is offered' } },
  run: async (typed, { call, print }) => {
    const found = await call(governanceRoutes.readUnitOffers, {})
    const [word] = typed.words
    if (word !== undefined) {
      const sheet = oneOf('unit', found.sheets.map((one) => ({ ...one, id: one.holder.id })), word, ({ holder, unit }) => [holder.name, ...(unit === null ? [] : [unit])])
      return print.answer(sheet, () => sheetLines(sheet, typed.on('why')))
    }
    print.answer(found, () => [
      ...(found.sheets.length === 0 ? ['No unit has goals, so that nothing can be derived.'] : tableLines<OfferSheet>(found.sheets, [
        { head: 'Whose goals', of: ({ holder }) => holder.name, widest: 50 }, { head: 'Offers', of: ({ lack }) => lackWords[lack] }, { head: 'At risk with others', of: ({ atRisk: { metric } }) => metricText(metric, moneyText), right: true },
        { head: 'Offers for', of: ({ covered: { metric } }) => metricText(metric, moneyText), right: true }, { head: 'Share', of: ({ coverage: { metric } }) => metricText(metric, (share) => percent(share)), right: true },
      ])),
      ...(found.withoutGoals.length > 0 ? [`No goal is known of ${found.withoutGoals.map(({ name }) => name).join(', ')}.`] : []),
    ])
  },
}

const lackWords: Readonly<Record<OfferSheet['lack'], string>> = { no_offer: 'lack of offer', part: 'for a part', none: 'for all of it', nothing_at_risk: 'nothing at risk' }

function sheetLines({ holder, lack, outside, offers, atRisk, coverage }: OfferSheet, why: boolean): readonly string[] {
  return [
    `${holder.name}: ${lackWords[lack]}`,
    ...(outside.length === 0 ? ['Everything that serves its goals is in its own hands.'] : tableLines<OutsideInitiative>(outside, [
      { head: 'Hangs on', of: ({ initiative }) => initiative.name, widest: 44 }, { head: 'Owner', of: ({ owner }) => owner ?? '(no unit)', widest: 30 }, { head: 'Delivery', of: ({ risk }) => risk.replaceAll('_', ' ') }, { head: 'At stake', of: ({ value }) => metricText(value, moneyText), right: true },
      { head: 'Serves', of: ({ goals }) => goals.join('; '), widest: 50 }, { head: 'Helped by', of: ({ services, offers: standing }) => [...services.map(({ name, state }) => `${name} (${state})`), ...(standing > 0 ? [`${standing} offered`] : [])].join(', '), widest: 40 },
    ])),
    '',
    ...(offers.length === 0 ? ['Nothing was offered to it.'] : tableLines<UnitOffer>(offers, [
      { head: 'Offered', of: ({ service }) => service.name, widest: 30 }, { head: 'For', of: ({ initiative }) => initiative.name, widest: 30 }, { head: 'How it helps', of: ({ lowers }) => lowers, widest: 40 }, { head: 'In return', of: ({ inReturn }) => inReturn, widest: 40 }, { head: 'State', of: ({ state }) => state },
      { head: 'Kept', of: ({ given, returned }) => [given ? 'by the PMO' : '', returned ? 'by the unit' : ''].filter(Boolean).join(' and ') },
    ])),
    ...(why ? ['', ...explanationLines(atRisk.why), ...explanationLines(coverage.why)] : []),
  ]
}

export const unitOfferCommands: readonly Command[] = [show]
