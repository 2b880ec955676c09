import type { IssueFacts, RiskFacts } from '../../delivery/index.ts'
import { dateFigure, known, textFigure, type CivilDate, type Explanation } from '../../kernel/index.ts'
import type { FindingSeverity, RegisterFinding, RegisterRule } from './facts.ts'

type Found = { readonly rule: RegisterRule; readonly severity: FindingSeverity; readonly where: RegisterFinding['where']; readonly found: string; readonly expected: string; readonly shown?: readonly Explanation[]; readonly note?: string }
/** A finding with its witness. */
export const finding = ({ rule, severity, where, found, expected, shown = [], note }: Found): RegisterFinding => ({ rule, severity, where, found, expected, witness: { term: where.name, figure: known(textFigure(found)), formula: 'risk-assurance', ...(note ? { note } : {}), ...(shown.length > 0 ? { terms: shown } : {}) } })

export const ofRisk = ({ id, key, title }: Pick<RiskFacts, 'id' | 'key' | 'title'>): RegisterFinding['where'] => ({ kind: 'risk', id, name: `${key} ${title}` })
export const ofIssue = ({ id, key, title }: Pick<IssueFacts, 'id' | 'key' | 'title'>): RegisterFinding['where'] => ({ kind: 'issue', id, name: `${key} ${title}` })
export const ofRegister: RegisterFinding['where'] = { kind: 'register', id: null, name: 'The register' }

export const dayShown = (term: string, on: CivilDate): Explanation => ({ term, figure: known(dateFigure(on)) })
export const textShown = (term: string, text: string): Explanation => ({ term, figure: known(textFigure(text)) })
export const daysSaid = (days: number): string => (days === 1 ? '1 day' : `${days} days`)
