import { checkPlan, checkProof, exactBound } from '../solve/index.ts'
import type { Found, Proof } from '../solve/index.ts'
import { compileSelection } from './demands.ts'
import type { CompiledSelection } from './demands.ts'
import type { SelectionInput } from './input.ts'
import type { Certificate, ProofTree, Selection } from './result.ts'

/** The solver's evidence under the names of the input. */
export function certificateOf({ frame, demands, demandOfRow }: CompiledSelection, found: Found): Certificate {
  const named = (proof: Proof): ProofTree =>
    proof.kind === 'leaf'
      ? { kind: 'leaf', multipliers: proof.prices, ray: proof.ray }
      : { kind: 'split', candidateId: frame.candidates[proof.column]!.id, multipliers: proof.prices, out: named(proof.out), in: named(proof.in) }
  return {
    multipliers: found.prices,
    rowWords: demandOfRow.map((demand) => demands[demand]!.words),
    rootBound: found.rootBound,
    tree: found.proof === null ? null : named(found.proof),
  }
}

/** What an independent check of a selection found; `optimal` is null where the selection carries no tree and its prices alone leave a gap. */
export type CertificateCheck = { readonly planKeepsEverything: boolean; readonly boundHolds: boolean; readonly optimal: boolean | null }

/** Re-checks a selection from the input alone, in whole numbers and without the search. Throws on an input that was never accepted. */
export function checkCertificate(input: SelectionInput, selection: Selection): CertificateCheck {
  const { frame, program } = compileSelection(input)
  if (program === null) return { planKeepsEverything: false, boundHolds: false, optimal: null }
  const chosen = new Set(selection.chosen)
  const plan = frame.candidates.map((candidate) => chosen.has(candidate.id))
  const { multipliers, rootBound, tree } = selection.certificate
  const numbered = (node: ProofTree): Proof =>
    node.kind === 'leaf'
      ? { kind: 'leaf', prices: node.multipliers, ray: node.ray }
      : { kind: 'split', column: frame.columnOf.get(node.candidateId) ?? -1, prices: node.multipliers, out: numbered(node.out), in: numbered(node.in) }
  const proved = exactBound(program, multipliers)
  const optimal = proved === selection.value ? true : tree === null ? null : checkProof(program, selection.value, numbered(tree))
  return { planKeepsEverything: checkPlan(program, plan, selection.value).length === 0, boundHolds: proved === rootBound && selection.bound <= rootBound, optimal }
}
