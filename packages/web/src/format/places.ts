/** Where things are shown, so that every page links to them alike. */
export const places = {
  cockpit: '/',
  strategy: '/strategy',
  objective: (id: string) => `/strategy?objective=${encodeURIComponent(id)}`,
  initiatives: '/portfolio',
  initiative: (id: string) => `/demand/initiatives/${encodeURIComponent(id)}`,
  import: '/demand/import',
  select: '/portfolio/select',
  scenarios: '/portfolio/scenarios',
  value: '/value',
  access: '/people/access',
} as const
