/** The storeys (folders of `packages/`) and which of them each may import. A storey always may import itself. */
export const storeys: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  exchange: ['engine'],
  contract: ['engine'],
  server: ['engine', 'contract', 'exchange'],
  web: ['engine', 'contract', 'exchange'],
  cli: ['engine', 'contract', 'exchange', 'server'],
  testkit: ['engine', 'contract', 'exchange', 'server'],
}

/** The rooms in the order of the house: inside the engine a room may import only from rooms before it. */
export const rooms = ['kernel', 'solve', 'people', 'strategy', 'demand', 'capacity', 'delivery', 'value', 'portfolio', 'governance', 'learning'] as const

export const isRoom = (name: string): boolean => (rooms as readonly string[]).includes(name)
