import { pages as capacity } from '../capacity/pages.ts'
import { pages as delivery } from '../delivery/pages.ts'
import { pages as demand } from '../demand/pages.ts'
import { pages as governance } from '../governance/pages.ts'
import { pages as people } from '../people/pages.ts'
import { pages as portfolio } from '../portfolio/pages.ts'
import { pages as strategy } from '../strategy/pages.ts'
import { pages as value } from '../value/pages.ts'
import type { PageEntry } from './page-entry.ts'

/** Every page of every room. A new page is one line in its room's list. */
export const allPages: readonly PageEntry[] = [...strategy, ...demand, ...capacity, ...delivery, ...portfolio, ...value, ...governance, ...people]
