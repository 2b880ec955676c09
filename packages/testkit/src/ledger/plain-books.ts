import type { LedgerStory, StoryAct, StoryDeed, StoryMeasurement } from '@throughline/exchange/story'
import { inOrder, type StoryFigures } from './three-years.ts'

/**
 * The figures of a story by another road than the ledger of the engine: no accounts, no entries, no debit and credit. What became of a
 * benefit in a quarter is a handful of heaps that are moved about, a movement is multiplied out in plain numbers, and a closed quarter is
 * looked at when all is over. Written from docs/specs/value-ledger.md; nothing of the engine is used.
 */
export function plainFigures(story: LedgerStory): StoryFigures {
  const books = new PlainBooks(story)
  for (const act of story.acts) books.take(act)
  return books.figures()
}

const heapNames = ['ever', 'promised', 'declined', 'approved', 'delivered', 'given up', 'met', 'beyond', 'fresh', 'checked', 'banked', 'turned', 'used up', 'forecast'] as const
type HeapName = (typeof heapNames)[number]
type Pool = { moved: number; readonly claims: { readonly benefit: string; readonly asked: number }[]; readonly drawn: Map<string, number>; before: number | undefined }

class PlainBooks {
  private readonly heaps = new Map<string, number>()
  private readonly pools = new Map<string, Pool>()
  private readonly reports = new Map<string, { readonly day: string; readonly value: number }[]>()
  private readonly lowered = new Map<string, number>()
  private readonly closed = new Set<string>()
  private readonly refused: string[] = []
  private readonly firstApproved = new Map<string, number>()
  private readonly story: LedgerStory

  constructor(story: LedgerStory) {
    this.story = story
  }

  private heap(name: HeapName, benefit: string, period: string): number {
    return this.heaps.get(`${name}|${benefit}|${period}`) ?? 0
  }

  private put(name: HeapName, benefit: string, period: string, amount: number): void {
    this.heaps.set(`${name}|${benefit}|${period}`, this.heap(name, benefit, period) + amount)
  }

  private shift(from: HeapName, to: HeapName, benefit: string, period: string, amount: number): void {
    if (amount > this.heap(from, benefit, period)) throw new Error(`${from} of ${benefit} in ${period} is ${this.heap(from, benefit, period)}, which is less than ${amount}`)
    this.put(from, benefit, period, -amount)
    this.put(to, benefit, period, amount)
  }

  take({ deed, refused }: StoryAct): void {
    if (refused !== null) {
      if (this.perform(deed)) throw new Error(`the story says that ${deed.kind} is refused as ${refused}`)
      this.refused.push(refused)
    } else if (!this.perform(deed)) throw new Error(`the story says that ${deed.kind} is done`)
  }

  private perform(deed: StoryDeed): boolean {
    switch (deed.kind) {
      case 'promise':
      case 'approve':
      case 'deliver':
      case 'forecast':
      case 'give up':
        for (const { period, amount, declined = 0n } of deed.lines) this.plan(deed.kind, deed.benefit, period, Number(amount), Number(declined))
        return true
      case 'move':
        this.put('approved', deed.benefit, deed.period, -Number(deed.amount))
        this.put('approved', deed.benefit, deed.to, Number(deed.amount))
        return true
      case 'actual':
        this.reports.set(deed.measure, [...(this.reports.get(deed.measure) ?? []).filter(({ day }) => day !== deed.day), { day: deed.day, value: Number(deed.value) }])
        return true
      case 'measure':
        this.pools.set(`${deed.measure}|${deed.period}`, { moved: this.movement(deed), claims: [], drawn: new Map(), before: undefined })
        return true
      case 'restate':
        return this.restate(deed)
      case 'claim':
        return this.claim(deed.benefit, deed.period, Number(deed.amount), deed.upToCap, deed.early)
      case 'verify':
        this.shift('fresh', 'checked', deed.benefit, deed.period, Number(deed.amount))
        return true
      case 'disallow':
        this.giveBack(deed.benefit, deed.period, Number(deed.amount))
        return true
      case 'lower':
        this.lowered.set(`${deed.budgetLine}|${deed.period}`, (this.lowered.get(`${deed.budgetLine}|${deed.period}`) ?? 0) + Number(deed.amount))
        return true
      case 'bank':
        this.lowered.set(`${deed.budgetLine}|${deed.period}`, (this.lowered.get(`${deed.budgetLine}|${deed.period}`) ?? 0) - Number(deed.amount))
        this.shift('checked', 'banked', deed.benefit, deed.period, Number(deed.amount))
        return (this.lowered.get(`${deed.budgetLine}|${deed.period}`) ?? 0) >= 0
      case 'convert':
        this.shift('checked', 'turned', deed.benefit, deed.period, Number(deed.amount))
        this.shift('met', 'used up', deed.benefit, deed.period, Number(deed.amount))
        return this.claim(deed.into.benefit, deed.period, Number(deed.into.amount), false, false)
      case 'close':
        this.closed.add(deed.period)
        return true
    }
  }

  private plan(kind: 'promise' | 'approve' | 'deliver' | 'forecast' | 'give up', benefit: string, period: string, amount: number, declined: number): void {
    if (kind === 'promise') {
      this.put('promised', benefit, period, amount)
      this.put('ever', benefit, period, amount)
    } else if (kind === 'approve') {
      this.firstApproved.set(benefit, (this.firstApproved.get(benefit) ?? 0) + amount)
      this.shift('promised', 'approved', benefit, period, amount)
      this.shift('promised', 'declined', benefit, period, declined)
    } else if (kind === 'forecast') this.put('forecast', benefit, period, amount)
    else this.shift('approved', kind === 'deliver' ? 'delivered' : 'given up', benefit, period, amount)
  }

