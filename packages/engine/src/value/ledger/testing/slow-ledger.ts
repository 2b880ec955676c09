import type { Act, Claim } from '../act.ts'
import type { LedgerTerms } from '../terms.ts'

/**
 * The ledger a second time, slow and obvious: no accounts, no debit and credit, no sweeping. What became of each benefit is a few
 * heaps, what became of each pool a few more; a closed period is a flag that is looked at when somebody asks. It says whether an
 * act is allowed, and how large each heap is. Written from docs/specs/value-ledger.md and not from the code beside it.
 */
export class SlowLedger {
  private heaps = new Map<string, bigint>()
  private readonly closed = new Set<string>()
  private readonly soft = new Set<string>()
  private readonly measured = new Set<string>()
  private readonly done = new Map<string, { readonly changes: readonly (readonly [string, bigint])[]; readonly act: Act; reversed: boolean }>()
  private readonly terms: LedgerTerms

  constructor(terms: LedgerTerms) {
    this.terms = terms
  }

  heap(...name: readonly string[]): bigint {
    return this.heaps.get(name.join(' ')) ?? 0n
  }

  isClosed(period: string): boolean {
    return this.closed.has(period)
  }

  /** Does the act and says true, or leaves everything and says false. */
  attempt(act: Act): boolean {
    const before = new Map(this.heaps)
    const changes: (readonly [string, bigint])[] = []
    const change = (amount: bigint, ...name: readonly string[]): void => {
      this.heaps.set(name.join(' '), this.heap(...name) + amount)
      changes.push([name.join(' '), amount])
    }
    if (!this.perform(act, change)) {
      this.heaps = before
      return false
    }
    this.done.set(act.id, { changes, act, reversed: false })
    return true
  }

  private perform(act: Act, change: (amount: bigint, ...name: readonly string[]) => void): boolean {
    const plan = (period: string): boolean => !this.closed.has(period) && !this.soft.has(period)
    const fact = (period: string): boolean => !this.closed.has(period) || act.adjusts === true
    const shift = (from: string, to: string, amount: bigint, benefit: string, period: string): boolean => {
      if (!within(amount, this.heap(from, benefit, period))) return false
      change(-amount, from, benefit, period)
      change(amount, to, benefit, period)
      return true
    }
    const facts = this.performFact(act, { fact, shift, change })
    if (facts !== undefined) return facts
    switch (act.kind) {
      case 'promise':
        return act.lines.every(({ periodId, amount }) => {
          const all = this.heap('ever', act.benefitId, periodId)
          if (!plan(periodId) || amount === 0n || (all !== 0n && all > 0n !== amount > 0n)) return false
          change(amount, 'promised', act.benefitId, periodId)
          change(amount, 'ever', act.benefitId, periodId)
          return true
        })
      case 'approve':
        return act.lines.every(({ periodId, amount, declined = 0n }) => {
          const sameSign = amount === 0n || declined === 0n || amount > 0n === declined > 0n
          if (!plan(periodId) || !sameSign || !within(amount + declined, this.heap('promised', act.benefitId, periodId))) return false
          change(-amount - declined, 'promised', act.benefitId, periodId)
          change(amount, 'approved', act.benefitId, periodId)
          change(declined, 'declined', act.benefitId, periodId)
          return true
        })
      case 'deliver':
        return act.evidence !== undefined && act.lines.every(({ periodId, amount }) => plan(periodId) && shift('approved', 'delivered', amount, act.benefitId, periodId))
      case 'write_off': {
        const from = { A10: 'promised', A20: 'approved', A30: 'delivered' }[act.from]
        return act.decision !== null && act.lines.every(({ periodId, amount }) => plan(periodId) && shift(from, 'given up', amount, act.benefitId, periodId))
      }
      case 'transfer':
        if (!plan(act.fromPeriodId) || !plan(act.toPeriodId) || !act.reason || !within(act.amount, this.heap('approved', act.benefitId, act.fromPeriodId))) return false
        change(-act.amount, 'approved', act.benefitId, act.fromPeriodId)
        change(act.amount, 'approved', act.benefitId, act.toPeriodId)
        return true
      case 'forecast':
        return act.reason !== undefined && act.lines.every(({ periodId, amount }) => plan(periodId) && amount !== 0n && (change(amount, 'forecast', act.benefitId, periodId), true))
      case 'soft_close':
        if (this.closed.has(act.periodId) || !this.isOver(act.periodId)) return false
        this.soft.add(act.periodId)
        return true
      case 'close':
        if (this.closed.has(act.periodId) || !this.isOver(act.periodId) || act.open.length > 0) return false
        this.closed.add(act.periodId)
        return true
      case 'reverse':
        return this.undo(act.entryId, act.reason, change)
      default:
        return false
    }
  }

