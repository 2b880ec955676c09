import type { Rule } from './rule.ts'
import { decisionsRule } from './rules/decisions.ts'
import { doorsRule } from './rules/doors.ts'
import { glossaryRule } from './rules/glossary.ts'
import { linksRule } from './rules/links.ts'
import { machineRule } from './rules/machine.ts'
import { methodsRule } from './rules/methods.ts'
import { namesRule } from './rules/names.ts'
import { problemsRule } from './rules/problems.ts'
import { purityRule } from './rules/purity.ts'
import { roomsRule } from './rules/rooms.ts'
import { listedExceptions, sizesRule } from './rules/sizes.ts'
import { sqlRule } from './rules/sql.ts'
import { storeysRule } from './rules/storeys.ts'
import { unfinishedRule } from './rules/unfinished.ts'
import { writesRule } from './rules/writes.ts'

/** The rules of the house, in the order in which a reader meets them. */
export const rules: readonly Rule[] = [
  storeysRule,
  roomsRule,
  doorsRule,
  purityRule,
  sqlRule,
  writesRule,
  problemsRule,
  sizesRule(listedExceptions),
  namesRule,
  unfinishedRule,
  methodsRule,
  glossaryRule,
  decisionsRule,
  linksRule,
  machineRule,
]
