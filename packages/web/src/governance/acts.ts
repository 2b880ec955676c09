/**
 * Acts of the history as sentences: `demand.apply-import` → `imported …`. `…` stands for the name of the thing; what is in brackets
 * before it says what kind of thing it is, and falls away where the thing is known already. Without `…` the act says all by itself.
 */
const done: Readonly<Record<string, string>> = {
  'people.sign-in': 'signed in', 'people.sign-out': 'signed out', 'people.set-up': 'set up Throughline', 'people.create-organisation': 'founded the organisation', 'people.change-organisation': 'changed the organisation',
  'people.add-member': 'gave access to …', 'people.change-member': 'changed the role of …', 'people.remove-member': 'took access from …', 'people.change-password': 'changed their password', 'people.create-token': 'made [the API token ]…', 'people.revoke-token': 'revoked [the API token ]…',
  'people.provision-user': 'kept [the person ]… by provisioning', 'people.unprovision-user': 'took [the person ]… away by provisioning', 'people.provision-group': 'kept [the group ]… by provisioning', 'people.unprovision-group': 'took [the group ]… away by provisioning', 'people.change-provisioning': 'changed which roles provisioned groups give',
  'people.add-sign-on': 'added [the identity provider ]…', 'people.change-sign-on': 'changed [the identity provider ]…', 'people.remove-sign-on': 'removed [the identity provider ]…', 'people.join-by-sign-on': 'came in by single sign-on', 'people.link-sign-on': 'signed in by single sign-on for the first time', 'people.follow-sign-on': 'got a role by a group of single sign-on',
  'people.prove-identity': 'confirmed who they are', 'people.begin-app': 'began to add an authenticator app', 'people.add-app': 'added an authenticator app', 'people.add-passkey': 'added a passkey', 'people.remove-app': 'removed their authenticator app', 'people.remove-passkey': 'removed a passkey', 'people.renew-recovery-codes': 'made new recovery codes',
  'people.end-session': 'ended a session', 'people.end-other-sessions': 'signed out everywhere else', 'people.end-member-sessions': 'ended the sessions of …', 'people.remove-member-factors': 'removed the second factors of …', 'people.reset-password': 'set a new password by a link', 'people.make-password-link': 'made a link for … to set a new password',
  'people.invite': 'invited …', 'people.invite-again': 'invited … again', 'people.withdraw-invitation': 'withdrew the invitation of …', 'people.accept-invitation': 'accepted their invitation', 'people.change-sign-in-policy': 'changed what is asked of those who sign in',
  'people.create-unit': 'added [the unit ]…', 'people.change-unit': 'changed [the unit ]…', 'people.remove-unit': 'removed [the unit ]…',
  'strategy.change-strategy': 'changed the strategy', 'strategy.create-perspective': 'added [the perspective ]…', 'strategy.change-perspective': 'changed [the perspective ]…', 'strategy.remove-perspective': 'removed [the perspective ]…', 'strategy.change-weights': 'weighed the objectives anew',
  'strategy.create-objective': 'added [the objective ]…', 'strategy.change-objective': 'changed [the objective ]…', 'strategy.remove-objective': 'removed [the objective ]…', 'strategy.change-contribution': 'changed what … contributes',
  'strategy.start-draft': 'began [the next strategy ]…', 'strategy.change-draft': 'changed [the draft ]…', 'strategy.discard-draft': 'discarded [the draft ]…', 'strategy.send-draft': 'sent … for approval', 'strategy.recall-draft': 'took … back', 'strategy.rebase-draft': 'brought … up to date', 'strategy.reject-draft': 'rejected …', 'strategy.approve-draft': 'put … in force',
  'strategy.note-change-signal': 'noted [the signal of change ]…', 'strategy.change-change-signal': 'changed [the signal of change ]…', 'strategy.triage-change-signal': 'judged [the signal of change ]…', 'strategy.link-change-signal': 'linked … to an assumption',
  'strategy.add-assumption': 'wrote down [the assumption ]…', 'strategy.change-assumption': 'changed [the assumption ]…', 'strategy.review-assumption': 'reviewed [the assumption ]…', 'strategy.watch-theme': 'put a theme on the watch list', 'strategy.change-watched-theme': 'looked at a theme of the watch list', 'strategy.unwatch-theme': 'took a theme from the watch list',
  'strategy.add-ground': 'recorded a policy, a reward or what becomes of an asset', 'strategy.change-ground': 'changed a policy, a reward or what becomes of an asset', 'strategy.remove-ground': 'removed a policy, a reward or what becomes of an asset',
  'strategy.record-source': 'recorded a document of the strategy', 'strategy.cite-passage': 'cited a passage', 'strategy.withdraw-passage': 'took a passage away', 'strategy.confirm-reading': 'confirmed a reading', 'strategy.question-reading': 'questioned a reading', 'strategy.answer-point': 'answered what was unclear',
  'strategy.create-link': 'linked two objectives', 'strategy.change-link': 'changed a causal link', 'strategy.remove-link': 'unlinked two objectives',
  'strategy.create-measure': 'added [the measure ]…', 'strategy.change-measure': 'changed [the measure ]…', 'strategy.remove-measure': 'removed [the measure ]…', 'strategy.record-actual': 'recorded an actual of …', 'strategy.remove-actual': 'removed an actual of …',
  'demand.create-initiative': 'added [the initiative ]…', 'demand.change-initiative': 'changed …', 'demand.change-cells': 'changed …', 'demand.remove-initiative': 'removed [the initiative ]…', 'demand.give-years': 'gave yearly amounts of …',
  'demand.create-dependency': 'tied two initiatives', 'demand.remove-dependency': 'untied two initiatives', 'demand.create-exclusion': 'made initiatives exclude each other', 'demand.remove-exclusion': 'let initiatives go together again',
  'demand.create-field': 'added [the field ]…', 'demand.change-field': 'changed [the field ]…', 'demand.remove-field': 'removed [the field ]…', 'demand.create-view': 'saved [the view ]…', 'demand.change-view': 'changed [the view ]…', 'demand.remove-view': 'removed [the view ]…',
  'demand.upload-import': 'brought [the file ]…', 'demand.read-import': 'had … read', 'demand.change-import': 'corrected the import of …', 'demand.cancel-import': 'stopped the import of …', 'demand.discard-import': 'discarded the import of …', 'demand.forget-headings': 'let go of the headings of …',
  'demand.apply-import': 'imported …', 'demand.apply-import applying': 'began to import …', 'demand.undo-import': 'took back the import of …', 'demand.undo-import undoing': 'began to take back the import of …', 'demand.ask-for-example': 'asked for the example', 'demand.load-example': 'loaded the example',
  'delivery.add-milestone': 'added [the milestone ]…', 'delivery.change-milestone': 'changed [the milestone ]…', 'delivery.remove-milestone': 'removed [the milestone ]…',
  'delivery.add-risk': 'recorded [the risk ]…', 'delivery.change-risk': 'changed [the risk ]…', 'delivery.review-risk': 'reviewed [the risk ]…', 'delivery.withdraw-risk': 'withdrew [the risk ]…', 'delivery.keep-risk-list': 'brought [the risk ]… from a register', 'delivery.add-issue': 'recorded [the issue ]…', 'delivery.change-issue': 'changed [the issue ]…', 'delivery.withdraw-issue': 'withdrew [the issue ]…',
  'delivery.agree-contingency': 'agreed on a contingency', 'delivery.draw-contingency': 'drew of a contingency', 'delivery.reverse-drawdown': 'took a drawdown back',
  'delivery.add-component': 'said what an initiative makes for others', 'delivery.change-component': 'changed a component', 'delivery.withdraw-component': 'withdrew a component', 'delivery.offer-component': 'offered a component', 'delivery.answer-reuse-offer': 'answered an offer of a component', 'delivery.withdraw-reuse-offer': 'withdrew an offer of a component', 'delivery.confirm-reuse-saving': 'confirmed what a component saved',
  'demand.hand-in-idea': 'handed in [the idea ]…', 'demand.change-idea': 'changed [the idea ]…', 'demand.triage-idea': 'judged [the idea ]…', 'demand.merge-idea': 'merged [the idea ]… into another', 'demand.incubate-idea': 'let … be tried out', 'demand.decline-idea': 'declined [the idea ]…', 'demand.take-idea-to-case': 'took … to a case', 'demand.reopen-idea': 'opened [the idea ]… again',
  'demand.design-experiment': 'began an experiment', 'demand.raise-experiment-cap': 'changed the cap of an experiment', 'demand.end-experiment': 'ended an experiment', 'demand.begin-change-plan': 'began a plan of change', 'demand.complete-change-step': 'completed a step of a plan of change',
  'demand.draft-business-case': 'began …', 'demand.change-business-case': 'changed …', 'demand.set-case-flows': 'gave cash flow of …', 'demand.submit-business-case': 'submitted …', 'demand.decide-business-case': 'decided on …', 'demand.decide-business-case approved': 'approved …', 'demand.decide-business-case rejected': 'rejected …', 'demand.decide-business-case returned': 'returned …', 'demand.put-away-business-case': 'put … away',
  'capacity.ask-for-funds': 'asked for …', 'capacity.answer-funding': 'answered the request: …', 'capacity.answer-funding committed': 'committed …', 'capacity.answer-funding declined': 'declined …', 'capacity.withdraw-funding': 'withdrew the request: …', 'capacity.release-funds': 'released committed funds', 'capacity.transfer-funds': 'transferred committed funds', 'capacity.ask-for-people': 'asked for …', 'capacity.answer-staffing': 'answered the request: …', 'capacity.answer-staffing committed': 'committed …', 'capacity.answer-staffing declined': 'declined …', 'capacity.end-staffing': 'ended the request: …', 'capacity.end-staffing released': 'released …',
  'capacity.add-envelope': 'added an envelope', 'capacity.change-envelope': 'changed an envelope', 'capacity.remove-envelope': 'removed an envelope', 'capacity.set-crew': 'gave a minimum crew', 'capacity.set-start-gate': 'said whether starts are gated', 'capacity.allow-start': 'let an initiative start although it is not ready', 'capacity.end-start-exception': 'ended an exception from the start gate',
  'value.record-entry': 'recorded [the amount ]…', 'value.reverse-entry': 'reversed an amount by …',
  'portfolio.fork-scenario': 'began [the scenario ]…', 'portfolio.save-scenario': 'saved [the selection ]…', 'portfolio.change-scenario': 'renamed [the scenario ]…', 'portfolio.change-overlay': 'changed [the scenario ]…', 'portfolio.decide-by-selection': 'changed what decides in …', 'portfolio.share-scenario': 'changed who sees …', 'portfolio.rebase-scenario': 'brought … up to date',
  'portfolio.propose-scenario': 'proposed …', 'portfolio.withdraw-scenario': 'withdrew …', 'portfolio.reject-scenario': 'rejected …', 'portfolio.approve-scenario': 'approved …', 'portfolio.remove-scenario': 'removed [the scenario ]…',
  'governance.add-service': 'added [the service ]…', 'governance.change-service': 'changed [the service ]…', 'governance.publish-service': 'published [the service ]…', 'governance.retire-service': 'retired [the service ]…',
  'governance.request-service': 'asked for a service', 'governance.answer-service-request': 'answered a request', 'governance.deliver-service-request': 'delivered what was asked', 'governance.refuse-performer': 'was refused a performer as not independent',
  'governance.add-framework': 'added [the framework ]…', 'governance.change-framework': 'changed [the framework ]…', 'governance.publish-framework': 'published [the framework ]…', 'governance.retire-framework': 'retired [the framework ]…', 'governance.adopt-framework': 'chose which framework is followed', 'governance.migrate-initiatives': 'moved an initiative to another edition',
  'governance.show-element': 'gave evidence', 'governance.take-evidence-away': 'took evidence away', 'governance.ask-deviation': 'asked to deviate', 'governance.answer-deviation': 'answered a deviation', 'governance.set-conformance-tier': 'said how closely it is looked at', 'governance.check-conformance': 'checked conformance',
  'governance.record-service-hours': 'recorded hours', 'governance.remove-service-hours': 'took hours away', 'governance.set-service-target': 'set a target for services', 'governance.judge-service': 'judged a service', 'governance.state-service-need': 'said what an objective needs of the PMO', 'governance.plan-service-step': 'planned a step of the roadmap', 'governance.change-service-step': 'changed a step of the roadmap', 'governance.drop-service-step': 'gave a step of the roadmap up', 'governance.judge-service-use': 'said what a service was worth',
  'governance.add-obligation': 'added [the obligation ]…', 'governance.change-obligation': 'changed [the obligation ]…', 'governance.retire-obligation': 'retired [the obligation ]…', 'governance.attest': 'attested that an obligation is met', 'governance.judge-attestation': 'judged what was attested', 'governance.refuse-verifier': 'was refused a verifier as not independent',
  'governance.grant-exception': 'granted an exception from an obligation', 'governance.end-exception': 'ended an exception from an obligation',
  'governance.add-method': 'added [the item ]…', 'governance.change-method': 'changed [the item ]…', 'governance.publish-method': 'published [the item ]…', 'governance.retire-method': 'retired [the item ]…', 'governance.set-method-successor': 'said what comes after [the item ]…', 'governance.load-methods': 'loaded items of the method library',
  'governance.rate-method': 'rated an item of the method library', 'governance.take-method-rating-back': 'took a rating back', 'governance.use-method': 'began to use an item of the method library', 'governance.end-method-use': 'ended the use of an item', 'governance.take-method-use-away': 'took a use away',
  'governance.add-charter': 'wrote [the charter of ]…', 'governance.change-charter': 'changed [the charter of ]…', 'governance.sign-charter': 'signed [the charter of ]…', 'governance.end-charter': 'ended [the charter of ]…',
  'governance.book-health-check': 'booked a health check', 'governance.call-off-health-check': 'called a health check off', 'governance.judge-area': 'judged an area', 'governance.report-health-check': 'reported a health check', 'governance.refuse-reviewer': 'was refused a reviewer as not independent',
  'governance.recommend': 'recommended something', 'governance.answer-recommendation': 'followed a recommendation', 'governance.recheck-recommendation': 'looked again at a recommendation', 'governance.withdraw-recommendation': 'withdrew a recommendation', 'governance.give-recommendation': 'gave a recommendation to another owner',
  'governance.agree-risk-rules': 'agreed on what is asked of registers of risks', 'governance.give-risk-opinion': 'gave an opinion on how risks are managed',
  'governance.add-skill': 'described [the skill ]…', 'governance.change-skill': 'changed [the skill ]…', 'governance.assess-skill': 'assessed somebody in a skill', 'governance.withdraw-assessment': 'withdrew an assessment', 'governance.add-course': 'described [the course ]…', 'governance.change-course': 'changed [the course ]…', 'governance.set-check': 'gave the check of [the course ]…', 'governance.take-check': 'took a knowledge check',
  'governance.plan-session': 'planned a session', 'governance.change-session': 'changed a session', 'governance.call-session-off': 'called a session off', 'governance.enrol': 'enrolled for a session', 'governance.withdraw-place': 'gave a place up', 'governance.record-attendance': 'recorded who came to a session', 'governance.tell-usefulness': 'said how useful a session was',
  'governance.offer-mentoring': 'offered to be a mentor', 'governance.end-mentor': 'took back an offer to be a mentor', 'governance.ask-mentor': 'asked a mentor', 'governance.answer-mentoring': 'answered a learner', 'governance.end-mentoring': 'ended a pairing',
  'governance.add-community': 'began [the community ]…', 'governance.change-community': 'changed [the community ]…', 'governance.join-community': 'joined [the community ]…', 'governance.leave-community': 'left [the community ]…', 'governance.ask-community': 'asked a community', 'governance.answer-question': 'answered a question', 'governance.accept-answer': 'said which answer helped', 'governance.mark-answer': 'marked an answer as useful',
  'governance.add-deliverable': 'added [the deliverable ]…', 'governance.change-deliverable': 'changed [the deliverable ]…', 'governance.withdraw-deliverable': 'withdrew [the deliverable ]…', 'governance.agree-criteria': 'agreed the criteria of …', 'governance.review-deliverable': 'reviewed …', 'governance.report-defect': 'reported a defect of …', 'governance.dismiss-defect': 'dismissed a defect of …', 'governance.record-rework': 'recorded rework of …', 'governance.decide-acceptance': 'decided on [the deliverable ]…', 'governance.meet-condition': 'saw a condition of … met', 'governance.reopen-deliverable': 'opened [the deliverable ]… again',
  'governance.add-comment': 'commented on …', 'governance.change-comment': 'reworded a comment on …', 'governance.remove-comment': 'took back a comment on …', 'governance.resolve-thread': 'settled a thread on …', 'governance.reopen-thread': 'opened a thread on … again', 'governance.restore-archive': 'restored an archive',
}