  /** What happened, apart from what is planned; undefined for any other act. */
  private performFact(act: Act, { fact, shift, change }: { readonly fact: (period: string) => boolean; readonly shift: (from: string, to: string, amount: bigint, benefit: string, period: string) => boolean; readonly change: (amount: bigint, ...name: readonly string[]) => void }): boolean | undefined {
    switch (act.kind) {
      case 'measure': {
        const pool = this.terms.measures.get(act.measureId)?.poolId ?? ''
        const moved = act.measurement.actual.value?.scaled
        if (!fact(act.periodId) || !this.isOver(act.periodId) || moved === undefined || this.measured.has(`${pool} ${act.periodId}`)) return false
        this.measured.add(`${pool} ${act.periodId}`)
        change(moved, 'moved', pool, act.periodId)
        change(moved, 'free', pool, act.periodId)
        return true
      }
      case 'realise':
        return fact(act.periodId) && this.claim(act, change)
      case 'verify':
        return fact(act.periodId) && !this.involved(act.by, act.benefitId) && act.sample !== null && shift('fresh', 'checked', act.amount, act.benefitId, act.periodId)
      case 'disallow':
        return fact(act.periodId) && act.reason !== undefined && this.giveBack(act.benefitId, act.periodId, act.amount, change)
      case 'bank':
        return fact(act.periodId) && this.putInBank(act, change)
      case 'convert': {
        if (!fact(act.periodId) || !fact(act.into.periodId) || !shift('checked', 'converted', act.amount, act.benefitId, act.periodId)) return false
        change(-act.amount, 'met', act.benefitId, act.periodId)
        return this.claim(act.into, change)
      }
      default:
        return undefined
    }
  }

  private isOver(period: string): boolean {
    return (this.terms.periods.get(period)?.to ?? '9') <= this.terms.today
  }

  private involved(person: string, benefit: string): boolean {
    const initiative = this.terms.benefits.get(benefit)?.initiativeId
    const around = [`owner-${benefit}`, `team-${initiative}`, ...[...this.done.values()].flatMap(({ act }) => (claimed(act).includes(benefit) ? [act.by] : []))]
    const up = (one: string): readonly (string | undefined)[] => [one, this.terms.managers.get(one), this.terms.managers.get(this.terms.managers.get(one) ?? '')]
    return around.some((one) => up(one).includes(person) || up(person).includes(one))
  }

  /** Shares of the movement in the small world, floored; the unit that is left over goes where the fraction is largest. */
  private shareOf(measure: string, initiative: string, moved: bigint): bigint {
    const weights = this.terms.measures.get(measure)?.attribution
    if (!weights) return 0n
    const all = [...weights.weights].sort((a, b) => (a.initiativeId < b.initiativeId ? -1 : 1)).map(({ initiativeId, weight }) => ({ initiativeId, weight }))
    all.push({ initiativeId: '', weight: weights.rest })
    const whole = all.reduce((sum, { weight }) => sum + weight, 0n)
    const size = moved < 0n ? -moved : moved
    const parts = all.map(({ initiativeId, weight }) => ({ initiativeId, part: (size * weight) / whole, fraction: (size * weight) % whole }))
    let left = size - parts.reduce((sum, { part }) => sum + part, 0n)
    while (left > 0n) {
      const next = parts.reduce((best, one) => (one.fraction > best.fraction ? one : best))
      next.part += 1n
      next.fraction = -1n
      left -= 1n
    }
    const part = parts.find((one) => one.initiativeId === initiative)?.part ?? 0n
    return moved < 0n ? -part : part
  }

