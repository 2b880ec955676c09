/** What the callers were told, kept outside everything that may die. */
export type Ledger = {
  /** Initiatives whose creation was acknowledged: the name by the id. */
  readonly created: Map<string, string>
  /** Names whose creation was refused with the words that nothing was changed. */
  readonly refused: Set<string>
  /** Versions that were acknowledged: the highest by the id. */
  readonly versions: Map<string, number>
  /** Jobs that were promised. */
  readonly jobs: Set<string>
  /** Answers that no fault may bring about: each in words. */
  readonly broken: string[]
  readonly counts: { acknowledged: number; refused: number; uncertain: number; uncertainDone: number; imports: number }
}

export const newLedger = (): Ledger => ({ created: new Map(), refused: new Set(), versions: new Map(), jobs: new Set(), broken: [], counts: { acknowledged: 0, refused: 0, uncertain: 0, uncertainDone: 0, imports: 0 } })

/** What was acknowledged until now, to be found in anything read from now on. */
export const copyOf = ({ created, refused, versions }: Ledger): Pick<Ledger, 'created' | 'refused' | 'versions'> => ({ created: new Map(created), refused: new Set(refused), versions: new Map(versions) })
