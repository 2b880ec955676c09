import type { SightThing } from '@throughline/contract/strategy'
import type { Tx } from '../../database/index.ts'

/** Which edges are asked for: those that leave some things, or those that reach them. */
export type Ends = { readonly from: readonly string[] } | { readonly to: readonly string[] }
/** A step down the line by ids; what kinds they are is said by who asks. */
export type Edge = { readonly from: string; readonly to: string; readonly strength?: number; readonly words?: string }
export type EdgesOf = (tx: Tx, ends: Ends) => Promise<readonly Edge[]>
export type ThingsOf = (tx: Tx, ids: readonly string[]) => Promise<readonly SightThing[]>

/** What the lines of sight are made of beyond the strategy: the benefits of initiatives, what was recorded of them, and the work by which they come about. Each of the rooms that keep it gives its part. */
export type SightSource = {
  readonly initiatives: ThingsOf
  readonly benefits: ThingsOf
  /** Enablers, enabling changes and business changes of the benefits network. */
  readonly changes: ThingsOf
  /** Entries of the ledger, by their id. Evidence is told to who may see amounts, for it names them. */
  readonly entries: (tx: Tx, ids: readonly string[], told: boolean) => Promise<readonly SightThing[]>
  readonly amounts: (tx: Tx, ids: readonly string[], told: boolean) => Promise<readonly SightThing[]>
  readonly benefitsOfInitiatives: EdgesOf
  /** Changes that an initiative brings, that lead to others, and that lead to benefits. */
  readonly changesOfInitiatives: EdgesOf
  readonly changesToChanges: EdgesOf
  readonly benefitsOfChanges: EdgesOf
  /** Benefits that lead to others. */
  readonly benefitsToBenefits: EdgesOf
  readonly measuresOfBenefits: EdgesOf
  readonly entriesOfBenefits: EdgesOf
  readonly entriesOfMeasures: EdgesOf
  readonly amountsOfInitiatives: EdgesOf
  /** Every benefit, with whether anything was recorded of it; and how many entries and amounts there are by initiative. */
  readonly standing: (tx: Tx) => Promise<{ readonly benefits: readonly BenefitStanding[]; readonly amounts: ReadonlyMap<string, number> }>
  readonly tasks: ThingsOf
  /** Work of initiatives, of many the first. */
  readonly tasksOfInitiatives: EdgesOf
  /** Down from initiatives, only the work that enables something; up from work, always. */
  readonly enablingOfInitiatives: EdgesOf
  /** Parts to the work that they are part of. */
  readonly partsToWholes: EdgesOf
  readonly changesOfTasks: EdgesOf
  readonly benefitsOfTasks: EdgesOf
  readonly countTasks: (tx: Tx, initiativeId: string) => Promise<number>
  /** Of each initiative with work, how much there is and the first of it. */
  readonly work: (tx: Tx) => Promise<ReadonlyMap<string, WorkStanding>>
  /** What of each is in somebody’s hands: benefits by account; changes and open work by the name that stands there. */
  readonly benefitsOwned: OwnedBy
  readonly changesOwned: OwnedBy
  readonly tasksOwned: OwnedBy
}

/** Somebody, by account and by the name that owners are written by. */
export type SightPerson = { readonly accountId: string; readonly name: string }
/** Ids of what is in somebody’s hands. */
export type OwnedBy = (tx: Tx, person: SightPerson) => Promise<readonly string[]>

/** The work of an initiative: how much there is, and the first of it. */
export type WorkStanding = { readonly count: number; readonly first: readonly SightThing[] }

/** A benefit with what it hangs on. */
export type BenefitStanding = { readonly id: string; readonly name: string; readonly initiativeId: string; readonly measureId: string | null; readonly entries: number }