  /** How much lower the last report of the quarter is than the way without the initiatives; to the cent, or the hour. */
  private movement({ measure, period, counterfactual, volume, worth }: StoryMeasurement): number {
    const quarter = this.story.periods.find(({ code }) => code === period)
    const within = (this.reports.get(measure) ?? []).filter(({ day }) => quarter !== undefined && quarter.from <= day && day < quarter.to).sort((a, b) => (a.day < b.day ? -1 : 1))
    const unit = this.story.measures.find((one) => one.measure === measure)?.unit ?? ''
    return Math.round((Number(counterfactual) - (within.at(-1)?.value ?? Number.NaN)) * Number(volume) * Number(worth) * (unit.includes('.') ? 100 : 1))
  }

  private claim(benefit: string, period: string, asked: number, upToCap: boolean, early: boolean): boolean {
    const { measure = '', initiative = '' } = this.story.benefits.find((one) => one.benefit === benefit) ?? {}
    const pool = this.pools.get(`${measure}|${period}`)
    const share = this.story.measures.find((one) => one.measure === measure)?.shares?.find((one) => one.initiative === initiative)
    const delivered = this.heap('delivered', benefit, period)
    if (!pool || share === undefined || (!early && delivered + this.heap('met', benefit, period) === 0)) return false
    const most = Math.round((pool.moved * share.share) / 1_000_000) - (pool.drawn.get(benefit) ?? 0)
    if (asked > most && !upToCap) return false
    const given = Math.min(asked, most)
    const kept = Math.min(given, delivered)
    pool.claims.push({ benefit, asked })
    pool.drawn.set(benefit, (pool.drawn.get(benefit) ?? 0) + given)
    this.put('delivered', benefit, period, -kept)
    this.put('beyond', benefit, period, given - kept)
    this.put('met', benefit, period, given)
    this.put('fresh', benefit, period, given)
    return true
  }

  private giveBack(benefit: string, period: string, amount: number): void {
    const beyond = Math.min(amount, this.heap('beyond', benefit, period))
    this.put('beyond', benefit, period, -beyond)
    this.put('delivered', benefit, period, amount - beyond)
    this.put('met', benefit, period, -amount)
    this.put('fresh', benefit, period, -amount)
    const measure = this.story.benefits.find((one) => one.benefit === benefit)?.measure
    const pool = this.pools.get(`${measure}|${period}`)
    pool?.drawn.set(benefit, (pool.drawn.get(benefit) ?? 0) - amount)
  }

  /** All that was claimed is given back and looked at anew; what was verified has to be verified again. */
  private restate(deed: StoryMeasurement & { readonly period: string }): boolean {
    const before = this.pools.get(`${deed.measure}|${deed.period}`)
    if (!before) return false
    for (const benefit of before.drawn.keys()) {
      this.shift('checked', 'fresh', benefit, deed.period, this.heap('checked', benefit, deed.period))
      this.giveBack(benefit, deed.period, this.heap('fresh', benefit, deed.period))
    }
    this.pools.set(`${deed.measure}|${deed.period}`, { moved: this.movement(deed), claims: [], drawn: new Map(), before: before.moved })
    return before.claims.every(({ benefit, asked }) => this.claim(benefit, deed.period, asked, true, false))
  }

  figures(): StoryFigures {
    const codes: Readonly<Partial<Record<HeapName, string>>> = { promised: 'A10', declined: 'X10', 'given up': 'X30', met: 'A90', fresh: 'R10', checked: 'R20', banked: 'R30', turned: 'C20', 'used up': 'C10', forecast: 'F10' }
    const benefits = [...this.heaps].flatMap(([key, amount]) => {
      const [name = 'ever', of = '', period = ''] = key.split('|') as [HeapName, string, string]
      const at = (code: string, much: number) => ({ of, period, code, amount: BigInt(much) })
      const open = { approved: 'A20', delivered: 'A30' }[name as string]
      if (open !== undefined) return [at(this.closed.has(period) ? 'X20' : open, amount)]
      if (name === 'ever') return [at('S10', -amount)]
      if (name === 'beyond') return [at('S11', -amount)]
      return [...(name === 'forecast' ? [at('S30', -amount)] : []), at(codes[name] ?? '', amount)]
    })
    const measures = [...this.pools].flatMap(([key, { moved, drawn }]) => {
      const [of = '', period = ''] = key.split('|')
      const left = moved - [...drawn.values()].reduce((sum, each) => sum + each, 0)
      return [{ of, period, code: 'S20', amount: BigInt(-moved) }, { of, period, code: this.closed.has(period) ? 'M20' : 'M10', amount: BigInt(left) }]
    })
    const adjusted = [...this.pools.values()].reduce((sum, { moved, before }) => sum + (before === undefined ? 0 : moved - before), 0)
    return { benefits: inOrder(benefits), measures: inOrder(measures), refused: this.refused, adjustment: String(adjusted), keeping: this.keeping() }
  }

  private keeping(): StoryFigures['keeping'] {
    const units = [...new Set(this.story.benefits.map(({ unit }) => unit))].sort()
    return Object.fromEntries(units.map((unit) => {
      const of = this.story.benefits.filter((one) => one.unit === unit).map(({ benefit }) => benefit)
      const sum = (name: HeapName): number => of.reduce((total, benefit) => total + this.story.periods.reduce((all, { code }) => all + this.heap(name, benefit, code), 0), 0)
      const original = of.reduce((total, benefit) => total + (this.firstApproved.get(benefit) ?? 0), 0)
      return [unit, { original: String(original), current: String(original - sum('given up')), realised: String(sum('met') + sum('used up')) }]
    }))
  }
}