  private claim(claim: Claim, change: (amount: bigint, ...name: readonly string[]) => void): boolean {
    const { benefitId, periodId, amount, offset } = claim
    const benefit = this.terms.benefits.get(benefitId)
    const measure = this.terms.measures.get(benefit?.measureId ?? '')
    if (!benefit || !measure || amount === 0n || !this.isOver(periodId)) return false
    if ([measure.poolId, ...measure.above.map(({ poolId }) => poolId)].some((pool) => !this.measured.has(`${pool} ${periodId}`))) return false
    if (!claim.earlyEvidence && this.heap('delivered', benefitId, periodId) === 0n && this.heap('met', benefitId, periodId) === 0n) return false
    if (offset && (offset.amount <= 0n || offset.benefitId === benefitId || offset.evidenceLevel < 3 || (claim.evidenceLevel ?? 0) < 3)) return false
    const other = offset ? this.terms.benefits.get(offset.benefitId) : undefined
    if (offset && other?.measureId !== measure.id) return false
    const right = (id: string, sign: bigint): boolean => [this.heap('ever', id, periodId), this.heap('beyond', id, periodId)].every((heap) => heap * sign >= 0n)
    const sign = amount < 0n ? -1n : 1n
    if (!right(benefitId, sign) || (offset && !right(offset.benefitId, -sign))) return false
    const room = offset?.amount ?? 0n
    const share = sign * this.shareOf(measure.id, benefit.initiativeId, this.heap('moved', measure.poolId, periodId))
    const had = sign * (this.heap('drawn', measure.poolId, benefit.initiativeId, periodId) - this.heap('room', measure.poolId, benefit.initiativeId, periodId))
    const caps = [share - had + room, sign * this.heap('free', measure.poolId, periodId) + room, ...measure.above.map(({ poolId }) => sign * this.heap('free', poolId, periodId) + room)]
    if (sign * this.heap('free', measure.poolId, periodId) + room < 0n) return false
    const most = caps.reduce((least, cap) => (cap < least ? cap : least))
    const asked = sign * amount
    if (asked > most && (!claim.upToCap || most <= 0n)) return false
    this.draw(benefitId, periodId, sign * (asked > most ? most : asked), change)
    if (offset) {
      this.draw(offset.benefitId, periodId, -sign * room, change)
      change(sign * room, 'room', measure.poolId, benefit.initiativeId, periodId)
    }
    return true
  }

  private draw(benefitId: string, periodId: string, amount: bigint, change: (amount: bigint, ...name: readonly string[]) => void): void {
    const benefit = this.terms.benefits.get(benefitId)
    const measure = this.terms.measures.get(benefit?.measureId ?? '')
    if (!benefit || !measure) return
    const waiting = this.heap('delivered', benefitId, periodId)
    const met = waiting * amount <= 0n ? 0n : waiting * waiting < amount * amount ? waiting : amount
    change(-met, 'delivered', benefitId, periodId)
    change(amount - met, 'beyond', benefitId, periodId)
    change(amount, 'met', benefitId, periodId)
    change(amount, 'fresh', benefitId, periodId)
    change(amount, 'drawn', measure.poolId, benefit.initiativeId, periodId)
    change(-amount, 'free', measure.poolId, periodId)
    for (const { poolId } of measure.above) {
      change(-amount, 'free', poolId, periodId)
      change(amount, 'below', poolId, benefit.initiativeId, periodId)
    }
  }

