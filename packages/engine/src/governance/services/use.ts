import { known, mapMetric, numberFigure, textFigure, undefinedBecause, type Explained, type Explanation, type Metric } from '../../kernel/index.ts'
import { wilsonInterval } from '../../strategy/index.ts'
import { serviceClasses, type ServiceClass } from './service.ts'

/** What a service was worth to whoever asked for it, from least to most: words in an order, never a number. */
export const useLevels = ['none', 'some', 'much'] as const
export type UseLevel = (typeof useLevels)[number]
/** Whose a request is: who asked, who owns the service, and who performed it. */
export type RequestHands = { readonly asker: string; readonly owner: string; readonly performer: string | null }
/** Whether whoever asked would judge their own work: nobody says of a service that they own or performed what it was worth. */
export const judgesOwn = ({ asker, owner, performer }: RequestHands): boolean => asker === owner || asker === performer
/** A request that was delivered, in the class that its service had then; `use` is null where whoever asked has not said. */
export type DeliveredRequest = { readonly class: ServiceClass; readonly use: UseLevel | null; readonly hands: RequestHands }
/** What was delivered of a class: how many said what, how many said nothing, and the share that found it of some or of much use. */
export type ClassUse = { readonly class: ServiceClass; readonly delivered: number; readonly told: Readonly<Record<UseLevel, number>>; readonly silent: number; readonly useful: Explained<number> }

/** What services were worth to those who asked, class by class (service-use). Who said nothing counts for neither side; what people did for themselves is not among it. */
export function serviceUse(all: readonly DeliveredRequest[]): readonly ClassUse[] {
  const delivered = all.filter(({ hands }) => !judgesOwn(hands))
  return serviceClasses.map((of) => {
    const own = delivered.filter((one) => one.class === of)
    const count = (level: UseLevel | null): number => own.filter(({ use }) => use === level).length
    const told = { none: count('none'), some: count('some'), much: count('much') }
    const [useful, said] = [told.some + told.much, own.length - count(null)]
    const metric: Metric<number> = said === 0 ? undefinedBecause('NO_ACTUALS') : known(useful / said)
    const percent = (share: number) => numberFigure(Math.round(share * 1000) / 10, 'percent')
    const counts = ([['Of much use', told.much], ['Of some use', told.some], ['Of no use', told.none], ['Said nothing', count(null)]] as const).map(([term, many]): Explanation => ({ term, figure: known(numberFigure(many)) }))
    const sure = mapMetric(said === 0 ? undefinedBecause('NO_ACTUALS') : known(wilsonInterval({ count: useful, of: said })), ({ low, high }) => textFigure(`${Math.round(low * 1000) / 10} % to ${Math.round(high * 1000) / 10} %`))
    return { class: of, delivered: own.length, told, silent: count(null), useful: { metric, why: { term: 'Found it of use', figure: mapMetric(metric, percent), formula: 'service-use', note: 'Of those who said, without who owns the service or performed it', terms: [...counts, { term: 'How sure, at 95 %', figure: sure, formula: 'wilson-interval' }] } } }
  })
}