/** Of acts whose sentence says most by itself, the fields that it leaves open. */
const leftOpen: Readonly<Record<string, readonly string[]>> = {
  'people.sign-in': [], 'people.sign-out': [], 'people.change-password': [], 'people.add-member': ['role'], 'people.change-member': ['role'], 'people.remove-member': [], 'people.create-token': ['role', 'expiresAt'], 'people.revoke-token': [], 'people.join-by-sign-on': ['role'], 'people.link-sign-on': [], 'people.follow-sign-on': ['role'],
  'people.prove-identity': [], 'people.begin-app': [], 'people.add-app': [], 'people.add-passkey': [], 'people.remove-app': [], 'people.remove-passkey': [], 'people.renew-recovery-codes': [], 'people.end-session': [], 'people.end-other-sessions': [], 'people.end-member-sessions': [], 'people.remove-member-factors': [], 'people.reset-password': [], 'people.make-password-link': [],
  'people.invite': ['role'], 'people.invite-again': [], 'people.withdraw-invitation': [], 'people.accept-invitation': ['role'],
  'demand.upload-import': [], 'demand.read-import': ['rows'], 'demand.discard-import': [], 'demand.cancel-import': [], 'demand.apply-import': ['created', 'changed', 'left', 'refused'], 'demand.undo-import': ['restored', 'removed', 'conflicts'], 'demand.ask-for-example': [], 'demand.forget-headings': [],
  'portfolio.save-scenario': [], 'portfolio.propose-scenario': ['remark'], 'portfolio.withdraw-scenario': ['remark'], 'portfolio.reject-scenario': [], 'portfolio.approve-scenario': [], 'portfolio.remove-scenario': [],
  'governance.add-comment': ['text'], 'governance.remove-comment': [], 'governance.resolve-thread': [], 'governance.reopen-thread': [],
}

