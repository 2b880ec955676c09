/** Where things are shown, so that every page links to them alike. */
export const places = {
  cockpit: '/',
  strategy: '/strategy',
  objective: (id: string) => `/strategy?objective=${encodeURIComponent(id)}`,
  sight: (kind: string, id: string) => `/strategy/line-of-sight?kind=${kind}&id=${encodeURIComponent(id)}`,
  /** The passages that an objective rests on, and how its reading stands. */
  passages: (objectiveId: string) => `/strategy/intake?objective=${encodeURIComponent(objectiveId)}`,
  outcome: '/strategy/alignment/outcome',
  objectiveUse: '/strategy/alignment/decisions',
  alignmentState: '/strategy/alignment/state',
  milestones: '/delivery/milestones',
  milestone: (id: string) => `/delivery/milestones?milestone=${encodeURIComponent(id)}`,
  initiatives: '/portfolio',
  initiative: (id: string) => `/demand/initiatives/${encodeURIComponent(id)}`,
  import: '/demand/import',
  select: '/portfolio/select',
  scenarios: '/portfolio/scenarios',
  scenario: (id: string) => `/portfolio/scenarios/${encodeURIComponent(id)}`,
  compare: (...ids: readonly string[]) => `/portfolio/compare?ids=${ids.map(encodeURIComponent).join(',')}`,
  decisions: '/governance/decisions',
  decision: (id: string) => `/governance/decisions/${encodeURIComponent(id)}`,
  changes: '/portfolio/changes',
  changesSince: ({ asOf, position }: { readonly asOf?: string; readonly position?: string }) => `/portfolio/changes?${new URLSearchParams({ ...(asOf ? { from: asOf } : {}), ...(position ? { fromPosition: position } : {}) }).toString()}`,
  value: '/value',
  /** Entries of the value ledger, narrowed as its page narrows them; what is undefined or empty narrows nothing. */
  entries: (looked: Readonly<Record<string, string | undefined>>) => `/value/ledger?${new URLSearchParams([['view', 'entries'], ...Object.entries(looked).flatMap(([key, text]) => (text === undefined || text === '' ? [] : [[key, text]]))]).toString()}`,
  access: '/people/access',
} as const
