import { tenantTable, type Migration } from '../../database/index.ts'

const owned = 'org_id uuid not null, id uuid not null'
const ofInitiative = `${owned}, version int not null default 1, initiative_id uuid not null, key text not null, title text not null`
const estimate = 'probability double precision check (probability > 0 and probability < 1), impact_low_minor bigint check (impact_low_minor >= 0), impact_minor bigint check (impact_minor >= impact_low_minor), impact_high_minor bigint check (impact_high_minor >= impact_minor), impact_days int check (impact_days >= 0)'

/** Registers of risks and issues, what was ever estimated, and the contingency that is kept for them. Amounts in minor units of the organisation's currency. */
export const riskMigrations: readonly Migration[] = [
  {
    name: 'delivery-020-registers',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table risk (${ofInitiative}, kind text not null check (kind in ('threat', 'opportunity')), cause text not null, event text not null, effect text not null, ${estimate},
          strategy text check (strategy in ('avoid', 'reduce', 'transfer', 'share', 'accept', 'exploit', 'enhance')), actions text not null, cost_minor bigint check (cost_minor >= 0), due_on date, done_on date, residual_probability double precision check (residual_probability > 0 and residual_probability < 1), residual_minor bigint check (residual_minor >= 0),
          identified_on date not null, proximity_on date, owner text, state text not null check (state in ('open', 'occurred', 'closed')), over_on date, check ((state = 'open') = (over_on is null)), over_reason text not null, removed_at timestamptz, primary key (org_id, id), foreign key (org_id, initiative_id) references initiative)`,
      )
      await tenantTable(sql, `create table risk_estimate (${owned}, risk_id uuid not null, on_day date not null, occasion text not null check (occasion in ('registered', 'changed', 'reviewed')), ${estimate}, words text not null, given_by text not null, given_at timestamptz not null, primary key (org_id, id), foreign key (org_id, risk_id) references risk)`, { appendOnly: true })
      await tenantTable(
        sql,
        `create table issue (${ofInitiative}, severity text not null check (severity in ('minor', 'moderate', 'major', 'critical')), opened_on date not null, contained_on date, resolved_on date, owner text, cause text check (cause in ('risk', 'none')), risk_id uuid,
          check ((cause is not null and cause = 'risk') = (risk_id is not null)), removed_at timestamptz, primary key (org_id, id), foreign key (org_id, initiative_id) references initiative, foreign key (org_id, risk_id) references risk)`,
      )
      await tenantTable(sql, `create table contingency (${owned}, version int not null default 1, initiative_id uuid not null, agreed_minor bigint not null check (agreed_minor >= 0), agreed_on date not null, words text not null, primary key (org_id, id), unique (org_id, initiative_id), foreign key (org_id, initiative_id) references initiative)`)
      await tenantTable(
        sql,
        `create table contingency_drawdown (${owned}, initiative_id uuid not null, on_day date not null, amount_minor bigint not null check (amount_minor <> 0), for_kind text check (for_kind in ('risk', 'issue')), for_id uuid, check ((for_kind is null) = (for_id is null)),
          words text not null, reverses_id uuid, check ((reverses_id is null) = (amount_minor > 0)), drawn_by text not null, drawn_at timestamptz not null, primary key (org_id, id), unique (org_id, reverses_id), foreign key (org_id, initiative_id) references initiative)`,
        { appendOnly: true },
      )
      for (const table of ['risk', 'issue']) await sql(`create unique index ${table}_key on ${table} (org_id, initiative_id, lower(key)) where removed_at is null`)
      await sql('create index risk_estimate_of on risk_estimate (org_id, risk_id); create index issue_risk on issue (org_id, risk_id) where risk_id is not null; create index contingency_drawdown_of on contingency_drawdown (org_id, initiative_id)')
    },
  },
]