/** Fields that say nothing to a reader: what the server keeps for itself, or what stands in the sentence already. */
const silent = /^(id|orgId|account|accountId|sources|sha256|mapping|choices|decisionId|importId|publicationId|reportId|ratingScale|bytes|format|at|by)$/
const ofItsName = /^(name|title|fileName|key|state|flags|kind)$/

/** Whether a field says something to a reader; of what was added, its name is said already. */
export const isPlain = (field: string, added: boolean): boolean => !silent.test(field) && !(added && ofItsName.test(field))

/** Whether a field of a change belongs in the sentence of its act. */
export const isTold = (act: string, field: string): boolean => leftOpen[act]?.includes(field) ?? (isPlain(field, adds(act)) && !(act === 'portfolio.change-overlay' && field === 'changes'))

const pasts: Readonly<Record<string, string>> = { add: 'added', change: 'changed', remove: 'removed', create: 'added', record: 'recorded', save: 'saved', set: 'set', give: 'gave', move: 'moved', rename: 'renamed', make: 'made', ask: 'asked for', load: 'loaded', undo: 'undid', apply: 'applied', sign: 'signed', close: 'closed', open: 'opened', link: 'linked' }

/** An act that has no sentence of its own: `value.sign-forecast` → `signed forecast …`. */
function plain(act: string): string {
  const [verb = '', ...rest] = act.slice(act.lastIndexOf('.') + 1).split('-')
  return [pasts[verb] ?? verb, ...rest, '…'].join(' ')
}

