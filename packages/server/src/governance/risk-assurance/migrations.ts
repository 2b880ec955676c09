import { tenantTable, type Migration } from '../../database/index.ts'

/** What is asked of every register of risks, and the opinions on how they are kept. */
export const riskAssuranceMigrations: readonly Migration[] = [
  {
    name: 'governance-risk-assurance-001-opinions',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table risk_rules (org_id uuid not null, id uuid not null, version int not null default 1, near_days int not null, near_review_days int not null, full_review_days int not null, low_review_days int not null, stale_reviews int not null, least_pattern int not null, least_over int not null,
          primary key (org_id, id), unique (org_id))`,
      )
      await tenantTable(
        sql,
        `create table risk_opinion (org_id uuid not null, id uuid not null, initiative_id uuid not null, no int not null, class text not null check (class in ('substantial', 'reasonable', 'limited', 'none')), by_rule text check (by_rule in ('substantial', 'reasonable', 'limited', 'none')),
          words text not null, counts jsonb not null, findings jsonb not null, given_by_id uuid not null, given_by text not null, of_day date not null, given_at timestamptz not null, primary key (org_id, id), unique (org_id, initiative_id, no))`,
        { appendOnly: true },
      )
    },
  },
]