  private giveBack(benefitId: string, periodId: string, amount: bigint, change: (amount: bigint, ...name: readonly string[]) => void): boolean {
    const benefit = this.terms.benefits.get(benefitId)
    const measure = this.terms.measures.get(benefit?.measureId ?? '')
    if (!benefit || !measure || !within(amount, this.heap('fresh', benefitId, periodId))) return false
    const beyond = this.heap('beyond', benefitId, periodId)
    const emergent = beyond * beyond < amount * amount ? beyond : amount
    change(-emergent, 'beyond', benefitId, periodId)
    change(amount - emergent, 'delivered', benefitId, periodId)
    change(-amount, 'met', benefitId, periodId)
    change(-amount, 'fresh', benefitId, periodId)
    change(-amount, 'drawn', measure.poolId, benefit.initiativeId, periodId)
    change(amount, 'free', measure.poolId, periodId)
    for (const { poolId } of measure.above) {
      const below = this.heap('below', poolId, benefit.initiativeId, periodId)
      const back = below * below < amount * amount ? below : amount
      change(back, 'free', poolId, periodId)
      change(-back, 'below', poolId, benefit.initiativeId, periodId)
    }
    return true
  }

  private putInBank(act: Extract<Act, { readonly kind: 'bank' }>, change: (amount: bigint, ...name: readonly string[]) => void): boolean {
    const total = act.lines.reduce((sum, { amount }) => sum + amount, 0n)
    if (act.approvedBy === null || this.terms.benefits.get(act.benefitId)?.unit !== 'EUR.cash' || !within(total, this.heap('checked', act.benefitId, act.periodId))) return false
    return act.lines.every(({ budgetLineId, amount }) => {
      change(-amount, 'checked', act.benefitId, act.periodId)
      change(amount, 'banked', act.benefitId, act.periodId)
      change(amount, 'on the line', budgetLineId, act.periodId)
      return amount > 0n && this.heap('on the line', budgetLineId, act.periodId) <= (this.terms.reductions.get(`${budgetLineId} ${act.periodId}`) ?? 0n)
    })
  }

  /** Takes back what an act did to each heap; whatever would then stand on nothing forbids it. */
  private undo(id: string, reason: string | undefined, change: (amount: bigint, ...name: readonly string[]) => void): boolean {
    const one = this.done.get(id)
    if (!one || !reason || one.reversed || one.act.kind === 'reverse' || one.act.kind === 'close') return false
    for (const [name, amount] of one.changes) change(-amount, name)
    const touched = one.changes.map(([name]) => name.split(' '))
    const fine = touched.every((parts) => {
      const [benefit = '', period = ''] = parts.slice(-2)
      if (this.terms.benefits.has(benefit)) return this.oneSided(benefit, period)
      const pool = parts.find((part) => part.startsWith('pool-'))
      const when = parts.at(-1) ?? ''
      if (pool === undefined) return true
      return this.heap('moved', pool, when) * this.heap('free', pool, when) >= 0n && !(this.heap('moved', pool, when) === 0n && this.heap('free', pool, when) !== 0n) && this.belowFits(pool, when)
    })
    if (!fine) return false
    if (one.act.kind === 'measure') this.measured.delete(`${this.terms.measures.get(one.act.measureId)?.poolId} ${one.act.periodId}`)
    if (one.act.kind === 'soft_close') this.soft.delete(one.act.periodId)
    one.reversed = true
    return true
  }

  private oneSided(benefit: string, period: string): boolean {
    const heaps = ['promised', 'declined', 'approved', 'delivered', 'met', 'given up', 'converted to', 'fresh', 'checked', 'banked', 'converted'].map((name) => this.heap(name, benefit, period))
    return heaps.every((heap) => heap >= 0n) || heaps.every((heap) => heap <= 0n)
  }

  private belowFits(pool: string, period: string): boolean {
    return ['P', 'Q'].every((initiative) => this.heap('moved', pool, period) * this.heap('below', pool, initiative, period) >= 0n || this.heap('below', pool, initiative, period) === 0n)
  }
}

/** The benefits that an act claims of: what is set against a claim is a claim as well. */
function claimed(act: Act): readonly (string | undefined)[] {
  if (act.kind !== 'realise' && act.kind !== 'convert') return []
  const { benefitId, offset } = act.kind === 'realise' ? act : act.into
  return [benefitId, offset?.benefitId]
}

/** Whether an amount is other than zero, has the sign of the heap, and is no larger. */
function within(amount: bigint, heap: bigint): boolean {
  return amount !== 0n && amount * heap > 0n && amount * amount <= heap * heap
}