/** What stands before and after the name of the thing; without `names` the act is not about one thing that could be named. */
export type Sentence = { readonly before: string; readonly after: string; readonly names: boolean }

/** How an act is told of a thing; `state`: to which state it went, for acts that only begin something. */
export function sentenceOf(act: string, state?: unknown): Sentence {
  const words = done[`${act} ${String(state)}`] ?? done[act] ?? plain(act)
  const [before = '', after = ''] = words.replace(/\[(.*?)\]/, '$1').split('…')
  return { before, after, names: words.includes('…') }
}

/** As `sentenceOf`, where the thing is known already: `proposed it`. */
export function actOnIt(act: string, state?: unknown): string {
  return (done[`${act} ${String(state)}`] ?? done[act] ?? plain(act)).replace(/\[.*?\]/, '').replace('…', 'it')
}

/** Acts that add something: what they write was not there before, so only what it is is told. */
export const adds = (act: string): boolean => /\.(add|create|record|apply|undo|upload|read|fork|save|load|ask|set-up|give|propose|withdraw)/.test(act)

const singular: Readonly<Record<string, string>> = { value_entry: 'amount', custom_field: 'own field', import_memory: 'remembered heading', dependency: 'dependency' }
/** So many things of a kind: `226 initiatives`, `1 dependency`. */
export function kindCount(kind: string, count: number, format: (count: number) => string): string {
  const one = singular[kind] ?? kind.replaceAll('_', ' ')
  return `${format(count)} ${count === 1 ? one : one.endsWith('y') ? `${one.slice(0, -1)}ies` : `${one}s`}`
}
